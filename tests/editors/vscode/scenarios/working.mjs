/** The prompt tools and converting, from the palette and from code actions. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { until } from "../until.mjs";

/** A text-completions prompt becomes the body of a request, in a file beside it. */
export async function converts(stage, { programs, text, body }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Convert to Messages");
  await window.tab("old.messages.json").waitFor();
  await window.run("File: Save All Files");
  await stage.says("old.messages.json", body);
  await window.shot("converted");
}

/** What varies is taken out, its values get a file of their own, and one undo each takes it back. */
export async function templatizes(stage, { programs, text, template, values }) {
  const window = await stage.openPrompt("hello.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Templatize");
  await window.accept();
  await window.tab("hello.vars.json").waitFor();
  await window.run("File: Save All Files");
  await stage.holds("hello.prompt", template);
  await stage.says("hello.vars.json", values);
  await window.shot("templatized");
  await window.tab("hello.prompt").click();
  await window.press("Control+z");
  await window.save();
  await stage.holds("hello.prompt", text);
}

/** A proposal is looked at in a diff, and made when it is accepted; one undo takes it back. */
export async function accepts(stage, { programs, text, holds }) {
  const window = await stage.openPrompt("answer.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Improve");
  await window.diff.waitFor();
  await window.shot("improve");
  await window.accept();
  await window.save();
  await stage.gains("answer.prompt", holds);
  await window.press("Control+z");
  await window.save();
  await stage.holds("answer.prompt", text);
}

/** Who accepts twice in a hurry accepts once. */
export async function accepts_twice(stage, { programs, text, template, values }) {
  const window = await stage.openPrompt("hello.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Templatize");
  await window.diff.waitFor();
  await window.acceptance.dblclick();
  await window.diff.waitFor({ state: "detached" });
  await window.tab("hello.vars.json").waitFor();
  assert.equal(await window.told("did not apply").count(), 0);
  await window.run("File: Save All Files");
  await stage.holds("hello.prompt", template);
  await stage.says("hello.vars.json", values);
}

/** The tab of a proposal says what it does, though another one for the same prompt was there. */
export async function titles(stage, { programs, text, first, second }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.attached();
  const proposals = window.page.locator(".tabs-container .tab", { hasText: "old.prompt: " });
  for (const { command, title } of [first, second]) {
    await window.openFile("old.prompt");
    await window.run(command);
    await until(`one tab says “${title}”`, async () => {
      const found = await proposals.allInnerTexts();
      assert.equal(found.length, 1, found.join());
      return found[0].includes(title);
    });
  }
}

/** Who has turned to another file is not interrupted by a slow answer, which comes with `mark`. */
export async function waits_its_turn(stage, { programs, text, machine, engine, mark }) {
  const files = { "answer.prompt": text, "other.txt": "" };
  const window = await stage.open({ files, open: "answer.prompt", programs, machine });
  await window.attached();
  await window.hasEngine(engine);
  await window.run("Prompt: Improve");
  await window.page.locator(".notification-toast .monaco-button", { hasText: "Cancel" }).first().waitFor();
  await window.openFile("other.txt");
  await window.tab("other.txt").and(window.page.locator(".active")).waitFor();
  writeFileSync(mark, "");
  await window.told("is ready").waitFor();
  assert.equal(await window.diff.count(), 0);
  await window.told("is ready").getByRole("button", { name: "Show" }).click();
  await window.diff.waitFor();
}

/** A proposal that is discarded leaves the prompt as it is. */
export async function discards(stage, { programs, text }) {
  const window = await stage.openPrompt("answer.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Improve");
  await window.discard();
  await window.saved();
  assert.equal(stage.read("answer.prompt"), text);
}

/** Chosen as code actions, tools show their proposals as the commands do; converting writes a file. */
export async function offers_tools(stage, { programs, text, tools, converting }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.attached();
  const choose = async (title) => {
    await window.goTo(3, 8);
    await window.actions();
    await window.choose(title);
  };
  for (const title of tools) {
    await choose(title);
    await window.discard();
  }
  await choose(converting.title);
  await until("the body is written", () => stage.has("old.messages.json"));
  await window.openFile("old.messages.json");
  await window.reads(".editor-instance .view-lines", converting.holds);
  await window.shot("code-actions");
}

/** In VS Code's own preview the user ticks what is to be done. */
export async function previews_refactoring(stage, { programs, text, holds }) {
  const user = { "promptLsp.improvePreview": "refactorPreview" };
  const window = await stage.openPrompt("answer.prompt", text, { programs, user });
  await window.attached();
  await window.run("Prompt: Improve");
  const panel = window.page.locator(".panel");
  await panel.locator(".monaco-list-row input[type=checkbox], .monaco-list-row .edit-checkbox").first().click();
  await window.shot("refactor-preview");
  await panel.getByRole("button", { name: "Apply" }).click();
  await window.focus();
  await window.save();
  await stage.gains("answer.prompt", holds);
}

