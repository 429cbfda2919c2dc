/**
 * When a server is needed.
 *
 * VS Code wakes the extension in every project of Python, for its settings may lie in
 * `pyproject.toml`; there, as everywhere, no server runs before there can be a prompt.
 */
import * as vscode from "vscode";
import { hasTable, SHARED, type Wakeful } from "./wakeful";

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
    vscode.workspace.onDidOpenTextDocument(({ languageId }) => {
      if (wakeful.languages.includes(languageId)) {
        void look();
      }
    }),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.path.endsWith(`/${SHARED}`)) {
        void look();
      }
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (NAMING.some((name) => event.affectsConfiguration(`promptLsp.${name}`))) {
        void look();
      }
    }),
  );
  void look();
  return listening;
}

async function isNeeded({ languages, files }: Wakeful): Promise<boolean> {
  return (
    vscode.workspace.textDocuments.some(({ languageId }) => languages.includes(languageId)) ||
    isNamed() ||
    (await isTabled()) ||
    (await isAnyThere(files))
  );
}

function isNamed(): boolean {
  const settings = vscode.workspace.getConfiguration("promptLsp");
  return NAMING.some((name) => (settings.get<unknown[] | null>(name) ?? []).length > 0);
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
  return texts.some(hasTable);
}

async function isAnyThere(globs: readonly string[]): Promise<boolean> {
  const found = await Promise.all(globs.map((glob) => vscode.workspace.findFiles(glob, undefined, 1)));
  return found.some((each) => each.length > 0);
}
