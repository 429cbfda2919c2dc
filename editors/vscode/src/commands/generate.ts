/** A prompt for a task: from a description that is written, or from the user's words. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Active } from "../active";
import { ask } from "../ask";
import { generatedText } from "../generated";
import type { Reviews } from "../review/review";
import { execute, offers, shown } from "../server/requests";
import { type Aim, aimAt } from "./target";
import { work } from "./tools";

/** What generating works with. */
interface Parts {
  readonly reviews: Reviews;
  readonly state: vscode.Memento;
  readonly active: Active;
}

/** Generates a prompt where it belongs. */
export async function generate(
  client: LanguageClient,
  { reviews, state, active }: Parts,
): Promise<void> {
  const aim = await aimAt(client, undefined, active.document);
  switch (await source(aim)) {
    case "here":
      if (aim) {
        await work(client, reviews, "promptLsp.generate", aim.wish);
      }
      return;
    case "words":
      await fromWords(client, state, aim?.document);
      return;
    case undefined:
      return;
  }
}

/** Where the task stands; asks where that is not plain. */
async function source(aim: Aim | undefined): Promise<"here" | "words" | undefined> {
  if (!aim || !(await shown(aim.client, aim.document.uri))) {
    return "words"; // what is no prompt describes none, be something of it selected
  }
  if (aim.wish.range) {
    return "here";
  }
  if (!(await offers(aim.client, aim.document.uri)).describes) {
    return "words";
  }
  const here = { label: "From this description", detail: "The prompt takes its place", is: "here" };
  const words = { label: "For another task…", detail: "The prompt is a new document", is: "words" };
  const options = { title: "Generate Prompt", placeHolder: "What shall the prompt be for?" };
  const chosen = await vscode.window.showQuickPick([here, words] as const, options);
  return chosen && (chosen.is as "here" | "words");
}

async function fromWords(
  client: LanguageClient,
  state: vscode.Memento,
  current: vscode.TextDocument | undefined,
): Promise<void> {
  const task = await ask(state, {
    name: "task",
    title: "Generate Prompt",
    placeholder: "What shall the prompt do? For instance: answer questions about a manual",
  });
  const answer = task === undefined ? undefined : await execute(client, "promptLsp.generate", { task });
  const text = answer && generatedText(answer.response);
  if (text === undefined) {
    return;
  }
  // A prompt that nobody has begun is the place for it.
  if (current?.languageId === "llm-prompt" && !current.isClosed && current.getText() === "") {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(current.uri, new vscode.Position(0, 0), text);
    if (await vscode.workspace.applyEdit(edit)) {
      return;
    }
  }
  const made = await vscode.workspace.openTextDocument({ language: "llm-prompt", content: text });
  await vscode.window.showTextDocument(made);
}
