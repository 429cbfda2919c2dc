/** The texts that an edit is for. */
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { drafts, type Edit, isFor, type Texts } from "./proposal";

/**
 * What the documents of an edit say that has just come.
 *
 * @returns undefined where one of them has been changed since it was made.
 */
export async function textsFor(client: LanguageClient, edit: Edit): Promise<Texts | undefined> {
  const openAs = (uri: string): number | undefined => openAt(addressOf(client, uri))?.version;
  return isFor(edit, openAs) ? textsNow(client, edit) : undefined;
}

/** What the documents of an edit say now, in their editors or on the disk. */
export async function textsNow(client: LanguageClient, edit: Edit): Promise<Texts> {
  const uris = drafts(edit).map(({ uri }) => uri);
  const read = await Promise.all(uris.map((uri) => storedAt(addressOf(client, uri))));
  // Editors last and at once: what is typed while the disk is read counts.
  return new Map(
    uris.map((uri, index) => [uri, openAt(addressOf(client, uri))?.getText() ?? read[index]]),
  );
}

function addressOf(client: LanguageClient, uri: string): vscode.Uri {
  return client.protocol2CodeConverter.asUri(uri);
}

function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const own = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === own);
}

async function storedAt(uri: vscode.Uri): Promise<string | undefined> {
  if (openAt(uri)) {
    return undefined; // its editor knows better
  }
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // it is not there
  }
}
