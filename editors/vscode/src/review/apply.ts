/** How a proposal becomes the text. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Answer } from "../server/requests";
import { drafts, edited, readAlike, type Texts, withoutQuestions } from "./proposal";
import { textsNow } from "./texts";

/** A proposal, and how to ask for another one when the document has changed. */
export interface Proposal {
  readonly client: LanguageClient;
  readonly document: vscode.TextDocument;
  readonly answer: Answer & { readonly edit: NonNullable<Answer["edit"]> };
  /** The texts that the edit is for; undefined where they are gone already. */
  readonly texts: Texts | undefined;
  readonly again: () => Promise<void>;
}

/**
 * Makes the edit of an answer, if it still fits, and shows the files that it creates.
 *
 * @returns whether it is made; if not, the user has been told.
 */
export async function apply(proposal: Proposal): Promise<boolean> {
  const { client, document, answer } = proposal;
  const edit = withoutQuestions(answer.edit);
  const made = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!(await isFresh(proposal))) {
    return false;
  }
  if (!(await vscode.workspace.applyEdit(made))) {
    void vscode.window.showWarningMessage("The editor did not apply the change; ask again");
    return false;
  }
  await vscode.window.showTextDocument(document, { ...inItsColumn(document.uri), preserveFocus: false });
  await showCreated(client, answer);
  return true;
}

/** Shows the files that an edit has made, beside what the user looks at. */
export async function showCreated(client: LanguageClient, { edit }: Answer): Promise<void> {
  for (const { uri } of drafts(edit ?? {}).filter(({ creates }) => creates)) {
    const made = client.protocol2CodeConverter.asUri(uri);
    // The editor may have opened it by itself, for it is not saved.
    const place = { viewColumn: vscode.ViewColumn.Beside, ...inItsColumn(made) };
    await vscode.window.showTextDocument(made, { ...place, preserveFocus: true });
  }
}

/** Says to show a file where it is open already, and not a second time. */
export function inItsColumn(uri: vscode.Uri): { viewColumn?: vscode.ViewColumn } {
  const own = uri.toString();
  const shows = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === own;
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(shows));
  return group ? { viewColumn: group.viewColumn } : {};
}

/** Whether a proposal is for the texts as they are; else the user is offered another one. */
export async function isFresh({ client, answer, texts, again }: Proposal): Promise<boolean> {
  if (texts && readAlike(await textsNow(client, answer.edit), texts)) {
    return true;
  }
  const said = "The prompt, or its file of variables, has changed since; nothing was changed";
  void vscode.window.showWarningMessage(said, "Ask Again").then((asks) => asks && again());
  return false;
}

/** The text of the document with a proposal made. */
export function proposedText({ client, document, answer }: Proposal): string {
  const own = client.code2ProtocolConverter.asUri(document.uri);
  const edits = drafts(answer.edit).find(({ uri }) => uri === own)?.edits ?? [];
  return edited(document.getText(), edits, ({ line, character }) =>
    document.offsetAt(new vscode.Position(line, character)),
  );
}
