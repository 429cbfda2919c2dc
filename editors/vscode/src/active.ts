/** The prompt that the user looks at, for menus, for the status and for the preview. */
import * as vscode from "vscode";
import { CERTAIN, mayBePrompt } from "./documents";
import type { Engine } from "./offers";
import { offers, shown } from "./server/requests";
import type { Session } from "./session";
import { SECTION } from "./settings";

/** Milliseconds until the server has asked for settings that have changed. */
const PAUSE = 300;

export interface Active {
  /**
   * The document in the active editor, if it is a prompt.
   *
   * While the focus is in what is no text, such as the preview, it stays the same.
   */
  readonly document: vscode.TextDocument | undefined;
  /** The engine that works on it. */
  readonly engine: Engine | undefined;
  readonly onDidChange: vscode.Event<void>;
  dispose(): void;
}

/** Follows the active editor, and asks the server about what stands in it. */
export function followActive(session: Session): Active {
  const changed = new vscode.EventEmitter<void>();
  let document: vscode.TextDocument | undefined;
  let engine: Engine | undefined;
  let looks = 0;

  const become = (now: vscode.TextDocument | undefined, by: Engine | undefined): void => {
    document = now;
    engine = by;
    void vscode.commands.executeCommand("setContext", "promptLsp.active", now !== undefined);
    changed.fire();
  };

  const look = async (): Promise<void> => {
    looks += 1;
    const number = looks;
    const seen = vscode.window.activeTextEditor?.document ?? visible(document);
    if (!seen || !mayBePrompt(seen)) {
      become(undefined, undefined);
      return;
    }
    if (CERTAIN.includes(seen.languageId)) {
      // Its menus need not wait for the server; another folder may have another engine.
      become(seen, seen === document ? engine : undefined);
    }
    const client = await session.ready();
    const is = client && (await shown(client, seen.uri)) !== undefined;
    const found = is ? await offers(client, seen.uri) : undefined;
    if (number === looks) {
      const certain = is ?? CERTAIN.includes(seen.languageId);
      become(certain ? seen : undefined, found?.engines[0]);
    }
  };

  let timer: NodeJS.Timeout | undefined;
  const listening = vscode.Disposable.from(
    changed,
    new vscode.Disposable(() => { clearTimeout(timer); }),
    vscode.window.onDidChangeActiveTextEditor(() => void look()),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      if (document && !visible(document)) {
        void look();
      }
    }),
    vscode.workspace.onDidOpenTextDocument((opened) => {
      if (opened === vscode.window.activeTextEditor?.document) {
        void look(); // another language has been chosen for it
      }
    }),
    vscode.workspace.onDidSaveTextDocument(() => void look()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) {
        clearTimeout(timer);
        timer = setTimeout(() => void look(), PAUSE);
      }
    }),
    session.onDidChange(({ kind }) => {
      if (kind === "running") {
        void look();
      }
    }),
  );
  void look();
  return {
    get document() {
      return document;
    },
    get engine() {
      return engine;
    },
    onDidChange: changed.event,
    dispose: () => {
      listening.dispose();
    },
  };
}

/** A document, as long as it can be seen: its preview has no text, and may have the focus. */
function visible(document: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.document;
}
