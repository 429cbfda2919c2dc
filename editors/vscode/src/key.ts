/**
 * The key of the Messages API.
 *
 * It lies in the editor's store of secrets and goes into the environment of the server,
 * and nowhere else: no setting, no message and no log has it.
 */
import * as vscode from "vscode";

const NAME = "apiKey";

/** The key that is kept. */
export interface Key {
  get(): Thenable<string | undefined>;
  /** Ask the user for it. */
  set(): Promise<void>;
  clear(): Promise<void>;
  /** It was set or cleared, perhaps in another window. */
  onDidChange(then: () => void): vscode.Disposable;
}

export function keyIn(secrets: vscode.SecretStorage): Key {
  return {
    get: () => secrets.get(NAME),
    async set() {
      const key = await vscode.window.showInputBox({
        title: "API Key of the Messages API",
        prompt: "Kept in the secret storage of this editor, and given to the server alone",
        password: true,
        ignoreFocusOut: true,
        validateInput: (value) => (isKey(value.trim()) ? undefined : "a key is one word of ASCII"),
      });
      if (key !== undefined) {
        await secrets.store(NAME, key.trim());
      }
    },
    async clear() {
      const known = (await secrets.get(NAME)) !== undefined;
      await secrets.delete(NAME);
      const said = known ? "The API key is forgotten" : "There is no API key to forget";
      void vscode.window.showInformationMessage(said);
    },
    onDidChange: (then) =>
      secrets.onDidChange(({ key }) => {
        if (key === NAME) {
          then();
        }
      }),
  };
}

/** Whether a text can stand in an environment and in a header. */
function isKey(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
