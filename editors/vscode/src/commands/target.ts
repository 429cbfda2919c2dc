/** What a command is about: what it was given, else what the user looks at. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { isDocument } from "../documents";
import type { Wish } from "../server/requests";

/** A document, and what the server is to be told of it. */
export interface Aim {
  readonly client: LanguageClient;
  readonly document: vscode.TextDocument;
  readonly wish: Wish & { readonly uri: string };
}

/**
 * @param given a wish of the server's own code action, the address that a menu gives, or nothing.
 * @param looked the prompt that the user looks at, where no editor has the focus.
 */
export async function aimAt(
  client: LanguageClient,
  given: unknown,
  looked: vscode.TextDocument | undefined,
): Promise<Aim | undefined> {
  if (isWish(given) && given.uri !== undefined) {
    const uri = client.protocol2CodeConverter.asUri(given.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    return { client, document, wish: { ...given, uri: given.uri } };
  }
  const editor =
    vscode.window.activeTextEditor ??
    vscode.window.visibleTextEditors.find(({ document }) => document === looked);
  const own = promptIn(given) ?? (editor?.document ?? looked)?.uri;
  if (!own) {
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(own);
  const selection = editor?.document === document ? editor.selection : undefined;
  const range =
    selection && !selection.isEmpty
      ? { range: client.code2ProtocolConverter.asRange(selection) }
      : {};
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  return { client, document, wish: { uri, version: document.version, ...range } };
}

/** The address that a menu gives, if a document may lie there: that of a preview is none. */
export function promptIn(given: unknown): vscode.Uri | undefined {
  return given instanceof vscode.Uri && isDocument(given) ? given : undefined;
}

/** Whether a value is the object that the server's commands take. */
export function isWish(value: unknown): value is Wish {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof vscode.Uri) &&
    typeof (value as Wish).uri === "string"
  );
}
