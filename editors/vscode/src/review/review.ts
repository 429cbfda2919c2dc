/**
 * What the server proposes, in a diff editor, to be accepted or discarded.
 *
 * The left side is the document itself, the right side a text that exists only here.
 * Accepting is one edit, so one *Undo* takes it back.
 */
import * as vscode from "vscode";
import { nameOf } from "../documents";
import type { Change } from "../server/requests";
import { apply, inItsColumn, isFresh, type Proposal, proposedText } from "./apply";
import { type Draft, drafts, labelOf } from "./proposal";

const SCHEME = "prompt-lsp-proposal";

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
  const accepting = new Set<Review>(); // those that an impatient key comes twice for
  let count = 0;
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
    summary,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => open.get(uri.toString())?.text ?? "",
    }),
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
  ];

  // Tabs from before a restart of the extensions have no text any more.
  void vscode.window.tabGroups.close(allTabs().filter(proposalIn));

  return {
    async open(proposal) {
      const { document } = proposal;
      if (!(await isFresh(proposal))) {
        return;
      }
      const earlier = [...open].filter(([, review]) => review.document === document);
      // An address of its own, for a tab keeps the title that it was opened with.
      count += 1;
      const query = `${count} ${document.uri.toString()}`;
      const uri = document.uri.with({ scheme: SCHEME, query });
      const own = uri.toString();
      open.set(own, { ...proposal, text: proposedText(proposal) });
      opening.add(own);
      try {
        await speakAs(uri, document.languageId);
        // No preview: it would take the tab of a prompt that is one, or be taken away.
        const place = inItsColumn(document.uri);
        const options: vscode.TextDocumentShowOptions = { ...place, preview: false, preserveFocus: false };
        await vscode.commands.executeCommand("vscode.diff", document.uri, uri, titleOf(proposal), options);
        await close(earlier.map(([address]) => address));
      } finally {
        opening.delete(own);
        look();
      }
    },
    async accept() {
      const [uri, review] = current() ?? [];
      if (uri === undefined || !review || accepting.has(review)) {
        return;
      }
      accepting.add(review);
      try {
        // Closed last: the document may have no other tab, and what fails can be tried again.
        if (await apply(review)) {
          await close([uri]);
        }
      } finally {
        accepting.delete(review);
      }
    },
    async discard() {
      const uri = current()?.[0];
      if (uri !== undefined) {
        await close([uri]);
      }
    },
    dispose() {
      vscode.Disposable.from(...disposables).dispose();
    },
  };
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

async function close(uris: readonly string[]): Promise<void> {
  const tabs = allTabs().filter((tab) => uris.includes(proposalIn(tab)?.toString() ?? ""));
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
