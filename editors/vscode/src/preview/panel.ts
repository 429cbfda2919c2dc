/** The preview beside a prompt: the turns as the model gets them. */
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Active } from "../active";
import { nameOf } from "../documents";
import { shown } from "../server/requests";
import type { Session } from "../session";
import { page } from "./page";
import type { FromView, ToView } from "./shown";
import type { KeptValues } from "./values";

export const VIEW = "promptLsp.preview";

/** Milliseconds without a keystroke after which the preview follows. */
const PAUSE = 120;

export interface Preview {
  /** Show the preview, of this document or of the prompt that is looked at. */
  open(uri?: vscode.Uri): void;
  dispose(): void;
}

/** What a preview needs of its surroundings. */
interface House {
  readonly extension: vscode.Uri;
  readonly session: Session;
  readonly active: Active;
  readonly values: KeptValues;
}

interface Pane {
  readonly panel: vscode.WebviewPanel;
  /** Show another document. */
  turnTo(uri: vscode.Uri): void;
}

/** One preview that follows the active prompt, and is there again after a reload. */
export function createPreview(house: House): Preview {
  let pane: Pane | undefined;

  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri | undefined): void => {
    void house.session.wake();
    const made = paneOf(house, panel, uri);
    pane = made;
    panel.onDidDispose(() => {
      if (pane === made) {
        pane = undefined;
      }
    });
  };

  const listening = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel(panel, state: unknown) {
        const uri = (state as { uri?: unknown } | undefined)?.uri;
        const known = typeof uri === "string" ? vscode.Uri.parse(uri) : undefined;
        adopt(panel, known ?? house.active.document?.uri);
        return Promise.resolve();
      },
    }),
    house.active.onDidChange(() => {
      const uri = house.active.document?.uri;
      if (uri) {
        pane?.turnTo(uri);
      }
    }),
  );

  return {
    open(given) {
      const looked = vscode.window.activeTextEditor?.document ?? house.active.document;
      const uri = given ?? looked?.uri;
      if (pane) {
        if (uri) {
          pane.turnTo(uri);
        }
        pane.panel.reveal(undefined, true);
        return;
      }
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      adopt(vscode.window.createWebviewPanel(VIEW, "Prompt Preview", place), uri);
    },
    dispose: () => {
      pane?.panel.dispose();
      listening.dispose();
    },
  };
}

function paneOf(house: House, panel: vscode.WebviewPanel, first: vscode.Uri | undefined): Pane {
  let uri = first;
  let asked = 0;
  let timer: NodeJS.Timeout | undefined;
  furnish(panel, house.extension);

  const say = (message: ToView): void => {
    void panel.webview.postMessage(message);
  };

  const show = async (): Promise<void> => {
    asked += 1;
    const number = asked;
    const client = await house.session.ready();
    const of = uri;
    const values = of ? house.values.of(of) : {};
    const found = client && of && (await shown(client, of, values));
    if (number !== asked) {
      return; // a newer answer is on its way
    }
    if (found) {
      const title = nameOf(of);
      panel.title = `Preview ${title}`;
      say({ kind: "show", uri: of.toString(), title, shown: found, values });
    } else {
      say({ kind: "nothing", reason: client ? "Open a prompt to see it here" : "The server does not run" });
    }
  };

  const soon = (): void => {
    clearTimeout(timer);
    // One that is hidden asks by itself when it is looked at again.
    timer = panel.visible ? setTimeout(() => void show(), PAUSE) : undefined;
  };

  const listening = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage((message: FromView) => {
      if (message.kind === "fill") {
        const of = vscode.Uri.parse(message.uri);
        void house.values.keep(of, message.values).then(soon);
      } else {
        void show();
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // What a file beside it says, its sidecar, is in the preview too.
      if (contentChanges.length > 0 && uri && areNeighbours(document.uri, uri)) {
        soon();
      }
    }),
    vscode.workspace.onDidSaveTextDocument(soon),
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidCloseTextDocument(soon),
    vscode.workspace.onDidChangeConfiguration(soon),
    house.session.onDidChange(soon),
  );
  panel.onDidDispose(() => {
    clearTimeout(timer);
    listening.dispose();
  });

  return {
    panel,
    turnTo(now) {
      if (now.toString() !== uri?.toString()) {
        uri = now;
        void show();
      }
    },
  };
}

/** Gives a panel its page. */
function furnish({ webview }: vscode.WebviewPanel, extension: vscode.Uri): void {
  const root = vscode.Uri.joinPath(extension, "dist", "preview");
  const at = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  const assets = { script: at("view.js"), style: at("view.css"), source: webview.cspSource };
  webview.html = page(assets, randomBytes(16).toString("base64url"));
}

/** Whether two files lie in one folder. */
function areNeighbours(one: vscode.Uri, other: vscode.Uri): boolean {
  return folderOf(one) === folderOf(other);
}

function folderOf(uri: vscode.Uri): string {
  return uri.toString().replace(/[^/]*$/, "");
}
