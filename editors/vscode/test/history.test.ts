import assert from "node:assert/strict";
import { test } from "node:test";
import { choices, remembered } from "../src/history";

test("the newest comes first, and each thing once", () => {
  assert.deepEqual(remembered(["a", "b"], "b"), ["b", "a"]);
});

test("old things are forgotten", () => {
  const many = Array.from({ length: 30 }, (_, number) => String(number));
  assert.equal(remembered(many, "new").length, 20);
});

test("what is typed can be chosen, before what was said before", () => {
  assert.deepEqual(choices(" shorter ", ["longer"]), ["shorter", "longer"]);
  assert.deepEqual(choices("", ["longer"]), ["longer"]);
  assert.deepEqual(choices("longer", ["longer"]), ["longer"]);
});
