/** The manual of a rule, as rendered Markdown. */
import * as vscode from "vscode";
import { rulesIn } from "../rules";
import type { Server } from "../server/find";
import { printed } from "../server/machine";

const SCHEME = "prompt-lsp-rule";

/** Shows manuals that the server's own program prints. */
export function provideManuals(server: () => Server | undefined): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => manual(server(), [codeOf(uri)]),
  });
}

/**
 * Shows the manual of a rule.
 *
 * @param code else that of the finding at the cursor, or one that the user picks.
 */
export async function showRule(server: Server, code?: string): Promise<void> {
  const chosen = code ?? (await pick(server, codesAtCursor()));
  if (chosen === undefined) {
    return;
  }
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${chosen}.md` });
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    // Markdown is switched off: as plain text it says the same.
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  }
}

async function pick(server: Server, codes: readonly string[]): Promise<string | undefined> {
  if (codes.length === 1) {
    return codes[0];
  }
  const offered = manual(server, []).then((listed) =>
    rulesIn(listed)
      .filter(({ code }) => codes.length === 0 || codes.includes(code))
      .map(({ code, name, severity }) => ({ label: code, description: `${name} · ${severity}` })),
  );
  const chosen = await vscode.window.showQuickPick(offered, {
    title: "Show Rule",
    placeHolder: "Which rule?",
    matchOnDescription: true,
  });
  return chosen?.label;
}

/** The codes of the findings at the cursor, else in its line. */
function codesAtCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return [];
  }
  const { active } = editor.selection;
  const own = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === "prompt-lsp" && holdsLine(range, active.line));
  const at = own.filter(({ range }) => range.contains(active));
  return [...new Set((at.length > 0 ? at : own).map(codeIn))].filter((code) => code !== "");
}

function holdsLine(range: vscode.Range, line: number): boolean {
  return range.start.line <= line && line <= range.end.line;
}

function codeIn({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : (code ?? ""));
}

function codeOf(uri: vscode.Uri): string {
  return uri.path.slice(1).replace(/\.md$/, "");
}

/** What the verb `rule` of the server's program prints. */
async function manual(server: Server | undefined, args: readonly string[]): Promise<string> {
  return server ? printed(server.command, [...server.args, "rule", ...args]) : "";
}