/** Without a preview the prompt is changed at once, and one undo takes it back. */
export async function changes_at_once(stage, { programs, text, holds }) {
  const user = { "promptLsp.improvePreview": "none" };
  const window = await stage.openPrompt("answer.prompt", text, { programs, user });
  await window.attached();
  await window.run("Prompt: Improve");
  await window.dirty("answer.prompt");
  assert.equal(await window.diff.count(), 0);
  await window.save();
  await stage.gains("answer.prompt", holds);
  await window.press("Control+z");
  await window.save();
  await stage.holds("answer.prompt", text);
}

/** What was proposed for another text is not made of this one; the user may ask again. */
export async function asks_again(stage, { programs, text, values, typed, template, gained }) {
  const files = { "hello.prompt": text, "hello.vars.json": values };
  const window = await stage.open({ files, open: "hello.prompt", programs });
  await window.attached();
  await window.run("Prompt: Templatize");
  await window.diff.waitFor();
  await window.openFile("hello.vars.json");
  await window.goTo(1, 2);
  await window.type(typed);
  await window.save();
  await window.page.locator(".tabs-container .tab", { hasText: "Templatize" }).click();
  await window.acceptance.click();
  const said = window.told("has changed since");
  await said.waitFor();
  await window.shot("changed-since");
  assert.equal(stage.read("hello.prompt"), text);
  await said.getByRole("button", { name: "Ask Again" }).click();
  await until("there is a proposal for the new text", async () => (await window.diff.count()) > 0);
  await window.accept();
  await window.run("File: Save All Files");
  await stage.holds("hello.prompt", template);
  await stage.says("hello.vars.json", gained);
}

/** A prompt is written for a task that the user types. */
export async function generates(stage, { programs, text, task, holds }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Generate…");
  await window.say(task);
  await window.reads(".editor-instance .view-lines", holds);
  await window.shot("generated");
  assert.equal(stage.read("old.prompt"), text);
}

/** The user says what shall be better, and finds the words again the next time. */
export async function takes_feedback(stage, { programs, text, feedback, holds }) {
  const window = await stage.openPrompt("answer.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Improve with Feedback…");
  await window.say(feedback);
  await window.accept();
  await window.save();
  await until("the feedback is in the prompt", () => {
    assert.ok(stage.read("answer.prompt").toLowerCase().includes(holds), stage.read("answer.prompt"));
    return true;
  });
  await window.run("Prompt: Improve with Feedback…");
  await window.rows.filter({ hasText: feedback }).first().waitFor();
  await window.shot("feedback");
  await window.press("Escape");
}

/** Work that takes long is cancelled in its notification, and changes nothing. */
export async function cancels(stage, { programs, text, machine, engine }) {
  const window = await stage.openPrompt("answer.prompt", text, { programs, machine });
  await window.attached();
  await window.hasEngine(engine);
  await window.run("Prompt: Improve");
  const notification = window.page.locator(".notification-toast .monaco-button", { hasText: "Cancel" }).first();
  await notification.waitFor();
  await window.shot("cancel");
  await notification.click();
  await notification.waitFor({ state: "detached" });
  assert.equal(stage.read("answer.prompt"), text);
  assert.equal(await window.diff.count(), 0);
}

/** The key goes nowhere but into the store of secrets and the server's environment. */
export async function keeps_key(stage, { programs, text, key }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.judged();
  await window.run("Prompt: Set API Key…");
  await window.say(key);
  await until("the server has the key", () => stage.environments().some((each) => each.PROMPT_LSP_API_KEY === key));
  await window.judged();
  assert.deepEqual(stage.written(key), []);
  await window.run("Prompt: Clear API Key");
  await until("the server has no key", () => {
    const known = stage.environments();
    return known.length > 0 && known.every((each) => !("PROMPT_LSP_API_KEY" in each));
  });
}

/** The trace tells that messages went, and never what a prompt says. */
export async function keeps_prompt(stage, { programs, text, said, typed, trace }) {
  const user = { "promptLsp.trace.server": trace };
  const window = await stage.openPrompt("old.prompt", text, { programs, user });
  await window.judged();
  await window.run("Developer: Set Log Level...");
  for (const choice of ["prompt-lsp trace", "Trace"]) {
    await window.pick(choice);
  }
  await window.goTo(3, 8);
  await window.type(typed);
  await until("the trace tells of it", () => stage.written("textDocument/didChange").length > 0);
  await window.save();
  await until("the trace tells of the end", () => stage.written("textDocument/didSave").length > 0);
  assert.deepEqual(stage.written(said), []);
  assert.deepEqual(stage.written(typed), []);
}
