/**
 * Decides which server runs, and with which interpreter.
 *
 * It knows nothing of the editor or of processes: what is wished for and what the
 * machine has come in from outside.
 */

/** The oldest Python that the server runs on. */
export const OLDEST_PYTHON = [3, 11] as const;

/** Names under which a Python may stand on the path, the likeliest first. */
const PYTHONS = [
  "python3",
  "python",
  "py",
  "python3.14",
  "python3.13",
  "python3.12",
  "python3.11",
] as const;

/**
 * How an interpreter runs the server: neither the workspace nor the environment decide
 * what is imported, and what it prints is UTF-8 on every system.
 */
const ISOLATED = ["-I", "-X", "utf8"] as const;

/** What the user and the workspace say. Paths are absolute. */
export interface Wishes {
  /** The program of the setting `promptLsp.path`; it may be a name on the path. */
  readonly path?: string | undefined;
  /** The interpreter of the setting `promptLsp.interpreter`. */
  readonly interpreter?: string | undefined;
  /** Interpreters of the workspace, the best first; none where it is not trusted. */
  readonly environments: readonly string[];
}

/** What an interpreter tells about itself. */
export interface Python {
  readonly executable: string;
  readonly version: readonly number[];
  /** The version of the server that is installed for it. */
  readonly server: string | null;
}

/** What a machine can be asked. */
export interface Machine {
  /** The absolute path of a program, if it is on the path. */
  which(name: string): Promise<string | undefined>;
  /** The version that a program `prompt-lsp` prints; undefined if it does not run. */
  serverVersion(program: string): Promise<string | undefined>;
  /** What an interpreter tells; undefined if it does not run. */
  python(interpreter: string): Promise<Python | undefined>;
}

/** Where a server was found. */
export type Source = "setting" | "environment" | "path" | "bundled";

/** A server that can be started. */
export interface Server {
  readonly source: Source;
  readonly command: string;
  readonly args: readonly string[];
  readonly version?: string;
}

/** What came of the search; `notes` say what was passed over, and why. */
export interface Search {
  readonly server?: Server;
  readonly notes: readonly string[];
  /** The setting `promptLsp.path` names something that does not run. */
  readonly wrongPath?: string;
}

/** Looks in order: the setting, the workspace's environment, the path, our own copy. */
export async function findServer(
  wishes: Wishes,
  machine: Machine,
  launcher: string,
): Promise<Search> {
  const notes: string[] = [];
  const found =
    (await ofSetting(wishes, machine, notes)) ??
    (await ofEnvironment(wishes, machine, notes)) ??
    (await ofPath(machine, notes)) ??
    (await bundled(wishes, machine, launcher, notes));
  const wrong = wishes.path !== undefined && found?.source !== "setting";
  return {
    notes,
    ...(found && { server: found }),
    ...(wrong && { wrongPath: wishes.path }),
  };
}

/** Whether the server runs on a version of Python. */
export function isRecent(version: readonly number[]): boolean {
  const [major = 0, minor = 0] = version;
  const [oldest, oldestMinor] = OLDEST_PYTHON;
  return major > oldest || (major === oldest && minor >= oldestMinor);
}

async function ofSetting(
  { path }: Wishes,
  machine: Machine,
  notes: string[],
): Promise<Server | undefined> {
  if (path === undefined) {
    return undefined;
  }
  // A bare name is looked up here, for the system would look into more than the path.
  const found = /[\\/]/.test(path) ? path : await machine.which(path);
  if (found === undefined) {
    notes.push(`no \`${path}\` on PATH`);
    return undefined;
  }
  return program("setting", found, machine, notes);
}

async function ofPath(machine: Machine, notes: string[]): Promise<Server | undefined> {
  const path = await machine.which("prompt-lsp");
  if (path === undefined) {
    notes.push("no `prompt-lsp` on PATH");
    return undefined;
  }
  return program("path", path, machine, notes);
}

async function program(
  source: Source,
  command: string,
  machine: Machine,
  notes: string[],
): Promise<Server | undefined> {
  const version = await machine.serverVersion(command);
  if (version === undefined) {
    notes.push(`${command} does not run`);
    return undefined;
  }
  return { source, command, args: [], version };
}

async function ofEnvironment(
  { environments }: Wishes,
  machine: Machine,
  notes: string[],
): Promise<Server | undefined> {
  for (const interpreter of environments) {
    const python = await recent(interpreter, machine, notes);
    if (python?.server) {
      const { executable: command, server: version } = python;
      return { source: "environment", command, args: [...ISOLATED, "-m", "prompt_lsp"], version };
    }
    if (python) {
      notes.push(`${interpreter} has no prompt_lsp`);
    }
  }
  return undefined;
}

async function bundled(
  wishes: Wishes,
  machine: Machine,
  launcher: string,
  notes: string[],
): Promise<Server | undefined> {
  const tried = new Set<string>();
  for await (const interpreter of interpreters(wishes, machine)) {
    if (tried.has(interpreter)) {
      continue;
    }
    tried.add(interpreter);
    const python = await recent(interpreter, machine, notes);
    if (python) {
      return { source: "bundled", command: python.executable, args: [...ISOLATED, launcher] };
    }
  }
  return undefined;
}

/** Interpreters for our own copy, looked up only as far as they are needed. */
async function* interpreters(wishes: Wishes, machine: Machine): AsyncGenerator<string> {
  if (wishes.interpreter !== undefined) {
    yield wishes.interpreter;
  }
  yield* wishes.environments;
  for (const name of PYTHONS) {
    const path = await machine.which(name);
    if (path !== undefined) {
      yield path;
    }
  }
}

async function recent(
  interpreter: string,
  machine: Machine,
  notes: string[],
): Promise<Python | undefined> {
  const python = await machine.python(interpreter);
  if (python === undefined) {
    notes.push(`${interpreter} does not run`);
    return undefined;
  }
  if (!isRecent(python.version)) {
    const [oldest, minor] = OLDEST_PYTHON;
    const version = python.version.join(".");
    notes.push(`${interpreter} is Python ${version}, older than ${oldest}.${minor}`);
    return undefined;
  }
  return python;
}
