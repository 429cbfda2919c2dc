/**
 * What the server proposes, in a diff editor, to be accepted or discarded.
 *
 * The left side is the document itself, the right side a text that exists only here.
 * Accepting is one edit, so one *Undo* takes it back.
 */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Answer, Change } from "../server/requests";
import {
  type Draft,
  drafts,
  edited,
  labelOf,
  readAlike,
  type Texts,
  withoutQuestions,
} from "./proposal";
import { textsNow } from "./texts";

const SCHEME = "prompt-lsp-proposal";

/** A proposal, and how to ask for another one when the document has changed. */
export interface Proposal {
  readonly client: LanguageClient;
  readonly document: vscode.TextDocument;
  readonly answer: Answer & { readonly edit: NonNullable<Answer["edit"]> };
  /** The texts that the edit is for; undefined where they are gone already. */
  readonly texts: Texts | undefined;
  readonly again: () => Promise<void>;
}

/** A proposal that is shown. */
interface Review extends Proposal {
  readonly text: string;
}

/** The proposals that are looked at. */
export interface Reviews {
  open(proposal: Proposal): Promise<void>;
  accept(): Promise<void>;
  discard(): Promise<void>;
  dispose(): void;
}

export function createReviews(): Reviews {
  const open = new Map<string, Review>(); // by the address of the proposed text
  const opening = new Set<string>(); // those among them that have no tab yet
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const summary = vscode.window.createStatusBarItem("changes", vscode.StatusBarAlignment.Left);
  summary.name = "Proposed Changes of a Prompt";

  const current = (): [string, Review] | undefined => {
    const uri = proposalIn(vscode.window.tabGroups.activeTabGroup.activeTab)?.toString();
    const review = uri === undefined ? undefined : open.get(uri);
    return uri !== undefined && review ? [uri, review] : undefined;
  };

  const look = (): void => {
    const shown = new Set(allTabs().flatMap((tab) => proposalIn(tab)?.toString() ?? []));
    for (const uri of open.keys()) {
      if (!shown.has(uri) && !opening.has(uri)) {
        open.delete(uri); // a closed tab is a discarded proposal
      }
    }
    const review = current()?.[1];
    void vscode.commands.executeCommand("setContext", "promptLsp.reviewing", !!review);
    if (review) {
      summarize(summary, review.answer.changes);
    } else {
      summary.hide();
    }
  };

  const disposables = [
    changed,
    summary,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => open.get(uri.toString())?.text ?? "",
    }),
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
  ];

  return {
    async open(proposal) {
      const { document } = proposal;
      if (!(await isFresh(proposal))) {
        return;
      }
      const uri = document.uri.with({ scheme: SCHEME, query: document.uri.toString() });
      const own = uri.toString();
      open.set(own, { ...proposal, text: textOf(proposal) });
      opening.add(own);
      try {
        changed.fire(uri);
        await speakAs(uri, document.languageId);
        // No preview: it would take the tab of a prompt that is one, or be taken away.
        const options: vscode.TextDocumentShowOptions = { preview: false, preserveFocus: false };
        await vscode.commands.executeCommand("vscode.diff", document.uri, uri, titleOf(proposal), options);
      } finally {
        opening.delete(own);
        look();
      }
    },
    async accept() {
      const [uri, review] = current() ?? [];
      // Closed last: the document may have no other tab, and what fails can be tried again.
      if (uri !== undefined && review && (await apply(review))) {
        await close(uri);
      }
    },
    async discard() {
      const uri = current()?.[0];
      if (uri !== undefined) {
        await close(uri);
      }
    },
    dispose() {
      vscode.Disposable.from(...disposables).dispose();
    },
  };
}

/**
 * Makes the edit of an answer, if it still fits, and shows the files that it creates.
 *
 * @returns whether it is made; if not, the user has been told.
 */
export async function apply(proposal: Proposal): Promise<boolean> {
  const { client, document, answer } = proposal;
  const edit = withoutQuestions(answer.edit);
  const made = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!(await isFresh(proposal))) {
    return false;
  }
  if (!(await vscode.workspace.applyEdit(made))) {
    void vscode.window.showWarningMessage("The editor did not apply the change; ask again");
    return false;
  }
  await vscode.window.showTextDocument(document, { preserveFocus: false });
  await showCreated(client, answer);
  return true;
}

/** Shows the files that an edit has made, beside what the user looks at. */
export async function showCreated(client: LanguageClient, { edit }: Answer): Promise<void> {
  for (const { uri } of drafts(edit ?? {}).filter(({ creates }) => creates)) {
    const made = client.protocol2CodeConverter.asUri(uri);
    // The editor may have opened it by itself, for it is not saved.
    const viewColumn = columnOf(made) ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(made, { viewColumn, preserveFocus: true });
  }
}

/** Where a file is open. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const own = uri.toString();
  const shows = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === own;
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(shows))?.viewColumn;
}

/** Whether a proposal is for the texts as they are; else the user may have another one. */
async function isFresh({ client, answer, texts, again }: Proposal): Promise<boolean> {
  if (texts && readAlike(await textsNow(client, answer.edit), texts)) {
    return true;
  }
  const said = "The prompt, or its file of variables, has changed since; nothing was changed";
  if (await vscode.window.showWarningMessage(said, "Ask Again")) {
    await again();
  }
  return false;
}

function textOf({ client, document, answer }: Proposal): string {
  const own = client.code2ProtocolConverter.asUri(document.uri);
  const edits = drafts(answer.edit).find(({ uri }) => uri === own)?.edits ?? [];
  return edited(document.getText(), edits, ({ line, character }) =>
    document.offsetAt(new vscode.Position(line, character)),
  );
}

/** The title of a diff: what was done, to what, and what else it writes. */
function titleOf({ client, document, answer }: Proposal): string {
  const own = client.code2ProtocolConverter.asUri(document.uri);
  const label = labelOf(answer.edit, own) ?? "proposal";
  const others = drafts(answer.edit).filter(({ uri }) => uri !== own);
  const also = others.length > 0 ? ` · ${others.map(written).join(", ")}` : "";
  return `${nameOf(document.uri)}: ${label}${also}`;
}

function written({ uri, creates }: Draft): string {
  return `${creates ? "creates" : "changes"} ${nameOf(vscode.Uri.parse(uri))}`;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

/** Highlight a proposed text as the prompt is, whatever its name says. */
async function speakAs(uri: vscode.Uri, language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== language) {
    await vscode.languages.setTextDocumentLanguage(document, language);
  }
}

function summarize(item: vscode.StatusBarItem, changes: readonly Change[]): void {
  const reasons = [...new Set(changes.map(({ reason }) => reason))];
  const many = reasons.length === 1 ? "1 change" : `${reasons.length} changes`;
  item.text = `$(sparkle) ${many} proposed`;
  item.tooltip = reasons.map((each) => `• ${each}`).join("\n");
  item.accessibilityInformation = { label: `${many} proposed: ${reasons.join("; ")}` };
  item.show();
}

async function close(uri: string): Promise<void> {
  const tabs = allTabs().filter((tab) => proposalIn(tab)?.toString() === uri);
  await vscode.window.tabGroups.close(tabs);
}

function allTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

/** The address of the proposed text that a tab shows. */
function proposalIn(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === SCHEME
    ? input.modified
    : undefined;
}
