/** The extension: its parts, put together. */
import * as vscode from "vscode";
import { announce, announceFailure } from "./announce";
import { createSession, type Session } from "./session";
import { keyIn } from "./key";

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("prompt-lsp", { log: true });
  const trace = vscode.window.createOutputChannel("prompt-lsp trace", { log: true });
  const key = keyIn(context.secrets);
  session = createSession({
    extension: context.extensionUri,
    shared: { log, trace, executeCommand: (command, args, next) => next(command, args) as unknown },
    key: () => key.get(),
    tell: (search) => { announce(search, log); },
    givesUp: (server) => void announceFailure(server, log),
  });
  context.subscriptions.push(log, trace);
  void session.restart();
}

export function deactivate(): Promise<void> | undefined {
  return session?.end();
}
