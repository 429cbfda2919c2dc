import assert from "node:assert/strict";
import { test } from "node:test";
import { hasTable, wakefulBy } from "../src/wakeful";

test("languages and files are read from the activation events", () => {
  const events = [
    "onLanguage:llm-prompt",
    "workspaceContains:**/*.prompt",
    "workspaceContains:pyproject.toml",
    "onWebviewPanel:promptLsp.preview",
  ];
  assert.deepEqual(wakefulBy(events), { languages: ["llm-prompt"], files: ["**/*.prompt"] });
});

test("a project is ours by its table", () => {
  const ours = ["[tool.prompt-lsp]", "x = 1\r\n[tool.prompt-lsp.severity]", '[ tool."prompt-lsp" ]', "[[tool.prompt-lsp.x]]"];
  const others = ["", "[tool.prompt-lsp-more]", "# [tool.prompt-lsp]", "[tool.ruff]\nignore = ['prompt-lsp']"];
  assert.deepEqual(ours.filter((text) => !hasTable(text)), []);
  assert.deepEqual(others.filter(hasTable), []);
});
