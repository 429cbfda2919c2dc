/** Asks the user for words, and offers those that were said before. */
import * as vscode from "vscode";
import { choices, remembered } from "./history";

/** What is asked for. */
export interface Asking {
  /** Under which name answers are remembered. */
  readonly name: "feedback" | "task";
  readonly title: string;
  readonly placeholder: string;
  /** Answers that are offered besides, before those of the past. */
  readonly presets?: readonly string[];
}

const FORGET: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon("close"),
  tooltip: "Forget",
};

/** The user's words; undefined where they would rather not. */
export function ask(state: vscode.Memento, asking: Asking): Promise<string | undefined> {
  const key = `history.${asking.name}`;
  const presets = asking.presets ?? [];
  const past = (): string[] => state.get<string[]>(key, []);
  const pick = vscode.window.createQuickPick();
  pick.title = asking.title;
  pick.placeholder = asking.placeholder;
  const offer = (): void => {
    pick.items = choices(pick.value, [...presets, ...past()]).map((label) =>
      item(label, pick.value.trim(), presets),
    );
  };
  offer();
  return new Promise((resolve) => {
    pick.onDidChangeValue(offer);
    pick.onDidTriggerItemButton(({ item: { label } }) => {
      void state.update(key, past().filter((each) => each !== label)).then(offer);
    });
    pick.onDidAccept(() => {
      // Who is quick accepts before the list has followed.
      const said = pick.selectedItems[0]?.label ?? pick.value.trim();
      if (said !== "") {
        void state.update(key, remembered(past(), said));
        resolve(said);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function item(label: string, typed: string, presets: readonly string[]): vscode.QuickPickItem {
  if (label === typed) {
    return { label, alwaysShow: true };
  }
  if (presets.includes(label)) {
    return { label, description: "from the settings" };
  }
  return { label, iconPath: new vscode.ThemeIcon("history"), buttons: [FORGET] };
}
