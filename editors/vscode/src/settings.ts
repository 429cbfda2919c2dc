/** What the editor's settings say, as the server and the extension want to hear it. */

/** The section of the settings. */
export const SECTION = "promptLsp";

/** Settings of the extension and of its language client, which knows `trace`. */
export const OWN = ["path", "interpreter", "improvePreview", "trace"] as const;

/**
 * Settings that say where prompts and keys go.
 *
 * The server takes them from the machine's user only, so they are told when it starts,
 * and never as settings of a workspace.
 */
export const GUARDED = ["engines", "deadline"] as const;

/** Settings that a server knows only from its start. */
const OF_START = ["path", "interpreter", ...GUARDED] as const;

/** Whether a change of settings wants the server started anew. */
export function needsRestart(affects: (section: string) => boolean): boolean {
  return OF_START.some((key) => affects(`${SECTION}.${key}`));
}

type Table = Readonly<Record<string, unknown>>;

/** The section as the server asks for it, without what nobody has set. */
export function serverSettings(section: unknown): Table {
  return without(chosen(section), [...OWN, ...GUARDED]);
}

/** The guarded settings, as the server takes them when it starts. */
export function initializationOptions(section: unknown): Table {
  const table = chosen(section);
  return Object.fromEntries(
    GUARDED.flatMap((key) => (key in table ? [[key, table[key]]] : [])),
  );
}

function chosen(section: unknown): Table {
  const kept = prune(section);
  return isTable(kept) ? kept : {};
}

/** A value without the nulls, and without the tables that held nothing else. */
function prune(value: unknown): unknown {
  if (!isTable(value)) {
    return value ?? undefined;
  }
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = prune(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function without(table: Table, keys: readonly string[]): Table {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !keys.includes(key)));
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
