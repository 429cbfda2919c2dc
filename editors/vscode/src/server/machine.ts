/** Asks the machine which programs it has. */
import { execFile } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join, relative, sep } from "node:path";
import type { Machine, Python } from "./find";

const PATIENCE = 10_000; // milliseconds until a program that says nothing is given up

/**
 * A view of this machine.
 *
 * @param probe the script that an interpreter tells about itself with.
 * @param shunned folders whose programs are never run, be they on the path.
 */
export function thisMachine(probe: string, shunned: readonly string[]): Machine {
  return {
    which: (name) => which(name, shunned),
    async serverVersion(program) {
      const said = await output(program, ["--version"]);
      return said === undefined ? undefined : versionIn(said);
    },
    async python(interpreter) {
      const said = await output(interpreter, ["-I", "-B", probe]);
      return said === undefined ? undefined : toldBy(said);
    },
  };
}

/** The version that a server has printed; other programs have one too, and are none. */
export function versionIn(said: string): string | undefined {
  return /^prompt-lsp (\d\S*)/.exec(said)?.[1];
}

/** What the probe printed; undefined where it is not that. */
export function toldBy(said: string): Python | undefined {
  try {
    const told = JSON.parse(said) as Record<string, unknown>;
    const { executable, version, prompt_lsp: server } = told;
    if (typeof executable !== "string" || !Array.isArray(version)) {
      return undefined;
    }
    return {
      executable,
      version: version.map(Number),
      server: typeof server === "string" ? server : null,
    };
  } catch {
    return undefined;
  }
}

/**
 * A program on the path.
 *
 * Looked up here and not by the system, which on Windows would look into the current
 * folder first.
 */
export async function which(
  name: string,
  shunned: readonly string[],
  path = process.env["PATH"] ?? "",
): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder) || shunned.some((each) => isInside(folder, each))) {
      continue;
    }
    for (const suffix of suffixes()) {
      const program = join(folder, name + suffix);
      if (await isExecutable(program)) {
        return program;
      }
    }
  }
  return undefined;
}

/** Whether a path is a folder or lies in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function suffixes(): readonly string[] {
  // Scripts need a shell, and nothing of a shell's is wanted here.
  return process.platform === "win32" ? [".exe"] : [""];
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function output(program: string, args: readonly string[]): Promise<string | undefined> {
  return printed(program, args).catch(() => undefined);
}

/** What a program prints; an error where it does not run, or ends with one. */
export function printed(program: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, PYTHONUTF8: "1" }; // what it prints is read as UTF-8
  // Not in the workspace: a program may read what lies where it is started.
  const options = { cwd: homedir(), timeout: PATIENCE, windowsHide: true, env };
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, stdout) => {
      if (error) {
        reject(new Error(error.message));
      } else {
        resolve(stdout);
      }
    });
  });
}
