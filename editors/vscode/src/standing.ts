/** What the status says; words only, so that it can be read without an editor. */
import type { Condition } from "./session";
import type { Source } from "./server/find";

export interface Standing {
  readonly text: string;
  readonly detail: string;
  readonly level: "information" | "warning" | "error";
  readonly busy: boolean;
}

const FROM: Readonly<Record<Source, string>> = {
  setting: "of the settings",
  environment: "of the Python environment",
  path: "on PATH",
  bundled: "of the extension",
};

/**
 * What there is to say of the server and of a prompt.
 *
 * @param engine what works on the prompt, for people.
 * @param problems the number of findings in it.
 */
export function standing(
  condition: Condition,
  engine: string | undefined,
  problems: number,
): Standing {
  const calm = { level: "information", busy: false, detail: "" } as const;
  switch (condition.kind) {
    case "running": {
      const { server, version } = condition;
      const said = [counted(problems), engine, `server ${FROM[server.source]}`];
      const detail = said.filter((each) => each !== undefined).join(" · ");
      return { ...calm, text: `prompt-lsp ${version}`.trim(), detail };
    }
    case "starting":
      return { ...calm, text: "prompt-lsp", detail: "starting", busy: true };
    case "stopped":
      return { ...calm, text: "prompt-lsp", detail: "not running", level: "warning" };
    case "failed":
      return { ...calm, text: "prompt-lsp", detail: "does not start", level: "error" };
    case "missing":
      return { ...calm, text: "prompt-lsp", detail: "no Python found", level: "error" };
  }
}

function counted(problems: number): string {
  if (problems === 0) {
    return "no problems";
  }
  return problems === 1 ? "1 problem" : `${problems} problems`;
}
