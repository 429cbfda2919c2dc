/**
 * When a server is needed.
 *
 * VS Code wakes the extension in every project of Python, for its settings may lie in
 * `pyproject.toml`; there, as everywhere, no server runs before there can be a prompt.
 */
import * as vscode from "vscode";
import { SECTION } from "./settings";
import { SHARED, type Wakeful } from "./wakeful";

/** Files that say which files of a project are prompts. */
const PROJECT = /\/(pyproject|\.?prompt-lsp)\.toml$/;

/** Folders of what others wrote, where the server does not look either. */
const FOREIGN = "**/{.git,.venv,venv,node_modules,site-packages,__pycache__,dist,build}/**";

/** Settings that make prompts of other files than the manifest names. */
const NAMING = ["include", "textCompletions"] as const;

/** Calls `wake` as soon as there can be a prompt, now or later. */
export function whenNeeded(wakeful: Wakeful, wake: () => void): vscode.Disposable {
  const look = async (): Promise<void> => {
    if (await isNeeded(wakeful)) {
      listening.dispose();
      wake();
    }
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isWakeful(document, wakeful)) {
        void look();
      }
    }),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (PROJECT.test(uri.path)) {
        void look();
      }
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (NAMING.some((name) => event.affectsConfiguration(`${SECTION}.${name}`))) {
        void look();
      }
    }),
  );
  void look();
  return listening;
}

async function isNeeded(wakeful: Wakeful): Promise<boolean> {
  return (
    vscode.workspace.textDocuments.some((document) => isWakeful(document, wakeful)) ||
    isNamed() ||
    (await isTabled()) ||
    (await isAnyThere(wakeful.files))
  );
}

function isWakeful(document: vscode.TextDocument, { languages, files }: Wakeful): boolean {
  const patterns = files.map((pattern) => ({ pattern }));
  return languages.includes(document.languageId) || vscode.languages.match(patterns, document) > 0;
}

function isNamed(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [undefined];
  return folders.some((folder) => {
    const settings = vscode.workspace.getConfiguration(SECTION, folder);
    return NAMING.some((name) => (settings.get<unknown[] | null>(name) ?? []).length > 0);
  });
}

async function isTabled(): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const texts = await Promise.all(
    folders.map(async ({ uri }) => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, SHARED));
        return new TextDecoder().decode(bytes);
      } catch {
        return ""; // it is not there
      }
    }),
  );
  // A name somewhere in it is enough: TOML has many ways to write a table.
  return texts.some((text) => text.includes("prompt-lsp"));
}

async function isAnyThere(globs: readonly string[]): Promise<boolean> {
  // One walk after the other: the first that finds something spares the rest.
  for (const glob of globs) {
    if ((await vscode.workspace.findFiles(glob, FOREIGN, 1)).length > 0) {
      return true;
    }
  }
  return false;
}
