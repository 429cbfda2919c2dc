/** Which server runs, and what becomes of it. */
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { killed, running } from "../processes.mjs";
import { until } from "../until.mjs";

/** A server that is killed is started again, and judges what is typed then. */
export async function comes_back(stage, { programs, text, title }) {
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs });
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
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs });
  await window.judged();
  await window.run("Prompt: Show Output");
  await window.reads(".panel .view-lines", "that comes with the extension");
  await window.shot("bundled");
}

/** Without any Python there is a message that says what to do. */
export async function no_python(stage, { text }) {
  const window = await stage.open({ files: { "old.prompt": text }, open: "old.prompt", programs: {} });
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
