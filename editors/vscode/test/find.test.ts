import assert from "node:assert/strict";
import { test } from "node:test";
import { findServer, type Machine, type Python, type Wishes } from "../src/server/find";

const LAUNCHER = "/extension/launch.py";

interface Has {
  /** What is on the path, by its name. */
  readonly path?: Record<string, string>;
  /** The servers, with their versions. */
  readonly servers?: Record<string, string>;
  readonly pythons?: Record<string, Omit<Python, "executable">>;
}

/** A machine that has just this, and remembers what was run. */
function machine({ path = {}, servers = {}, pythons = {} }: Has) {
  const ran: string[] = [];
  const asked: Machine = {
    which: (name) => Promise.resolve(path[name]),
    serverVersion(program) {
      ran.push(program);
      return Promise.resolve(servers[program]);
    },
    python(interpreter) {
      ran.push(interpreter);
      const told = pythons[interpreter];
      return Promise.resolve(told && { executable: interpreter, ...told });
    },
  };
  return { asked, ran };
}

function find(wishes: Partial<Wishes>, has: Has) {
  const { asked, ran } = machine(has);
  return findServer({ environments: [], ...wishes }, asked, LAUNCHER).then((search) => ({
    ...search,
    ran,
  }));
}

const RECENT = { version: [3, 12, 1], server: null };
const EVERYTHING: Has = {
  path: { "prompt-lsp": "/bin/prompt-lsp", python3: "/bin/python3" },
  servers: { "/own/prompt-lsp": "2.0", "/bin/prompt-lsp": "1.0" },
  pythons: { "/venv/python": { version: [3, 12, 1], server: "1.5" }, "/bin/python3": RECENT },
};
const WISHES = { path: "/own/prompt-lsp", environments: ["/venv/python"] };

test("the setting comes before all else, and nothing else is run", async () => {
  const { server, ran, wrongPath } = await find(WISHES, EVERYTHING);
  assert.deepEqual(server, {
    source: "setting",
    command: "/own/prompt-lsp",
    args: [],
    version: "2.0",
  });
  assert.deepEqual(ran, ["/own/prompt-lsp"]);
  assert.equal(wrongPath, undefined);
});

test("a setting that is a name is looked up on the path", async () => {
  const { server } = await find({ path: "prompt-lsp" }, EVERYTHING);
  assert.deepEqual([server?.source, server?.command], ["setting", "/bin/prompt-lsp"]);
});

test("without a setting the environment of the workspace comes first", async () => {
  const { server, ran } = await find({ ...WISHES, path: undefined }, EVERYTHING);
  assert.equal(server?.source, "environment");
  assert.deepEqual(server.args, ["-I", "-X", "utf8", "-m", "prompt_lsp"]);
  assert.deepEqual(ran, ["/venv/python"]);
});

test("an environment without the server is passed over for the path", async () => {
  const has = { ...EVERYTHING, pythons: { "/venv/python": RECENT } };
  const { server, notes } = await find({ environments: ["/venv/python"] }, has);
  assert.equal(server?.source, "path");
  assert.deepEqual(notes, ["/venv/python has no prompt_lsp"]);
});

test("a setting that does not run is told, and something else runs", async () => {
  const { server, wrongPath } = await find({ path: "/gone" }, EVERYTHING);
  assert.equal(server?.source, "path");
  assert.equal(wrongPath, "/gone");
});

test("our own copy is run by the first interpreter that is recent enough", async () => {
  const has: Has = {
    path: { python3: "/bin/python3", "python3.11": "/bin/python3.11" },
    pythons: {
      "/bin/python3": { version: [3, 9, 6], server: null },
      "/bin/python3.11": { version: [3, 11, 0], server: null },
    },
  };
  const { server, notes } = await find({}, has);
  assert.deepEqual(server, {
    source: "bundled",
    command: "/bin/python3.11",
    args: ["-I", "-X", "utf8", LAUNCHER],
  });
  assert.ok(notes.includes("/bin/python3 is Python 3.9.6, older than 3.11"));
});

test("the interpreter of the setting comes before that of the workspace", async () => {
  const has = { pythons: { "/own/python": RECENT, "/venv/python": RECENT } };
  const wishes = { interpreter: "/own/python", environments: ["/venv/python"] };
  assert.equal((await find(wishes, has)).server?.command, "/own/python");
});

test("where nothing runs there is no server, and why is told", async () => {
  const { server, notes } = await find({ interpreter: "/gone" }, {});
  assert.equal(server, undefined);
  assert.ok(notes.includes("/gone does not run"));
});
