/** The connection to one server. */
import { homedir } from "node:os";
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  State,
  type StaticFeature,
  WorkDoneProgressCancelNotification,
} from "vscode-languageclient/node";
import { DOCUMENTS } from "./documents";
import { notifiedProgress } from "./progress";
import { initializationOptions, SECTION, serverSettings } from "./settings";
import type { Server } from "./server/find";

/** Our own commands that the server may name in a code action. */
const COMMANDS = ["promptLsp.ui.improveWithFeedback"];

/** How many errors of the connection in a row it survives. */
const MOST_ERRORS = 3;

/** What a client shares with those before and after it. */
export interface Shared {
  readonly log: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  /** Asked when the server has ended by itself: whether it is started again. */
  readonly startsAgain: () => boolean;
  readonly executeCommand: NonNullable<Middleware["executeCommand"]>;
}

/** A client for a server, not yet started. The key goes into its environment alone. */
export function clientFor(
  server: Server,
  key: string | undefined,
  shared: Shared,
): LanguageClient {
  const env = { ...process.env, ...(key !== undefined && { PROMPT_LSP_API_KEY: key }) };
  // A folder of the workspace as the present one would be locked on Windows.
  const place = { cwd: homedir(), env };
  const executable = { command: server.command, args: [...server.args], options: place };
  const progress = notifiedProgress((token) => {
    // Where the server has gone, so has its work.
    const cancel = WorkDoneProgressCancelNotification.type;
    client.sendNotification(cancel, { token }).catch(() => undefined);
  });
  const middleware: Middleware = {
    executeCommand: shared.executeCommand,
    handleWorkDoneProgress: progress.handle,
    workspace: { configuration: ownSettings },
  };
  const options = { ...clientOptions(shared), middleware };
  const client = new QuietClient(SECTION, "prompt-lsp", executable, options);
  // Private to the client, and what it writes whole messages with if a setting asks for JSON.
  Object.assign(client, { traceObject: () => undefined });
  client.registerFeature(OWN_COMMANDS);
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) {
      progress.clear();
    }
  });
  return client;
}

/** A client that writes into its log, and leaves it to us to show what went wrong. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | "force"): void {
    // Only what we do not hear of: a server that came back, and then did not start.
    const hidden = show === "force" && !message.startsWith("Restarting");
    super.error(message, data, hidden ? false : show);
  }

  /** Messages by their names alone: their contents are prompts, which go into no log. */
  override trace(message: string): void {
    super.trace(message);
  }
}

function clientOptions(shared: Shared): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    outputChannel: shared.log,
    traceOutputChannel: shared.trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: errorHandler(shared.startsAgain),
    initializationFailedHandler: () => false,
    initializationOptions: () =>
      initializationOptions(vscode.workspace.getConfiguration().get(SECTION)),
  };
}

/** The client's own messages about it are not shown: the status says it, and we do. */
function errorHandler(startsAgain: () => boolean): ErrorHandler {
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: () => ({
      action: startsAgain() ? CloseAction.Restart : CloseAction.DoNotRestart,
      handled: true,
    }),
  };
}

type Configuration = NonNullable<NonNullable<Middleware["workspace"]>["configuration"]>;

/** The settings that the server asks for, without those that are not for it. */
const ownSettings: Configuration = async (params, token, next) => {
  const answers = await next(params, token);
  return Array.isArray(answers) ? answers.map(serverSettings) : answers;
};

/** Tells the server which commands it may name. */
const OWN_COMMANDS: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = {
      ...(capabilities.experimental as object | undefined),
      promptLsp: { commands: COMMANDS },
    };
  },
  initialize() {
    // Nothing is to be done once the server has heard it.
  },
  getState: () => ({ kind: "static" }),
  clear() {
    // Nothing is held.
  },
};
