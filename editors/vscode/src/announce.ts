/** What the user is told of the server: what was taken, and what is to be done if none was. */
import * as vscode from "vscode";
import { OLDEST_PYTHON, type Search, type Server, type Source } from "./server/find";

/** Where a server is from, for people. */
export const ORIGINS: Readonly<Record<Source, string>> = {
  setting: "from the setting `promptLsp.path`",
  environment: "from the Python environment of the workspace",
  path: "from PATH",
  bundled: "that comes with the extension",
};

/** Writes into the log what was taken, and shows what went wrong. */
export function announce(search: Search, log: vscode.LogOutputChannel): void {
  for (const note of search.notes) {
    log.info(note);
  }
  const { server, wrongPath } = search;
  if (!server) {
    void missing(log);
    return;
  }
  const command = [server.command, ...server.args].join(" ");
  log.info(`taking the server ${ORIGINS[server.source]}: ${command}`);
  if (wrongPath !== undefined) {
    void wrong(wrongPath, server);
  }
}

/** Says that a server does not stay up, or does not even start. */
export async function announceFailure(
  server: Server,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const said = `The server of prompt-lsp ${plain(ORIGINS[server.source])} does not stay up`;
  const chosen = await vscode.window.showErrorMessage(said, "Restart", "Show Output");
  if (chosen === "Restart") {
    await vscode.commands.executeCommand("promptLsp.ui.restart");
  } else if (chosen) {
    log.show();
  }
}

async function missing(log: vscode.LogOutputChannel): Promise<void> {
  const said =
    `prompt-lsp needs Python ${OLDEST_PYTHON.join(".")} or later, and found none. ` +
    "Install it, or name an interpreter in the settings, then restart the server";
  const buttons = ["Choose Interpreter", "Restart", "Show Output"] as const;
  const chosen = await vscode.window.showErrorMessage(said, ...buttons);
  if (chosen === "Choose Interpreter") {
    await openSettings("promptLsp.interpreter");
  } else if (chosen === "Restart") {
    await vscode.commands.executeCommand("promptLsp.ui.restart");
  } else if (chosen) {
    log.show();
  }
}

async function wrong(path: string, server: Server): Promise<void> {
  const said = `${path} of the setting promptLsp.path does not run as prompt-lsp`;
  const instead = `the server ${plain(ORIGINS[server.source])} runs instead`;
  if (await vscode.window.showWarningMessage(`${said}; ${instead}`, "Open Setting")) {
    await openSettings("promptLsp.path");
  }
}

/** Show settings, found by what is typed into their search. */
export async function openSettings(query: string): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openSettings", query);
}

/** Messages of the editor have no Markdown. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}
