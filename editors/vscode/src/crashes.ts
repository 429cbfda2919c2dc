/** Whether a server that ended by itself is started again. */

const MOST = 5; // crashes
const WITHIN = 3 * 60_000; // milliseconds

/** What is to be known of a server that may crash. */
export interface Watch {
  /** Whether it has answered before; one that never did will not do so now. */
  readonly hasRun: () => boolean;
  /** Called when a server that has run is not started again. */
  readonly givesUp: () => void;
  /** The present time in milliseconds. */
  readonly now?: () => number;
}

/** A function to call at each crash: true means to start the server again. */
export function crashes({ hasRun, givesUp, now = Date.now }: Watch): () => boolean {
  let known: number[] = [];
  return () => {
    if (!hasRun()) {
      return false;
    }
    known = [...known.filter((at) => now() - at < WITHIN), now()];
    if (known.length < MOST) {
      return true;
    }
    givesUp();
    return false;
  };
}
