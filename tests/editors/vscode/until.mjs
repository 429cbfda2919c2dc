/** Waiting for states, for all that the page does not wait for by itself. */

/** Longer than anything takes on a busy machine, shorter than patience. */
export const PATIENCE = 30_000; // milliseconds

/**
 * The first answer that is true.
 *
 * @template T
 * @param {string} what said when it does not come true in time
 * @param {() => T | Promise<T>} question asked again and again; what it throws is a no
 * @returns {Promise<T>}
 */
export async function until(what, question, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      last = await question();
      if (last) {
        return last;
      }
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${patience / 1000} s; at last ${last}`);
    }
    await new Promise((next) => setTimeout(next, 50));
  }
}
