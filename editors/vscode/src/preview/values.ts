/** The values that the user has filled in, by prompts. */
import * as vscode from "vscode";
import type { Values } from "./shown";

export interface KeptValues {
  of(uri: vscode.Uri): Values;
  /** Keeps values, or forgets them where there are none. */
  keep(uri: vscode.Uri, values: Values): Promise<void>;
  dispose(): void;
}

/**
 * Values of files, which go with them, and of documents that were never saved, which are
 * forgotten when they are closed: the next one may have the same name.
 */
export function keepValues(state: vscode.Memento): KeptValues {
  const passing = new Map<string, Values>();
  const forget = ({ files }: vscode.FileDeleteEvent): void => {
    for (const key of files.flatMap((uri) => keysBelow(state, uri))) {
      void state.update(key, undefined);
    }
  };
  const move = ({ files }: vscode.FileRenameEvent): void => {
    for (const { oldUri, newUri } of files) {
      for (const key of keysBelow(state, oldUri)) {
        void state.update(keyOf(newUri) + key.slice(keyOf(oldUri).length), state.get(key));
        void state.update(key, undefined);
      }
    }
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidDeleteFiles(forget),
    vscode.workspace.onDidRenameFiles(move),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // Another language for a document is told as its end and its beginning.
      setTimeout(() => {
        if (!vscode.workspace.textDocuments.some((each) => keyOf(each.uri) === keyOf(uri))) {
          passing.delete(keyOf(uri));
        }
      });
    }),
  );
  return {
    of: (uri) => passing.get(keyOf(uri)) ?? state.get<Values>(keyOf(uri), {}),
    async keep(uri, values) {
      if (uri.scheme === "untitled") {
        passing.set(keyOf(uri), values);
        return;
      }
      const some = Object.keys(values).length > 0;
      await state.update(keyOf(uri), some ? values : undefined);
    },
    dispose: () => {
      listening.dispose();
    },
  };
}

/** The keys of a file, or of all files of a folder. */
function keysBelow(state: vscode.Memento, uri: vscode.Uri): string[] {
  const own = keyOf(uri);
  return state.keys().filter((key) => key === own || key.startsWith(`${own}/`));
}

function keyOf(uri: vscode.Uri): string {
  return `values:${uri.toString()}`;
}
