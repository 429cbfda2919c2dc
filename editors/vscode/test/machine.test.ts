import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { isInside, toldBy, versionIn, which } from "../src/server/machine";

const home = mkdtempSync(join(tmpdir(), "machine-"));
after(() => {
  rmSync(home, { recursive: true });
});

function program(folder: string, mode = 0o755): string {
  mkdirSync(join(home, folder), { recursive: true });
  const path = join(home, folder, process.platform === "win32" ? "tool.exe" : "tool");
  writeFileSync(path, "");
  chmodSync(path, mode);
  return path;
}

test("the first program on the path is found", async () => {
  const [first] = [program("a"), program("b")];
  const path = [join(home, "none"), join(home, "a"), join(home, "b")].join(delimiter);
  assert.equal(await which("tool", [], path), first);
  assert.equal(await which("other", [], path), undefined);
});

test("a program in a shunned folder, or beside us, is not found", async () => {
  program("work/bin");
  const path = ["", ".", "work/bin", join(home, "work", "bin")].join(delimiter);
  assert.equal(await which("tool", [join(home, "work")], path), undefined);
});

test("a folder holds itself and what is below, and no namesake", () => {
  const folder = join(home, "work");
  const inside = [folder, join(folder, "a", "b"), join(folder, "..a")];
  assert.ok(inside.every((path) => isInside(path, folder)));
  assert.ok([home, `${folder}-2`, join(home, "other")].every((path) => !isInside(path, folder)));
});

test("only the server's own version is one", () => {
  assert.equal(versionIn("prompt-lsp 1.2.3\n"), "1.2.3");
  assert.equal(versionIn("Python 3.12.1\n"), undefined);
});

test("what is not the answer of the probe tells nothing", () => {
  for (const said of ["", "Python 2", "[]", "null", '{"executable": 1, "version": [3]}']) {
    assert.equal(toldBy(said), undefined);
  }
  const told = { executable: "/bin/python", version: [3, 11, 0], prompt_lsp: null };
  assert.deepEqual(toldBy(JSON.stringify(told)), {
    executable: "/bin/python",
    version: [3, 11, 0],
    server: null,
  });
});
