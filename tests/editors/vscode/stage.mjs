/** What a scenario is played on: files, settings, programs, and a window on them. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freshPage } from "./browser.mjs";
import { environmentOf, running } from "./processes.mjs";
import { until } from "./until.mjs";
import { windowOn } from "./window.mjs";

/** A stage for the scenario of that name. */
export function stageOf(name, { server, browser, shots }) {
  const folder = join(server.work, name);
  let page;
  return {
    folder,
    server,

    /**
     * Open a window.
     *
     * @param {{files: Record<string, string>, open?: string, programs: Record<string, string>,
     *   user?: object, machine?: object, made?: () => void}} set the files by their
     *   names, one to open, the programs that the machine has, the settings, and what
     *   is done once the files are there.
     */
    async open({ files, open, programs, user, machine, made }) {
      mkdirSync(folder, { recursive: true });
      for (const [file, text] of Object.entries(files)) {
        write(join(folder, file), text);
      }
      made?.();
      server.configure(user, machine);
      server.offer(programs);
      page = await freshPage(browser);
      await page.goto(address(server.port, folder, open));
      await page.locator(open ? ".editor-instance .view-line" : ".monaco-workbench .statusbar-item").first().waitFor();
      return windowOn(page, shots);
    },

    /** Open a window with one prompt, of the rest what `open` takes. */
    openPrompt(file, text, set) {
      return this.open({ files: { [file]: text }, open: file, ...set });
    },

    write: (file, text) => { write(join(folder, file), text); },

    /** What a file of the folder has. */
    read: (file) => readFileSync(join(folder, file), "utf8"),
    has: (file) => existsSync(join(folder, file)),

    /** Wait until a file on the disk has a text. */
    holds: (file, text, patience) =>
      until(`${file} holds ${JSON.stringify(text)}`, () => {
        const found = readFileSync(join(folder, file), "utf8");
        if (found !== text) {
          throw new Error(JSON.stringify(found));
        }
        return true;
      }, patience),

    /** Wait until a file on the disk is JSON with just this value. */
    says: (file, value) =>
      until(`${file} says ${JSON.stringify(value)}`, () => {
        assert.deepEqual(JSON.parse(readFileSync(join(folder, file), "utf8")), value);
        return true;
      }),

    /** Wait until a file on the disk has each of these parts. */
    gains: (file, pieces) =>
      until(`${file} gains ${JSON.stringify(pieces)}`, () => {
        const found = readFileSync(join(folder, file), "utf8");
        if (!pieces.every((each) => found.includes(each))) {
          throw new Error(JSON.stringify(found));
        }
        return true;
      }),

    /** The environments of the servers that run. */
    environments: () => running(server.programs).map(environmentOf),

    /** The settings and logs that hold a text. */
    written: (text) => holding(server.user, text, /\.(json|log|txt)$/),

    /** A picture of what went wrong. */
    async failed() {
      const path = join(shots, `failed-${name}.png`);
      mkdirSync(shots, { recursive: true });
      await page?.screenshot({ path }).catch(() => undefined);
      return path;
    },

    async clear() {
      await page?.context().close();
    },
  };
}

/** The page of a folder, with a file open. */
function address(port, folder, open) {
  const payload = open ? [["openFile", `vscode-remote://127.0.0.1:${port}${join(folder, open)}`]] : [];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The files of a folder whose names match and that hold a text. */
function holding(folder, text, names) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => names.test(name))
    .filter((name) => readFileSync(join(folder, name), "utf8").includes(text));
}
