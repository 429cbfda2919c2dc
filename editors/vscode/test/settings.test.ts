import assert from "node:assert/strict";
import { test } from "node:test";
import { initializationOptions, needsRestart, serverSettings } from "../src/settings";

const SECTION = {
  path: "/own/prompt-lsp",
  interpreter: null,
  improvePreview: "diff",
  trace: { server: "off" },
  engines: { messages: { baseUrl: "http://localhost", model: null } },
  deadline: 5,
  select: null,
  severity: { TRN001: "off" },
  ignore: [],
};

test("the server is told what is set, and nothing of ours or guarded", () => {
  assert.deepEqual(serverSettings(SECTION), { severity: { TRN001: "off" }, ignore: [] });
});

test("the guarded settings are told at the start alone", () => {
  assert.deepEqual(initializationOptions(SECTION), {
    engines: { messages: { baseUrl: "http://localhost" } },
    deadline: 5,
  });
});

test("nothing set is nothing told", () => {
  for (const section of [undefined, null, {}, { engines: { messages: { model: null } } }]) {
    assert.deepEqual(serverSettings(section), {});
    assert.deepEqual(initializationOptions(section), {});
  }
});

test("only what a server knows from its start wants another one", () => {
  const changed = (...keys: string[]) => needsRestart((section) => keys.includes(section));
  assert.equal(changed("promptLsp.engines"), true);
  assert.equal(changed("promptLsp.path"), true);
  assert.equal(changed("promptLsp.severity", "promptLsp.trace"), false);
});
