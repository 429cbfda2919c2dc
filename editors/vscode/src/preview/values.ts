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
 * Values of files, which are kept as long as the files, and of other documents, which
 * are forgotten with them: the next one may have the same name.
 */
export function keepValues(state: vscode.Memento): KeptValues {
  const passing = new Map<string, Values>();
  const forget = ({ files }: vscode.FileDeleteEvent): void => {
    const gone = files.map(keyOf);
    for (const key of state.keys()) {
      if (gone.some((each) => key === each || key.startsWith(`${each}/`))) {
        void state.update(key, undefined);
      }
    }
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidDeleteFiles(forget),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      passing.delete(keyOf(uri));
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

function keyOf(uri: vscode.Uri): string {
  return `values:${uri.toString()}`;
}
