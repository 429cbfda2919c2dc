/** The extension: its parts, put together. */
import * as vscode from "vscode";
import { followActive } from "./active";
import { announce, announceFailure } from "./announce";
import { type Parts, registerCommands, taken } from "./commands";
import { provideManuals } from "./commands/rule";
import { keyIn } from "./key";
import { whenNeeded } from "./needed";
import { createPreview } from "./preview/panel";
import { keepValues } from "./preview/values";
import { createReviews } from "./review/review";
import { onEnvironmentChange } from "./server/environment";
import { createSession, type Session } from "./session";
import { needsRestart } from "./settings";
import { showStatus } from "./status";
import { wakefulBy } from "./wakeful";

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const began = performance.now();
  const log = vscode.window.createOutputChannel("prompt-lsp", { log: true });
  const trace = vscode.window.createOutputChannel("prompt-lsp trace", { log: true });
  const key = keyIn(context.secrets);
  const own = createSession({
    extension: context.extensionUri,
    shared: {
      log,
      trace,
      executeCommand: (command, args, next) =>
        taken(parts, command, args) ?? (next(command, args) as unknown),
    },
    key: () => key.get(),
    tell: (search) => { announce(search, log); },
    givesUp: (server) => void announceFailure(server, log),
  });
  session = own;
  const renew = (): void => void own.renew();
  const reconsider = (): void => void own.reconsider();
  const active = followActive(own);
  const reviews = createReviews();
  const values = keepValues(context.workspaceState);
  const preview = createPreview({ extension: context.extensionUri, session: own, active, values });
  const parts: Parts = { session: own, active, reviews, preview, key, log, state: context.globalState };
  context.subscriptions.push(
    log,
    trace,
    active,
    reviews,
    values,
    preview,
    registerCommands(parts),
    provideManuals(() => own.server),
    showStatus(own, active),
    key.onDidChange(renew),
    whenNeeded(wakefulBy(eventsOf(context)), () => void own.wake()),
    onEnvironmentChange(reconsider),
    vscode.workspace.onDidGrantWorkspaceTrust(reconsider),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (needsRestart((section) => event.affectsConfiguration(section))) {
        renew();
      }
    }),
  );
  log.trace(`activated in ${(performance.now() - began).toFixed(1)} ms`);
}

export function deactivate(): Promise<void> | undefined {
  return session?.end();
}

function eventsOf({ extension }: vscode.ExtensionContext): readonly string[] {
  return (extension.packageJSON as { activationEvents: string[] }).activationEvents;
}
