import assert from "node:assert/strict";
import { test } from "node:test";
import { standing } from "../src/standing";

const server = { source: "bundled", command: "python3", args: [] } as const;

test("a server that runs is told with its version, its engine and the problems", () => {
  const said = standing({ kind: "running", server, version: "1.2.3" }, "offline", 2);
  assert.deepEqual(said, {
    text: "prompt-lsp 1.2.3",
    detail: "2 problems · offline · server of the extension",
    level: "information",
    busy: false,
  });
});

test("one problem is one, and none is said", () => {
  const running = { kind: "running", server, version: "1" } as const;
  assert.match(standing(running, undefined, 1).detail, /^1 problem ·/);
  assert.match(standing(running, undefined, 0).detail, /^no problems · server/);
});

test("a server on its way is busy, and a missing one is an error", () => {
  assert.equal(standing({ kind: "starting" }, undefined, 0).busy, true);
  assert.equal(standing({ kind: "missing", notes: [] }, undefined, 0).level, "error");
});
