/** What the user and the workspace wish, as the editor knows it. */
import { homedir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { SECTION } from "../settings";
import type { Wishes } from "./find";

const PYTHON_EXTENSION = "ms-python.python";

// Milliseconds that the Python extension may take to wake up.
const PATIENCE = 10_000;

// Where a workspace keeps its own environment when nobody has selected one.
const FOLDERS = [".venv", "venv"] as const;
const INTERPRETER = process.platform === "win32" ? "Scripts/python.exe" : "bin/python";

/** The part of the Python extension's interface that is used here. */
interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(
      path: unknown,
    ): Promise<{ executable: { uri?: vscode.Uri | undefined } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

/** What is wished of the server now. Nothing of an untrusted workspace counts. */
export async function wishes(): Promise<Wishes> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    path: expanded(settings.get("path")),
    interpreter: expanded(settings.get("interpreter")),
    environments: vscode.workspace.isTrusted ? await environments() : [],
  };
}

/** The folders whose programs are not run: those of a workspace without trust. */
export function shunnedFolders(): string[] {
  return vscode.workspace.isTrusted ? [] : foldersOnDisk().map((folder) => folder.fsPath);
}

/** Calls back when another Python environment is selected. */
export function onEnvironmentChange(then: () => void): vscode.Disposable {
  let listening: vscode.Disposable | undefined;
  let over = false;
  const listen = async (): Promise<void> => {
    const api = await neighbour();
    if (!over) {
      listening ??= api?.environments?.onDidChangeActiveEnvironmentPath(then);
    }
  };
  void listen();
  const trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => void listen());
  return new vscode.Disposable(() => {
    over = true;
    trusted.dispose();
    listening?.dispose();
  });
}

async function environments(): Promise<string[]> {
  const api = await orNothing(neighbour());
  const folders = foldersOnDisk();
  const selected = await Promise.all(
    (folders.length > 0 ? folders : [undefined]).map((folder) => selectedIn(api, folder)),
  );
  const own = folders.flatMap((folder) =>
    FOLDERS.map((name) => join(folder.fsPath, name, INTERPRETER)),
  );
  const known = await Promise.all(own.map(async (path) => ((await exists(path)) ? path : "")));
  return [...new Set([...selected, ...known])].filter((path) => path !== "");
}

async function selectedIn(
  api: PythonApi | undefined,
  folder: vscode.Uri | undefined,
): Promise<string> {
  try {
    const path = api?.environments?.getActiveEnvironmentPath(folder);
    const environment =
      path && (await orNothing(api?.environments?.resolveEnvironment(path)));
    return environment?.executable.uri?.fsPath ?? "";
  } catch {
    return ""; // a broken neighbour selects nothing
  }
}

/** The Python extension, awake; a workspace without trust has none. */
async function neighbour(): Promise<PythonApi | undefined> {
  if (!vscode.workspace.isTrusted) {
    return undefined;
  }
  try {
    return await vscode.extensions.getExtension<PythonApi>(PYTHON_EXTENSION)?.activate();
  } catch {
    return undefined; // a broken neighbour is none
  }
}

function foldersOnDisk(): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri) ?? [];
  return folders.filter(({ scheme }) => scheme === "file");
}

/** What a neighbour answers in time. */
function orNothing<T>(answer: PromiseLike<T> | undefined): Promise<T | undefined> {
  return Promise.race([answer, tooLate()]);
}

/** Nothing, when a neighbour has had its time. */
function tooLate(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE, undefined).unref();
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.file(path));
    return true;
  } catch {
    return false;
  }
}

function expanded(path: unknown): string | undefined {
  const trimmed = typeof path === "string" ? path.trim() : "";
  return trimmed === "" ? undefined : trimmed.replace(/^~(?=$|[\\/])/, homedir());
}
