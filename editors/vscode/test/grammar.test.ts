/**
 * What the grammars say of a text, against cases of plain text.
 *
 * A case is a title behind `##` and lines behind `|`, with the scopes below what they
 * are for: all that are there, without those of the host, `meta` ones and suffixes.
 * `UPDATE_CASES=1 npm test` writes the cases anew, to be read before they are kept.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import * as oniguruma from "vscode-oniguruma";
import { INITIAL, type IGrammar, parseRawGrammar, Registry } from "vscode-textmate";

const CASES = join("test", "grammar");

/** The little of other grammars that ours stand in. */
const HOSTS: Record<string, object> = {
  "source.yaml": {
    scopeName: "source.yaml",
    patterns: [
      { match: "^\\s*[\\w-]+(?=:)", name: "entity.name.tag.yaml" },
      { begin: "#", end: "$", name: "comment.line.number-sign.yaml" },
    ],
  },
  "text.html.markdown": {
    scopeName: "text.html.markdown",
    patterns: [
      { begin: "<!--", end: "-->", name: "comment.block.html" },
      { begin: "```\\w*", end: "```", name: "markup.fenced_code.block.markdown" },
    ],
  },
};

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  contributes: { grammars: Contribution[] };
};
const { grammars } = manifest.contributes;

describe("a grammar", () => {
  let registry: Registry;

  before(async () => {
    const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
    await oniguruma.loadWASM(wasm);
    registry = newRegistry();
  });

  for (const file of readdirSync(CASES)) {
    const path = join(CASES, file);
    for (const written of readFileSync(path, "utf8").split(/^(?=## )/m)) {
      const title = written.split("\n", 1)[0]?.slice(3) ?? "";
      it(`${file}: ${title}`, async () => {
        const grammar = await registry.loadGrammar(file.replace(/\.txt$/, ""));
        assert.ok(grammar);
        const seen = rendered(grammar, written);
        if (process.env["UPDATE_CASES"] === "1") {
          writeFileSync(path, readFileSync(path, "utf8").replace(written, () => seen));
        } else {
          assert.equal(seen, written);
        }
      });
    }
  }

  it("reads a long line in time that grows with it", async () => {
    const grammar = await registry.loadGrammar("text.llm-prompt");
    assert.ok(grammar);
    for (const unit of ["{{", "<a ", "**a", "`a ", "{{a.b | c(", "<<A", "{% if ", "---"]) {
      const line = unit.repeat(4_000);
      const { stoppedEarly } = grammar.tokenizeLine(line, INITIAL, 5_000);
      assert.equal(stoppedEarly, false, unit);
    }
  });
});

function newRegistry(): Registry {
  return new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar(scope) {
      const ours = grammars.find((each) => each.scopeName === scope);
      const text = ours ? readFileSync(ours.path, "utf8") : JSON.stringify(HOSTS[scope]);
      return Promise.resolve(parseRawGrammar(text, `${scope}.json`));
    },
    getInjections: (scope) =>
      grammars
        .filter(({ injectTo }) => injectTo?.some((host) => `${scope}.`.startsWith(`${host}.`)))
        .map(({ scopeName }) => scopeName),
  });
}

/** A case with the scopes that the grammar gives to its lines. */
function rendered(grammar: IGrammar, written: string): string {
  let stack = INITIAL;
  const lines = written.split("\n").filter((line) => !/^ *\^/.test(line));
  return lines
    .flatMap((line) => {
      if (!line.startsWith("|")) {
        return [line];
      }
      const { tokens, ruleStack } = grammar.tokenizeLine(line.slice(1), stack);
      stack = ruleStack;
      const marks = merged(tokens.map(({ scopes, ...at }) => ({ ...at, scopes: told(scopes) })));
      const end = line.length - 1;
      return [line, ...marks.map((mark) => underlined(mark, end))];
    })
    .join("\n");
}

interface Mark {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: string;
}

function underlined({ startIndex, endIndex, scopes }: Mark, end: number): string {
  const width = Math.max(1, Math.min(endIndex, end) - startIndex);
  return `${" ".repeat(startIndex + 1)}${"^".repeat(width)} ${scopes}`;
}

/** Neighbours that say the same as one, without those that say nothing. */
function merged(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (last?.scopes === mark.scopes) {
      joined[joined.length - 1] = { ...last, endIndex: mark.endIndex };
    } else {
      joined.push(mark);
    }
  }
  return joined.filter(({ scopes }) => scopes !== "");
}

function told([, ...scopes]: readonly string[]): string {
  return scopes
    .filter((scope) => !/^(?:meta|source|text)\./.test(scope))
    .map((scope) => scope.replace(/\.(?:llm-prompt|markdown|yaml)$/, ""))
    .join(" > ");
}
