import assert from "node:assert/strict";
import { test } from "node:test";
import { drafts, edited, isFor, labelOf, readAlike, replacement, withoutQuestions } from "../src/review/proposal";

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
  const found = drafts(EDIT).map(({ uri, creates, version }) => [uri, creates, version]);
  assert.deepEqual(found, [
    ["file:///a.vars.json", true, null],
    ["file:///a.prompt", false, 3],
  ]);
  assert.equal(labelOf(EDIT, "file:///a.prompt"), "Templatize");
});

test("an edit that has been seen asks for nothing", () => {
  const said = JSON.stringify(withoutQuestions(EDIT));
  assert.doesNotMatch(said, /annotation/i);
  assert.match(said, /"kind":"create"/);
  assert.match(said, /"newText":"x"/);
});

test("an edit is for the versions that it names, and for no closed document", () => {
  const open = (version?: number) => (uri: string) =>
    uri === "file:///a.prompt" ? version : undefined;
  assert.equal(isFor(EDIT, open(3)), true);
  assert.equal(isFor(EDIT, open(4)), false);
  assert.equal(isFor(EDIT, open()), false);
});

test("texts read alike until one of them is another, or is there now", () => {
  const before = new Map([
    ["file:///a.prompt", "a"],
    ["file:///a.vars.json", undefined],
  ]);
  assert.equal(readAlike(new Map(before), before), true);
  assert.equal(readAlike(new Map(before).set("file:///a.prompt", "b"), before), false);
  assert.equal(readAlike(new Map(before).set("file:///a.vars.json", "{}"), before), false);
});

test("one replacement of whole lines makes any text of any other", () => {
  const texts = ["", "\n", "a", "a\r\nb\r\nc", "a\r\nx\r\nc", "a\nb\n", "b\na\nb\n", "😀\n", "😁\n", "a\n\n\na"];
  for (const before of texts) {
    for (const after of texts) {
      const { from, to, text } = replacement(before, after);
      assert.equal(before.slice(0, from) + text + before.slice(to), after);
      assert.ok(from === 0 || before[from - 1] === "\n");
      assert.ok(to === before.length || before[to - 1] === "\n");
    }
  }
});
