/** A proposal in VS Code's own preview of refactorings. */
import * as vscode from "vscode";
import { isFresh, type Proposal, proposedText } from "./apply";
import { labelOf, replacement } from "./proposal";

/**
 * Shows a change of one document, to be ticked and applied.
 *
 * It is one change and not many: half of an improvement would be a broken prompt.
 */
export async function confirm(proposal: Proposal): Promise<void> {
  const { client, document, answer } = proposal;
  if (!(await isFresh(proposal))) {
    return;
  }
  const before = document.getText();
  const { from, to, text } = replacement(before, proposedText(proposal));
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  const own = client.code2ProtocolConverter.asUri(document.uri);
  const label = labelOf(answer.edit, own) ?? "Change prompt";
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text, { label, needsConfirmation: true });
  if ((await vscode.workspace.applyEdit(edit)) && document.getText() === before) {
    void vscode.window.showInformationMessage("Nothing was ticked, so nothing was changed");
  }
}
