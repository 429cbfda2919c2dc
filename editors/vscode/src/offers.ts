/** What the server's code actions say of a prompt: its engines, and what may be asked. */

/** An engine that is set up. */
export interface Engine {
  readonly name: string;
  /** Where it sends the text, for people. */
  readonly label: string;
}

export interface Offers {
  /** The one of the settings first. */
  readonly engines: readonly Engine[];
  /** Feedback of the settings. */
  readonly presets: readonly string[];
  /** The prompt looks like the description of one. */
  readonly describes: boolean;
}

/** As much of a code action as is read here. */
export interface Action {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

export function offersIn(actions: readonly Action[]): Offers {
  const read = actions.map(({ title, command }) => {
    const wish: { engine?: string; feedback?: string } = command?.arguments?.[0] ?? {};
    return { title, name: command?.command, wish };
  });
  const improving = read.filter(({ name }) => name === "promptLsp.improve");
  const presets = improving.flatMap(({ wish }) => wish.feedback ?? []);
  return {
    engines: improving.flatMap(({ title, wish: { engine, feedback } }) =>
      engine !== undefined && feedback === undefined
        ? [{ name: engine, label: labelIn(title) }]
        : [],
    ),
    presets: [...new Set(presets)],
    describes: read.some(({ name }) => name === "promptLsp.generate"),
  };
}

/** `offline` of `Improve prompt (offline)`, `MODEL at HOST` of `… with MODEL at HOST`. */
function labelIn(title: string): string {
  const found = /^Improve prompt (?:\((.+)\)|with (.+))$/.exec(title);
  return found?.[1] ?? found?.[2] ?? title;
}
