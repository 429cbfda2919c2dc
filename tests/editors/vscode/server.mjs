/**
 * One code-server for all scenarios: the workbench, extension host and server of VS Code.
 *
 * All it reads and writes lies in one folder, and of the machine's programs it sees
 * those of one folder: what a scenario finds installed is what it has put there.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** No welcome page, no telemetry, no updates, no advice: only the editor. */
const CALM = {
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "files.simpleDialog.enable": true,
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "window.restoreWindows": "none",
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/**
 * Install the extension and start.
 *
 * @param {string} home where code-server is installed
 * @param {string} vsix the packaged extension
 * @param {string} data an empty folder
 */
export async function startServer(home, vsix, data) {
  const node = join(readFileSync(join(home, "node.path"), "utf8").trim(), "bin", "node");
  const places = folders(data);
  const run = (...args) => {
    const entry = join(home, "cs/node_modules/code-server/out/node/entry.js");
    const own = ["--user-data-dir", places.user, "--extensions-dir", places.extensions];
    const stdio = ["ignore", "pipe", "inherit"];
    return spawn(node, [entry, ...own, ...args], { env: environment(places), stdio });
  };
  const log = [];
  await finished(run("--install-extension", vsix), log);
  const running = run("--bind-addr", "127.0.0.1:0", "--auth", "none", ...QUIET);
  return {
    port: await port(running, log),
    log,
    ...places,
    /** What the user and the machine have set; the machine's are not the editor's own. */
    configure(user = {}, machine = {}) {
      writeJson(join(places.user, "User/settings.json"), { ...CALM, ...user });
      writeJson(join(places.user, "Machine/settings.json"), machine);
    },
    offer: (programs) => { offer(places.programs, programs); },
    async stop() {
      const ended = once(running, "exit");
      running.kill();
      await ended;
    },
  };
}

const QUIET = [
  "--disable-telemetry",
  "--disable-update-check",
  "--disable-getting-started-override",
  "--disable-file-downloads",
];

function folders(data) {
  const names = ["user", "extensions", "programs", "home", "work"];
  const places = Object.fromEntries(names.map((name) => [name, join(data, name)]));
  for (const place of [...Object.values(places), join(places.user, "User"), join(places.user, "Machine")]) {
    mkdirSync(place, { recursive: true });
  }
  return places;
}

function environment({ programs, home }) {
  // With `VSCODE_CLI` no login shell is asked, which would bring the machine's own path.
  return { PATH: programs, HOME: home, LANG: "C.UTF-8", SHELL: "/bin/sh", VSCODE_CLI: "1" };
}

/** Make exactly these programs, by name, the ones on the path. */
function offer(folder, programs) {
  for (const name of KNOWN) {
    try {
      unlinkSync(join(folder, name));
    } catch {
      // it was not there
    }
  }
  for (const [name, target] of Object.entries(programs)) {
    symlinkSync(target, join(folder, name));
  }
}

const KNOWN = ["prompt-lsp", "python3"];

async function finished(child, log) {
  keep(child, log);
  const [code] = await once(child, "exit");
  if (code !== 0) {
    throw new Error(`code-server ended with ${code}:\n${log.join("\n")}`);
  }
}

/** The port that it says it listens on. */
function port(child, log) {
  const lines = keep(child, log);
  return new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const found = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
      if (found) {
        resolve(Number(found[1]));
      }
    });
    child.once("exit", () => { reject(new Error(`code-server ended:\n${log.join("\n")}`)); });
  });
}

function keep(child, log) {
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => { log.push(line); });
  return lines;
}

function writeJson(path, value) {
  writeFileSync(path, JSON.stringify(value, undefined, 2));
}
