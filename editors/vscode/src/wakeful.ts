/** What says that there can be a prompt; words only, so that it can be read without an editor. */

/** The file that is ours by a table in it alone. */
export const SHARED = "pyproject.toml";

/** What the manifest says of when the extension is woken. */
export interface Wakeful {
  readonly languages: readonly string[];
  /** Globs of files that say that there is a prompt. */
  readonly files: readonly string[];
}

/** Reads the activation events of a manifest. */
export function wakefulBy(events: readonly string[]): Wakeful {
  const all = (kind: string): string[] =>
    events.flatMap((event) => (event.startsWith(`${kind}:`) ? [event.slice(kind.length + 1)] : []));
  return {
    languages: all("onLanguage"),
    files: all("workspaceContains").filter((glob) => glob !== SHARED),
  };
}
