import assert from "node:assert/strict";
import { test } from "node:test";
import { complaint } from "../src/server/complaint";

test("what the server says is told", () => {
  assert.equal(complaint({ code: -32803, message: "no key" }), "no key");
});

test("what the user has wished, or been told, is not", () => {
  for (const code of [-32800, -32801, -32802]) {
    assert.equal(complaint({ code, message: "cancelled" }), undefined);
  }
});

test("a lost connection is told as what it is", () => {
  const lost = [new Error("disposed"), { code: -32097, message: "pending" }, undefined];
  for (const error of lost) {
    assert.match(complaint(error) ?? "", /has gone/);
  }
});
