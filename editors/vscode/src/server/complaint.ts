/** What the user is to hear when the server does not do what it was asked. */

const GONE = "The server of prompt-lsp has gone; try again when it is back";

/** Codes of the protocol for what the user knows, or has wished. */
const KNOWN: readonly number[] = [
  -32800, // cancelled by us
  -32802, // cancelled by the server
  -32801, // the text has changed: the server shows a message of its own
];

/** Codes of the connection, from what it could not write to what it waits for in vain. */
const LOST = { from: -32099, to: -32096 } as const;

/** What is to be said of a failure; undefined for nothing. */
export function complaint(error: unknown): string | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== "number" || typeof message !== "string") {
    return GONE;
  }
  if (KNOWN.includes(code)) {
    return undefined;
  }
  return LOST.from <= code && code <= LOST.to ? GONE : message;
}
