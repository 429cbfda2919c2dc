/** What the server is asked beyond what every language server is. */
import * as vscode from "vscode";
import type { CodeActionParams, LanguageClient, Range, WorkspaceEdit } from "vscode-languageclient/node";
import { openSettings } from "../announce";
import { type Action, type Offers, offersIn } from "../offers";
import type { Shown } from "../preview/shown";
import { complaint } from "./complaint";

/** What a command of the server is asked to do. */
export interface Wish {
  readonly uri?: string;
  readonly range?: Range;
  readonly version?: number;
  readonly feedback?: string;
  readonly task?: string;
  readonly engine?: string;
  readonly apply?: boolean;
}

/** One thing that was done to a prompt, and why. */
export interface Change {
  readonly kind: string;
  readonly reason: string;
}

/** What a command of the server answers. */
export interface Answer {
  readonly applied: boolean;
  readonly edit?: WorkspaceEdit;
  readonly changes: readonly Change[];
  readonly response: unknown;
}

/** The names of the commands that work with an engine. */
export const TOOLS = ["promptLsp.improve", "promptLsp.templatize", "promptLsp.generate"] as const;
export type Tool = (typeof TOOLS)[number];
export type ServerCommand = Tool | "promptLsp.fixAll" | "promptLsp.convertToMessages";

/**
 * Has the server run a command.
 *
 * @returns undefined where it did not come to an answer, of which the user then knows.
 */
export async function execute(
  client: LanguageClient,
  command: ServerCommand,
  wish: Wish,
): Promise<Answer | undefined> {
  const params = { command, arguments: [wish] };
  try {
    return await client.sendRequest<Answer>("workspace/executeCommand", params);
  } catch (error) {
    const message = complaint(error);
    if (message !== undefined) {
      void warn(message);
    }
    return undefined;
  }
}

/** Shows a complaint, and the way to what it says is to be set. */
async function warn(message: string): Promise<void> {
  const setting = /`(engines\.\w+)/.exec(message)?.[1];
  const buttons = setting === undefined ? [] : ["Open Settings"];
  if (await vscode.window.showWarningMessage(message, ...buttons)) {
    await openSettings(`promptLsp.${setting}`);
  }
}

/** The prompt of a document as the model gets it; undefined where there is none. */
export async function shown(
  client: LanguageClient,
  uri: vscode.Uri,
  values: Readonly<Record<string, string>> = {},
): Promise<Shown | undefined> {
  try {
    const address = client.code2ProtocolConverter.asUri(uri);
    return await client.sendRequest<Shown>("promptLsp/preview", { uri: address, values });
  } catch {
    return undefined; // it is no prompt, or not open any more
  }
}

/** What the tools could do with a whole document. */
export async function offers(client: LanguageClient, uri: vscode.Uri): Promise<Offers> {
  const start = { line: 0, character: 0 };
  const params: CodeActionParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    range: { start, end: start },
    context: {
      diagnostics: [],
      only: ["refactor.rewrite.improve", "source.generate.promptLsp"],
    },
  };
  try {
    const found = await client.sendRequest<Action[] | null>("textDocument/codeAction", params);
    return offersIn(found ?? []);
  } catch {
    return offersIn([]);
  }
}
