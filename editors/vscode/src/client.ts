/** The connection to one server. */
import { homedir } from "node:os";
import * as vscode from "vscode";
import {
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  type StaticFeature,
} from "vscode-languageclient/node";
import { DOCUMENTS } from "./documents";
import { initializationOptions, serverSettings } from "./settings";
import type { Server } from "./server/find";

/** The section of the settings, and the id of the client, which its trace goes by. */
export const SECTION = "promptLsp";

/** Our own commands that the server may name in a code action. */
const COMMANDS = ["promptLsp.ui.improveWithFeedback"];

/** What a client shares with those before and after it. */
export interface Shared {
  readonly log: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
  readonly errorHandler: ErrorHandler;
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
  const options = { cwd: homedir(), env };
  const executable = { command: server.command, args: [...server.args], options };
  const client = new LanguageClient(SECTION, "prompt-lsp", executable, clientOptions(shared));
  client.registerFeature(OWN_COMMANDS);
  return client;
}

function clientOptions(shared: Shared): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    outputChannel: shared.log,
    traceOutputChannel: shared.trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: shared.errorHandler,
    initializationOptions: () =>
      initializationOptions(vscode.workspace.getConfiguration().get(SECTION)),
    middleware: {
      executeCommand: shared.executeCommand,
      workspace: { configuration: ownSettings },
    },
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
