/** Which documents the server is told of, and how they are called. */
import type { TextDocument, Uri } from "vscode";
import type { DocumentSelector } from "vscode-languageclient/node";

/**
 * Languages that may hold a prompt.
 *
 * The server knows prompts by their names, as each project configures them, and is
 * silent about the rest; so a language is attached whole, and no pattern here can
 * contradict a project's `include`. JSON and YAML are also the sidecars of variables.
 */
export const LANGUAGES = [
  "llm-prompt",
  "prompt", // VS Code's own, for `*.prompt.md`
  "instructions", // these too are its own, for Markdown of other names
  "chatagent",
  "skill",
  "prompty",
  "dotprompt",
  "markdown",
  "plaintext",
  "json",
  "jsonc",
  "yaml",
] as const;

/** Those among them that hold nothing else. */
export const CERTAIN: readonly string[] = ["llm-prompt", "prompty", "dotprompt"];

const SCHEMES = ["file", "untitled"] as const;

export const DOCUMENTS: DocumentSelector = LANGUAGES.flatMap((language) =>
  SCHEMES.map((scheme) => ({ language, scheme })),
);

/** Whether a document may be a prompt, and is no view of one, such as a proposal. */
export function mayBePrompt({ languageId, uri }: TextDocument): boolean {
  return (LANGUAGES as readonly string[]).includes(languageId) && isDocument(uri);
}

/** Whether a document may lie at an address. */
export function isDocument({ scheme }: Uri): boolean {
  return (SCHEMES as readonly string[]).includes(scheme);
}

/** The name of a document, without its folder. */
export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
