/** The prompt tools on a document, with their proposals shown as the user wishes it. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { nameOf } from "../documents";
import { apply, type Proposal } from "../review/apply";
import { confirm } from "../review/confirm";
import { drafts } from "../review/proposal";
import type { Reviews } from "../review/review";
import { textsFor } from "../review/texts";
import { execute, type Tool, type Wish } from "../server/requests";
import { SECTION } from "../settings";

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
  const looked = activeTab();
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
  const showing = vscode.workspace
    .getConfiguration(SECTION, document)
    .get<Showing>("improvePreview", "diff");
  // Nobody is asked about what is out of date: that is said at once.
  if (!texts || isExpected(document, looked) || (await isWanted(document, showing))) {
    await show(reviews, proposal, showing);
  }
}

/** Shows a proposal as the user wishes it. */
async function show(reviews: Reviews, proposal: Proposal, showing: Showing): Promise<void> {
  if (showing === "none") {
    await apply(proposal);
  } else if (showing === "refactorPreview" && drafts(proposal.answer.edit).length === 1) {
    await confirm(proposal);
  } else {
    await reviews.open(proposal); // several files belong together, and go together
  }
}

/** Whether a proposal may take the focus: not of one who has turned to something else. */
function isExpected({ uri }: vscode.TextDocument, looked: vscode.Tab | undefined): boolean {
  const now = activeTab();
  const shown = now?.input instanceof vscode.TabInputText ? now.input.uri.toString() : undefined;
  return now === looked || shown === uri.toString();
}

function activeTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.activeTabGroup.activeTab;
}

async function isWanted({ uri }: vscode.TextDocument, showing: Showing): Promise<boolean> {
  const said = `The proposal for ${nameOf(uri)} is ready`;
  const verb = showing === "none" ? "Apply" : "Show";
  return (await vscode.window.showInformationMessage(said, verb)) !== undefined;
}

/** Says why an answer is no edit, where the server has not. */
function noPlace(tool: Tool, changes: number): void {
  if (tool === "promptLsp.templatize" && changes > 0) {
    const said = "The values have no place: save the prompt first, so that their file can stand beside it";
    void vscode.window.showWarningMessage(said);
  }
}
