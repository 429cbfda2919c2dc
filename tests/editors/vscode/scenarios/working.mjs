/** The prompt tools, converting, and the preview. */
import assert from "node:assert/strict";
import { until } from "../until.mjs";

/** A text-completions prompt becomes the body of a request, in a file beside it. */
export async function converts(stage, { programs, text, body }) {
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs });
  await window.attached();
  await window.run("Prompt: Convert to Messages");
  await window.tab("old.messages.json").waitFor();
  await window.run("File: Save All Files");
  await until("the body is written", () => {
    assert.deepEqual(JSON.parse(stage.read("old.messages.json")), body);
    return true;
  });
  await window.shot("converted");
}

/** What varies is taken out, its values get a file of their own, and one undo each takes it back. */
export async function templatizes(stage, { programs, text, template, values }) {
  const window = await stage.open({ files: { "hello.prompt": text }, open: "hello.prompt", programs });
  await window.attached();
  await window.run("Prompt: Templatize");
  await window.accept();
  await window.tab("hello.vars.json").waitFor();
  await window.run("File: Save All Files");
  await stage.holds("hello.prompt", template);
  await until("the values are written", () => {
    assert.deepEqual(JSON.parse(stage.read("hello.vars.json")), values);
    return true;
  });
  await window.shot("templatized");
  await window.tab("hello.prompt").click();
  await window.press("Control+z");
  await window.save();
  await stage.holds("hello.prompt", text);
}

/** A proposal is looked at in a diff, and made when it is accepted; one undo takes it back. */
export async function accepts(stage, { programs, text, holds }) {
  const window = await stage.open({ files: { "answer.prompt": text }, open: "answer.prompt", programs });
  await window.attached();
  await window.run("Prompt: Improve");
  await window.diff().waitFor();
  await window.shot("improve");
  await window.accept();
  await window.save();
  await until("the improved prompt is written", () => {
    for (const each of holds) {
      assert.ok(stage.read("answer.prompt").includes(each), each);
    }
    return true;
  });
  await window.press("Control+z");
  await window.save();
  await stage.holds("answer.prompt", text);
}

/** A proposal that is discarded leaves the prompt as it is. */
export async function discards(stage, { programs, text }) {
  const window = await stage.open({ files: { "answer.prompt": text }, open: "answer.prompt", programs });
  await window.attached();
  await window.run("Prompt: Improve");
  await window.diff().waitFor();
  await window.run("Prompt: Discard Proposal");
  await window.diff().waitFor({ state: "detached" });
  await window.saved();
  assert.equal(stage.read("answer.prompt"), text);
}

/** The user says what shall be better, and finds the words again the next time. */
export async function takes_feedback(stage, { programs, text, feedback, holds }) {
  const window = await stage.open({ files: { "answer.prompt": text }, open: "answer.prompt", programs });
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
  const window = await stage.open({ files: { "answer.prompt": text }, open: "answer.prompt", programs, machine });
  await window.attached();
  // The workbench may show settings of before until it has read those of the machine.
  await until("the engine is the model", async () => {
    await window.run("Prompt: Engine and Server…");
    const named = window.rows.filter({ hasText: engine }).first();
    const known = await named.waitFor({ timeout: 2_000 }).then(() => true, () => false);
    await window.press("Escape");
    return known;
  });
  await window.run("Prompt: Improve");
  const notification = window.page.locator(".notification-toast .monaco-button", { hasText: "Cancel" }).first();
  await notification.waitFor();
  await window.shot("cancel");
  await notification.click();
  await notification.waitFor({ state: "detached" });
  assert.equal(stage.read("answer.prompt"), text);
  assert.equal(await window.diff().count(), 0);
}

/** The preview shows turns, and fills in what is typed for a variable. */
export async function previews(stage, { programs, text, turns, variable, value }) {
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs });
  await window.attached();
  await window.run("Prompt: Preview");
  const page = window.webview();
  await page.locator("article.turn").first().waitFor();
  assert.deepEqual(await page.locator("article.turn h2").allInnerTexts(), turns);
  const field = page.getByLabel(variable);
  await field.fill(value);
  await page.locator("mark.filled", { hasText: value }).waitFor();
  await window.shot("preview");
}

/** The pieces of a prompt have colours of their own. */
export async function colours(stage, { programs, text, pieces }) {
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs });
  await window.attached();
  return until("pieces are coloured", async () => {
    const found = await window.classes();
    const classes = pieces.map((piece) => found.find(([said]) => said.includes(piece))?.[1]);
    assert.ok(classes.every(Boolean), JSON.stringify(found));
    return classes;
  });
}

/** The key goes nowhere but into the store of secrets and the server's environment. */
export async function keeps_key(stage, { programs, text, key }) {
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs });
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
export async function keeps_prompt(stage, { programs, text, secret, typed }) {
  const user = { "promptLsp.trace.server": "verbose" };
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs, user });
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
  assert.deepEqual(stage.written(secret), []);
  assert.deepEqual(stage.written(typed), []);
}
