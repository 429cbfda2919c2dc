import assert from "node:assert/strict";
import { test } from "node:test";
import { generatedText } from "../src/generated";

test("a prompt is read from text or from blocks", () => {
  assert.equal(generatedText({ messages: [{ content: "a" }] }), "a");
  const blocks = [{ type: "text", text: "a" }, { type: "text", text: "b" }];
  assert.equal(generatedText({ messages: [{ content: blocks }] }), "ab");
});

test("an answer without a prompt has none", () => {
  for (const response of [null, {}, { messages: [] }]) {
    assert.equal(generatedText(response), undefined);
  }
});
