/** Which server runs, and what becomes of it. */
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { killed, running } from "../processes.mjs";
import { until } from "../until.mjs";

/** The extension sleeps until there is a prompt; tells the milliseconds that it takes then. */
export async function wakes(stage, { programs, text }) {
  const window = await stage.open({ files: { "notes.txt": "No prompt\n" }, open: "notes.txt", programs });
  await window.page.setViewportSize({ width: 1280, height: 2400 }); // a row below is not there
  await window.run("Developer: Show Running Extensions");
  const listed = window.page.locator(".runtime-extensions-editor .monaco-list-row");
  await listed.first().waitFor();
  const own = listed.filter({ hasText: "prompt-lsp" });
  assert.equal(await own.count(), 0, "it is active where there is no prompt");
  stage.write("new.prompt", text);
  await window.press("Escape");
  await listed.first().waitFor({ state: "detached" });
  await window.openFile("new.prompt");
  await window.judged();
  await window.run("Developer: Show Running Extensions");
  return Number(/Activation: (\d+)ms/.exec(await own.innerText())[1]);
}

/** The settings of a project say which files are prompts, and wake the extension. */
export async function wakes_for_project(stage, { programs, text, project }) {
  const files = { "system.txt": text, "pyproject.toml": project };
  const window = await stage.open({ files, open: "system.txt", programs });
  await window.judged();
}

/** In a project without prompts no server runs, until there is a prompt. */
export async function sleeps_in_project(stage, { programs, text }) {
  const files = {
    "pyproject.toml": "[project]\n",
    "notes.txt": "No prompt\n",
    "node_modules/library/prompts/default.txt": text,
  };
  const window = await stage.open({ files, open: "notes.txt", programs });
  await window.page.setViewportSize({ width: 1280, height: 2400 });
  await window.run("Developer: Show Running Extensions");
  await window.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: "prompt-lsp" }).waitFor();
  await window.press("Escape");
  await window.openFile("notes.txt");
  assert.deepEqual(running(stage.server.programs), []);
  stage.write("prompts/new.txt", text);
  await window.openFile("new.txt");
  await window.judged();
}

/** A server that is killed is started again, and judges what is typed then. */
export async function comes_back(stage, { programs, text, title }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.judged();
  const first = await until("one server runs", () => running(stage.server.programs)[0]);
  killed(first);
  const second = await until("another server runs", () =>
    running(stage.server.programs).find((pid) => pid !== first));
  assert.notEqual(second, first);
  await window.judged();
  await window.goTo(4, 1);
  await window.actions();
  await window.choose(title);
  await until("it is judged anew", async () =>
    (await window.underlined()).every(([, , , severity]) => severity !== "error"));
  await window.shot("came-back");
}

/** Without `prompt-lsp` on the path the copy of the extension runs, and says so. */
export async function bundled(stage, { programs, text }) {
  const window = await stage.openPrompt("old.prompt", text, { programs });
  await window.judged();
  await window.run("Prompt: Show Output");
  await window.reads(".panel .view-lines", "that comes with the extension");
  await window.shot("bundled");
}

/** Without any Python there is a message that says what to do. */
export async function no_python(stage, { text }) {
  const window = await stage.openPrompt("old.prompt", text, { programs: {} });
  const said = window.told("needs Python 3.11 or later");
  await said.waitFor();
  await window.shot("no-python");
  return said.innerText();
}

/** A workspace that is not trusted is judged, and nothing that it brings is run. */
export async function untrusted(stage, { programs, text, trap }) {
  const files = {
    "old.prompt": text,
    ".venv/bin/python": trap,
    ".venv/bin/prompt-lsp": trap,
    ".vscode/settings.json": JSON.stringify({
      "promptLsp.path": join(stage.folder, ".venv/bin/prompt-lsp"),
      "promptLsp.interpreter": join(stage.folder, ".venv/bin/python"),
    }),
  };
  const user = {
    "security.workspace.trust.enabled": true,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.emptyWindow": false,
  };
  const made = () => {
    for (const name of [".venv/bin/python", ".venv/bin/prompt-lsp"]) {
      chmodSync(join(stage.folder, name), 0o755);
    }
  };
  const window = await stage.open({ files, made, open: "old.prompt", programs, user });
  await window.judged();
  await window.page.getByText("Restricted Mode").first().waitFor();
  await window.shot("untrusted");
  assert.ok(!stage.has("trapped"), "a program of the workspace was run");
}

/** A server that ends again and again is given up, until the user wants it back. */
export async function gives_up(stage, { programs, text, crashes }) {
  const files = { "old.prompt": text, "other.prompt": text };
  const window = await stage.open({ files, open: "old.prompt", programs });
  await window.judged();
  let last;
  for (let left = crashes; left > 0; left -= 1) {
    last = await until("a server runs", () => running(stage.server.programs).find((pid) => pid !== last));
    await until("it is up", () => window.standing().then((said) => said.includes("server on PATH")));
    killed(last);
  }
  const said = window.told("does not stay up");
  await said.waitFor();
  await window.openFile("other.prompt");
  assert.deepEqual(running(stage.server.programs), [], "it is not started by looking elsewhere");
  await window.shot("given-up");
  await said.getByRole("button", { name: "Restart" }).click();
  await until("a server runs again", () => running(stage.server.programs).length === 1);
  await window.judged();
}
