/** Runs of one job, never two at once. */

/**
 * A function that runs a job as soon as the run before it has ended.
 *
 * However often it is called meanwhile, one run follows: the last wish counts. Whoever
 * called gets the run that began after the call.
 */
export function queued(job: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let waiting: Promise<void> | undefined;

  return () => {
    if (waiting) {
      return waiting;
    }
    const before = last.catch(() => undefined); // whoever called for it has heard of it
    last = before.then(() => {
      waiting = undefined;
      return job();
    });
    waiting = last;
    return last;
  };
}
