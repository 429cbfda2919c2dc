import assert from "node:assert/strict";
import { test } from "node:test";
import { wakefulBy } from "../src/wakeful";

test("languages and files are read from the activation events", () => {
  const events = [
    "onLanguage:llm-prompt",
    "workspaceContains:**/*.prompt",
    "workspaceContains:pyproject.toml",
    "onWebviewPanel:promptLsp.preview",
  ];
  assert.deepEqual(wakefulBy(events), { languages: ["llm-prompt"], files: ["**/*.prompt"] });
});
