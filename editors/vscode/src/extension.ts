/** The extension: its parts, put together. */
import * as vscode from "vscode";
import { createSession } from "./session";

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("prompt-lsp", { log: true });
  const trace = vscode.window.createOutputChannel("prompt-lsp trace", { log: true });
  const session = createSession({
    extension: context.extensionUri,
    shared: { log, trace, executeCommand: (command, args, next) => next(command, args) },
    key: () => context.secrets.get("apiKey"),
    tell: (search) => { log.info(JSON.stringify(search)); },
    givesUp: () => undefined,
  });
  context.subscriptions.push(log, trace, session);
  void session.restart();
}
