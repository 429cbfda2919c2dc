/** The language status item: how the server is, and what works on the prompt. */
import * as vscode from "vscode";
import type { Active } from "./active";
import { CERTAIN } from "./documents";
import type { Session } from "./session";
import { type Standing, standing } from "./standing";

/** The command behind the status; a quick pick of what can be done. */
export const MENU = "promptLsp.ui.menu";

const LEVELS: Readonly<Record<Standing["level"], vscode.LanguageStatusSeverity>> = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

/** Shows the status, and keeps it true. */
export function showStatus(session: Session, active: Active): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("promptLsp.status", selector(active));
  item.name = "prompt-lsp";
  item.command = { title: "Prompt Tools", command: MENU };
  const say = (): void => {
    const said = standing(session.condition, active.engine?.label, problems(active.document));
    item.selector = selector(active);
    item.text = said.text;
    item.detail = said.detail;
    item.severity = LEVELS[said.level];
    item.busy = said.busy;
  };
  say();
  return vscode.Disposable.from(
    item,
    session.onDidChange(say),
    active.onDidChange(say),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const own = active.document?.uri.toString();
      if (uris.some((uri) => uri.toString() === own)) {
        say();
      }
    }),
  );
}

/** Documents beside which it is shown: the active prompt's language, whichever it is. */
function selector({ document }: Active): vscode.DocumentSelector {
  const own = document?.languageId;
  return [...CERTAIN, ...(own === undefined ? [] : [own])];
}

function problems(document: vscode.TextDocument | undefined): number {
  const found = document ? vscode.languages.getDiagnostics(document.uri) : [];
  return found.filter(({ source }) => source === "prompt-lsp").length;
}
