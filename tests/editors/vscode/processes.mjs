/** The processes of servers that scenarios have the workbench start. */
import { readdirSync, readFileSync } from "node:fs";

/** The numbers of those that were started by a program of a folder. */
export function running(folder) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => words(pid).some((word) => word === `${folder}/prompt-lsp`))
    .map(Number);
}

/** End a process at once. */
export function killed(pid) {
  process.kill(pid, "SIGKILL");
}

/** The environment that a process was started with. */
export function environmentOf(pid) {
  const pairs = parts(pid, "environ").map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)]);
  return Object.fromEntries(pairs);
}

const words = (pid) => parts(pid, "cmdline");

function parts(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8").split("\0");
  } catch {
    return []; // it has ended
  }
}
