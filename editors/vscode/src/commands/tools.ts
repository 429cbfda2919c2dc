/** The prompt tools on a document, with their proposals shown as the user wishes it. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { apply, type Proposal, type Reviews, showCreated } from "../review/review";
import { textsFor } from "../review/texts";
import { execute, type Tool, type Wish } from "../server/requests";

type Showing = "diff" | "refactorPreview" | "none";

/**
 * Has a tool work on a document, and shows what it proposes.
 *
 * @param wish says the document by its address, and for which version it is.
 */
export async function work(
  client: LanguageClient,
  reviews: Reviews,
  tool: Tool,
  wish: Wish & { readonly uri: string },
): Promise<void> {
  const uri = client.protocol2CodeConverter.asUri(wish.uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const showing = vscode.workspace
    .getConfiguration("promptLsp", document)
    .get<Showing>("improvePreview", "diff");
  if (showing === "refactorPreview") {
    const answer = await execute(client, tool, { ...wish, apply: true });
    if (answer?.applied) {
      await showCreated(client, answer);
    }
    return;
  }
  const answer = await execute(client, tool, { ...wish, apply: false });
  if (!answer) {
    return;
  }
  const { edit } = answer;
  if (!edit) {
    noPlace(tool, answer.changes.length);
    return;
  }
  const again = async (): Promise<void> => {
    const rest = Object.entries(wish).filter(([key]) => key !== "range"); // it may be elsewhere
    const anew = { ...Object.fromEntries(rest), uri: wish.uri, version: document.version };
    // By its name, for the server may be another one by then.
    await vscode.commands.executeCommand(tool, anew);
  };
  const texts = await textsFor(client, edit);
  const proposal: Proposal = { client, document, answer: { ...answer, edit }, texts, again };
  await (showing === "none" ? apply(proposal) : reviews.open(proposal));
}

/** Says why an answer is no edit, where the server has not. */
function noPlace(tool: Tool, changes: number): void {
  if (tool === "promptLsp.templatize" && changes > 0) {
    const said = "The values have no place: save the prompt first, so that a file can stand beside it";
    void vscode.window.showWarningMessage(said);
  }
}
