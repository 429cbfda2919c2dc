/** What can be done about the server, behind its status. */
import * as vscode from "vscode";
import type { Active } from "../active";
import { openSettings } from "../announce";
import { type Engine } from "../offers";
import { offers } from "../server/requests";
import type { Session } from "../session";
import { SECTION } from "../settings";
import { standing } from "../standing";

interface Item extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** Engines, and what they work with. */
const ENGINES = [
  { name: "offline", label: "Offline", detail: "Works on structure: no network, no model, no key" },
  { name: "messages", label: "Messages API", detail: "A model does the work, hosted or on a server of yours" },
  { name: "prompt-tools", label: "Prompt tools server", detail: "For instance prompt-lsp serve" },
] as const;

/** Offers it. */
export async function menu(session: Session, active: Active): Promise<void> {
  const { text, detail } = standing(session.condition, active.engine?.label, 0);
  const items: Item[] = [
    item("server-process", "Choose Engine…", () => chooseEngine(session, active), active.engine?.label),
    item("key", "Set API Key…", ui("setApiKey")),
    item("book", "Show Rule…", ui("showRule")),
    item("debug-restart", "Restart Server", ui("restart"), text),
    item("output", "Show Output", ui("showOutput"), session.condition.kind === "running" ? "" : detail),
    item("gear", "Open Settings", () => openSettings("@ext:prompt-lsp.prompt-lsp")),
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: "prompt-lsp" });
  await chosen?.run?.();
}

function item(icon: string, label: string, run: () => unknown, description = ""): Item {
  return { label, iconPath: new vscode.ThemeIcon(icon), description, run };
}

function ui(name: string): () => unknown {
  return () => vscode.commands.executeCommand(`promptLsp.ui.${name}`);
}

async function chooseEngine(session: Session, active: Active): Promise<void> {
  const client = await session.ready();
  const document = active.document;
  const ready = client && document ? (await offers(client, document.uri)).engines : [];
  const chosen = await vscode.window.showQuickPick(
    ENGINES.map((engine) => ({ ...engine, description: where(engine.name, ready) })),
    { title: "Engine", placeHolder: "What shall improve, templatize and generate prompts?" },
  );
  if (!chosen) {
    return;
  }
  const settings = vscode.workspace.getConfiguration(SECTION, document);
  await settings.update("engine", chosen.name, whereSet(settings));
  if (document && !ready.some(({ name }) => name === chosen.name)) {
    const said = `The engine ${chosen.label} is not set up yet: say where it is`;
    if (await vscode.window.showInformationMessage(said, "Open Settings")) {
      await openSettings("promptLsp.engines");
    }
  }
}

/** Where the engine is set already and so decides; the user's own settings else. */
function whereSet(settings: vscode.WorkspaceConfiguration): vscode.ConfigurationTarget {
  const { workspaceFolderValue, workspaceValue } = settings.inspect("engine") ?? {};
  if (workspaceFolderValue != null) {
    return vscode.ConfigurationTarget.WorkspaceFolder;
  }
  return workspaceValue != null
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
}

function where(name: string, ready: readonly Engine[]): string {
  const found = ready.find((engine) => engine.name === name);
  return found && found.label !== name ? found.label : "";
}
