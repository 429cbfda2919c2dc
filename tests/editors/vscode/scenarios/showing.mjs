/** What is shown of a prompt and of its findings, beside the text. */
import assert from "node:assert/strict";
import { until } from "../until.mjs";

/** The preview shows turns, and fills in what is typed for a variable. */
export async function previews(stage, { programs, text, turns, variable, value }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Preview");
  const page = window.webview();
  await page.locator("article.turn").first().waitFor();
  assert.deepEqual(await page.locator("article.turn h2").allInnerTexts(), turns);
  const field = page.getByLabel(variable);
  await field.fill(value);
  await page.locator("mark.filled", { hasText: value }).waitFor();
  // The tools are there though the preview has the focus, and those of its own title are for its prompt.
  await window.attached();
  await window.page.locator(".editor-actions .action-label[aria-label^='Preview']").last().click();
  await page.locator("mark.filled", { hasText: value }).waitFor();
  await window.shot("preview");
}

/** The preview stays with the prompt while a proposal for it is looked at. */
export async function stays_with_prompt(stage, { programs, text, turn }) {
  const window = await stage.openPrompt("answer.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Preview");
  await window.webview().locator("article.turn").first().click();
  await window.run("Prompt: Improve");
  await window.diff.waitFor();
  assert.ok(await window.webview().locator("article.turn").first().isVisible()); // beside it
  await window.shot("preview-of-proposal");
  await window.discard();
  assert.deepEqual(await window.webview().locator("article.turn h2").allInnerTexts(), [turn]);
}

/** What turns letters round is shown, markup is text, and what is too long ends. */
export async function shows_plainly(stage, { programs, text, marks, reads, rest }) {
  const window = await stage.openPrompt("odd.prompt", text, { programs });
  await window.attached();
  await window.run("Prompt: Preview");
  const page = window.webview();
  await page.locator(".rest", { hasText: rest }).waitFor();
  assert.deepEqual(await page.locator(".turning").allInnerTexts(), marks);
  assert.ok((await page.locator("article.turn .text").innerText()).startsWith(reads));
}

/** The values of a document that is never saved are not those of the next one. */
export async function forgets_values(stage, { programs, text, variable, value }) {
  const window = await stage.open({ files: {}, programs });
  const page = window.webview();
  const open = async () => {
    await window.run("File: New Untitled Text File");
    await window.run("Change Language Mode");
    await window.pick("LLM Prompt");
    await window.attached();
    await window.focus();
    await window.type(text);
    await window.run("Prompt: Preview");
    return page.getByLabel(variable);
  };
  const first = await open();
  await first.fill(value);
  await page.locator("mark.filled", { hasText: value }).waitFor();
  await window.focus();
  await window.run("View: Revert and Close Editor");
  await until("it is closed", async () => (await window.tab("Untitled-1").count()) === 0);
  const second = await open();
  assert.equal(await second.inputValue(), "");
}

/** The pieces of a prompt have colours of their own. */
export async function colours(stage, { programs, text, pieces }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.attached();
  return until("pieces are coloured", async () => {
    const found = await window.classes();
    const classes = pieces.map((piece) => found.find(([said]) => said.includes(piece))?.[1]);
    assert.ok(classes.every(Boolean), JSON.stringify(found));
    return classes;
  });
}

/** The manual of the rule at the cursor. */
export async function explains(stage, { programs, text, at, holds }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.judged();
  await window.goTo(...at);
  await window.run("Prompt: Show Rule");
  for (const each of holds) {
    await window.webview().getByText(each).first().waitFor();
  }
  await window.shot("rule");
}

/** The status has the server's version, what works and the number of problems; its menu opens. */
export async function tells_status(stage, { programs, text, status }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.judged();
  await window.page.locator('.statusbar-item[id="status.languageStatus"]').click();
  await window.reads(".hover-language-status", status);
  await window.shot("status");
  await window.page.locator(".hover-language-status a", { hasText: "Prompt Tools" }).click();
  await window.rows.filter({ hasText: "Restart Server" }).first().waitFor();
  await window.shot("menu");
  await window.press("Escape");
}

/** The walkthrough opens, and each of its steps has a picture. */
export async function guides(stage, { programs, text, title, steps }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.judged();
  await window.page.setViewportSize({ width: 1600, height: 900 }); // no pictures in less
  await window.run("Welcome: Open Walkthrough...");
  await window.pick(title);
  for (const step of steps) {
    await window.page.locator(".step-title", { hasText: step }).first().click();
    await window.webview().locator("svg").first().waitFor();
  }
  await window.shot("walkthrough");
}
