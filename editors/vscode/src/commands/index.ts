/** What the palette and the menus offer. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Active } from "../active";
import { ask } from "../ask";
import type { Key } from "../key";
import type { Preview } from "../preview/panel";
import { showCreated } from "../review/apply";
import type { Reviews } from "../review/review";
import { execute, offers, type ServerCommand, TOOLS, type Tool, type Wish } from "../server/requests";
import type { Session } from "../session";
import { MENU } from "../status";
import { generate } from "./generate";
import { menu } from "./menu";
import { showRule } from "./rule";
import { type Aim, aimAt, isWish, promptIn } from "./target";
import { work } from "./tools";

/** What commands work with. */
export interface Parts {
  readonly session: Session;
  readonly active: Active;
  readonly reviews: Reviews;
  readonly preview: Preview;
  readonly key: Key;
  readonly log: vscode.LogOutputChannel;
  readonly state: vscode.Memento;
}

/** Registers all of our own commands; the server's are registered by its client. */
export function registerCommands(parts: Parts): vscode.Disposable {
  const { session, reviews, preview, key, log } = parts;
  const commands: Record<string, (argument?: unknown) => unknown> = {
    improve: (given) => onPrompt(parts, given, tool("promptLsp.improve")),
    improveWithFeedback: (given) => onPrompt(parts, given, improveWithFeedback),
    templatize: (given) => onPrompt(parts, given, tool("promptLsp.templatize")),
    generate: () => onServer(session, (client) => generate(client, parts)),
    convertToMessages: (given) => onPrompt(parts, given, plainly("promptLsp.convertToMessages")),
    fixAll: (given) => onPrompt(parts, given, plainly("promptLsp.fixAll")),
    preview: (given) => { preview.open(promptIn(given)); },
    showRule: (code) =>
      onServer(session, async () => {
        if (session.server) {
          await showRule(session.server, typeof code === "string" ? code : undefined);
        }
      }),
    restart: () => session.restart(),
    showOutput: () => { log.show(); },
    setApiKey: () => key.set(),
    clearApiKey: () => key.clear(),
    accept: () => reviews.accept(),
    discard: () => reviews.discard(),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`promptLsp.ui.${name}`, run),
    ),
    vscode.commands.registerCommand(MENU, async () => {
      await session.wake();
      await menu(session, parts.active);
    }),
  );
}

/**
 * Has a command of the server, as a code action names it, go the way of our own.
 *
 * @returns undefined where it is none of the tools, or where its caller wants the edit.
 */
export function taken(
  parts: Parts,
  command: string,
  args: readonly unknown[],
): Promise<void> | undefined {
  const name = TOOLS.find((each) => each === command);
  const wish = args[0];
  if (!name || !isWish(wish) || wish.uri === undefined || wish.apply === false) {
    return undefined;
  }
  return onPrompt(parts, wish, tool(name));
}

type Run = (aim: Aim, parts: Parts) => Promise<void>;

function tool(name: Tool): Run {
  return ({ client, wish }, { reviews }) => work(client, reviews, name, wish);
}

async function improveWithFeedback(aim: Aim, parts: Parts): Promise<void> {
  const { presets } = await offers(aim.client, aim.document.uri);
  const feedback = await ask(parts.state, {
    name: "feedback",
    title: "Improve with Feedback",
    placeholder: "What shall be better?",
    presets,
  });
  if (feedback !== undefined) {
    // What was selected is so in the version of then; the whole prompt is meant as it is.
    const whole = aim.wish.range ? {} : { version: aim.document.version };
    const now = { ...aim.wish, ...whole, feedback };
    await work(aim.client, parts.reviews, "promptLsp.improve", now);
  }
}

/** A command that the server does at once, and tells if there was nothing to do. */
function plainly(command: ServerCommand): Run {
  return async ({ client, wish }) => {
    const { uri, version, range } = wish;
    const about: Wish = { uri, ...(version !== undefined && { version }) };
    const fix = command === "promptLsp.fixAll" && range !== undefined;
    const answer = await execute(client, command, fix ? { ...about, range } : about);
    if (answer?.applied) {
      await showCreated(client, answer);
    } else if (answer && !answer.edit) {
      void vscode.window.showInformationMessage("There is nothing to change here");
    }
  };
}

async function onPrompt(parts: Parts, given: unknown, run: Run): Promise<void> {
  await onServer(parts.session, async (client) => {
    const aim = await aimAt(client, given, parts.active.document);
    if (aim) {
      await run(aim, parts);
    } else {
      void vscode.window.showInformationMessage("Open a prompt first");
    }
  });
}

async function onServer(
  session: Session,
  run: (client: LanguageClient) => Promise<void>,
): Promise<void> {
  await session.wake();
  const client = await session.ready();
  if (client) {
    await run(client);
    return;
  }
  const said = "The server of prompt-lsp does not run";
  if (await vscode.window.showWarningMessage(said, "Restart")) {
    await session.restart();
  }
}
