/** What a scenario is played on: files, settings, programs, and a window on them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freshPage } from "./browser.mjs";
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
     *   user?: object, machine?: object}} set the files by their names, one to open,
     *   the programs that the machine has, and the settings.
     */
    async open({ files, open, programs, user, machine }) {
      for (const [file, text] of Object.entries(files)) {
        write(join(folder, file), text);
      }
      server.configure(user, machine);
      server.offer(programs);
      page = await freshPage(browser);
      await page.goto(address(server.port, folder, open));
      await page.locator(open ? ".editor-instance .view-line" : ".monaco-workbench .statusbar-item").first().waitFor();
      return windowOn(page, shots);
    },

    /** What a file of the folder has. */
    read: (file) => readFileSync(join(folder, file), "utf8"),
    has: (file) => existsSync(join(folder, file)),

    /** Wait until a file on the disk has a text. */
    holds: (file, text) =>
      until(`${file} holds ${JSON.stringify(text)}`, () => {
        const found = readFileSync(join(folder, file), "utf8");
        if (found !== text) {
          throw new Error(JSON.stringify(found));
        }
        return true;
      }),

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
