/** Runs of one job, never two at once. */

/**
 * A function that runs a job as soon as the run before it has ended.
 *
 * However often it is called meanwhile, one run follows: the last wish counts. Whoever
 * called gets the run that began after the call.
 */
export function queued(job: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const begin = (): Promise<void> => {
    next = undefined;
    running = job().finally(() => {
      running = undefined;
    });
    return running;
  };

  return () => {
    if (!running) {
      return begin();
    }
    next ??= running.then(begin, begin);
    return next;
  };
}
