/** Which documents the server is told of. */
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

const SCHEMES = ["file", "untitled"] as const;

export const DOCUMENTS: DocumentSelector = LANGUAGES.flatMap((language) =>
  SCHEMES.map((scheme) => ({ language, scheme })),
);
