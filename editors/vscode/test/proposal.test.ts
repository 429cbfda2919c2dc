import assert from "node:assert/strict";
import { test } from "node:test";
import { drafts, edited, labelOf, withoutQuestions } from "../src/review/proposal";

const at = (character: number) => ({ line: 0, character });
const change = (start: number, end: number, newText: string) => ({
  range: { start: at(start), end: at(end) },
  newText,
});
const offsetAt = ({ character }: { character: number }): number => character;

test("edits are made in the order of the text, whatever theirs", () => {
  const edits = [change(6, 11, "Ada"), change(0, 5, "Dear"), change(11, 11, "!")];
  assert.equal(edited("hello world", edits, offsetAt), "Dear Ada!");
});

test("insertions at one place stay in their order", () => {
  const edits = [change(1, 1, "b"), change(1, 1, "c"), change(1, 2, "d")];
  assert.equal(edited("a-e", edits, offsetAt), "abcde");
});

const EDIT = {
  documentChanges: [
    { kind: "create", uri: "file:///a.vars.json", annotationId: "file:///a.vars.json" },
    {
      textDocument: { uri: "file:///a.vars.json", version: null },
      edits: [{ ...change(0, 0, "{}"), annotationId: "file:///a.vars.json" }],
    },
    {
      textDocument: { uri: "file:///a.prompt", version: 3 },
      edits: [{ ...change(0, 1, "x"), annotationId: "file:///a.prompt" }],
    },
  ],
  changeAnnotations: { "file:///a.prompt": { label: "Templatize", needsConfirmation: true } },
};

test("the documents of an edit are known, and which of them it creates", () => {
  const found = drafts(EDIT).map(({ uri, creates }) => [uri, creates]);
  assert.deepEqual(found, [
    ["file:///a.vars.json", true],
    ["file:///a.prompt", false],
  ]);
  assert.equal(labelOf(EDIT, "file:///a.prompt"), "Templatize");
});

test("an edit that has been seen asks for nothing", () => {
  const said = JSON.stringify(withoutQuestions(EDIT));
  assert.doesNotMatch(said, /annotation/i);
  assert.match(said, /"kind":"create"/);
  assert.match(said, /"newText":"x"/);
});
