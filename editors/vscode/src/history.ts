/** What a user has said before, newest first. */

const MOST = 20;

/** The history once something has been said. */
export function remembered(history: readonly string[], said: string): string[] {
  return [said, ...history.filter((each) => each !== said)].slice(0, MOST);
}

/** What may be meant by what is typed: itself first, then all that was offered before. */
export function choices(typed: string, offered: readonly string[]): string[] {
  const own = typed.trim();
  return [...new Set(own === "" ? offered : [own, ...offered])];
}
