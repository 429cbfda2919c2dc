/** What an edit of the server makes of the documents that it is about; no editor here. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A text edit of the protocol; positions are of UTF-16. */
export interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

/** A workspace edit of the protocol, as far as the server sends one. */
export interface Edit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
  readonly documentChanges?: readonly DocumentChange[];
  readonly changeAnnotations?: Readonly<Record<string, { readonly label: string }>>;
}

interface DocumentChange {
  readonly kind?: string;
  readonly uri?: string;
  readonly textDocument?: { readonly uri: string; readonly version: number | null };
  readonly edits?: readonly unknown[];
}

/** One document of an edit. */
export interface Draft {
  readonly uri: string;
  readonly creates: boolean;
  /** The version that the edits are for; null where it is not open in the editor. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** The documents of an edit, in its order. */
export function drafts(edit: Edit): Draft[] {
  const made = (edit.documentChanges ?? []).flatMap(({ kind, uri }) =>
    kind === "create" && uri !== undefined ? [uri] : [],
  );
  const listed = Object.entries(edit.changes ?? {});
  const versioned = (edit.documentChanges ?? []).flatMap(({ textDocument, edits }) =>
    textDocument ? [[textDocument.uri, (edits ?? []) as TextEdit[]] as const] : [],
  );
  const texts = new Map<string, readonly TextEdit[]>([...listed, ...versioned]);
  const empty = made.filter((uri) => !texts.has(uri)).map((uri) => [uri, []] as const);
  const versions = new Map(
    (edit.documentChanges ?? []).map(({ textDocument }) => [textDocument?.uri, textDocument?.version]),
  );
  return [...empty, ...texts].map(([uri, edits]) => ({
    uri,
    edits,
    creates: made.includes(uri),
    version: versions.get(uri) ?? null,
  }));
}

/**
 * Whether an edit is for the documents as the editor has them.
 *
 * @param versionOf the version of a document that is open.
 */
export function isFor(edit: Edit, versionOf: (uri: string) => number | undefined): boolean {
  return drafts(edit).every(({ uri, version }) => version === null || versionOf(uri) === version);
}

/** The texts of documents by their addresses; undefined where there is none. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** Whether documents read as they did. */
export function readAlike(now: Texts, before: Texts): boolean {
  return now.size === before.size && [...before].every(([uri, text]) => now.get(uri) === text);
}

/** How the server names what an edit does, such as `Improve prompt (offline)`. */
export function labelOf(edit: Edit, uri: string): string | undefined {
  return edit.changeAnnotations?.[uri]?.label;
}

/** An edit that asks for no confirmation: whoever applies it has seen it. */
export function withoutQuestions<T extends Edit>(edit: T): T {
  const kept = Object.entries(edit).filter(([key]) => key !== "changeAnnotations");
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === "documentChanges" ? plain(value) : value]),
  ) as T;
}

/** A value of JSON without the marks that name an annotation. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const kept = Object.entries(value).filter(([key]) => key !== "annotationId");
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}

/**
 * A text with edits made, of which none overlap.
 *
 * @param offsetAt the offset of a position in this text, in UTF-16.
 */
export function edited(
  text: string,
  edits: readonly TextEdit[],
  offsetAt: (position: Position) => number,
): string {
  const placed = edits.map(({ range, newText }) => ({
    start: offsetAt(range.start),
    end: offsetAt(range.end),
    newText,
  }));
  // Insertions at one place stay in their order, as the protocol has it.
  const ordered = placed.sort((one, other) => one.start - other.start || one.end - other.end);
  let made = "";
  let done = 0;
  for (const { start, end, newText } of ordered) {
    made += text.slice(done, start) + newText;
    done = end;
  }
  return made + text.slice(done);
}

/** The one replacement that makes a text of another; offsets are of UTF-16. */
export function replacement(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) {
    from += 1;
  }
  let kept = 0;
  while (kept < most - from && before.at(-1 - kept) === after.at(-1 - kept)) {
    kept += 1;
  }
  // Whole lines, for a half pair of line ends or surrogates is no place for an edit.
  from = before.slice(0, from).lastIndexOf("\n") + 1;
  const next = before.indexOf("\n", before.length - kept);
  kept = next < 0 ? 0 : before.length - next - 1;
  return { from, to: before.length - kept, text: after.slice(from, after.length - kept) };
}
