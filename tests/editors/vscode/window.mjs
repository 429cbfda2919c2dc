/** What a person sees and does in a window of the workbench. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { until } from "./until.mjs";

/** Squiggles of all severities, and the dots of hints. */
const SQUIGGLES = ".squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint";

/**
 * A window on a page that has loaded.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} shots the folder of its screenshots
 */
export function windowOn(page, shots) {
  const press = (keys) => page.keyboard.press(keys);
  const notifications = page.locator(".notification-toast");
  const rows = page.locator(".quick-input-widget .monaco-list-row");
  const diff = page.locator(".monaco-diff-editor").first();
  const self = {
    page,
    press,
    rows,
    editor: page.locator(".editor-instance .monaco-editor").first(),
    squiggles: page.locator(SQUIGGLES),
    menu: page.locator(".action-widget .monaco-list-row"),

    /** Wait for a finding to show. */
    judged: () => page.locator(SQUIGGLES).first().waitFor({ state: "attached" }),

    underlined: () => underlined(page),

    /** Wait until exactly these places are underlined, each `[line, from, to, severity]`. */
    underlines: (places) =>
      until(`underlined are ${JSON.stringify(places)}`, async () => {
        const found = await underlined(page);
        if (!isDeepStrictEqual(found, places)) {
          throw new Error(JSON.stringify(found));
        }
        return true;
      }),

    /** Run a command of the palette, by its title. */
    async run(title) {
      const row = ".quick-input-widget .monaco-list-row";
      const named = ["", ", "].map((more) => `${row}[aria-label${more && "^"}=${JSON.stringify(title + more)}]`);
      // What takes the focus meanwhile closes the palette.
      await until(`${title} is run`, async () => {
        await quickly(page, `>${title}`);
        await page.locator(named.join(", ")).first().click({ timeout: 3_000 });
        return true;
      });
    },

    /** Open a file of the folder, by its name. */
    async openFile(name) {
      // A file that is new may not be known yet.
      await until(`${name} is opened`, async () => {
        await quickly(page, name);
        await rows.filter({ hasText: name }).first().click({ timeout: 3_000 });
        return true;
      });
    },

    /** Choose in a quick pick, by its label. */
    async pick(label) {
      // Long lists have rows only for what can be seen of them.
      await page.locator(".quick-input-widget:visible .quick-input-box input").fill(label);
      await rows.filter({ has: page.getByText(label, { exact: true }) }).first().click();
    },

    type: (words) => page.keyboard.type(words),

    /** Wait until an engine does the work: settings of the machine may come late. */
    hasEngine: (name) =>
      until(`the engine is ${name}`, async () => {
        await self.run("Prompt: Engine and Server…");
        const named = rows.filter({ hasText: name }).first();
        const known = await named.waitFor({ timeout: 2_000 }).then(() => true, () => false);
        await press("Escape");
        return known;
      }),

    /** Type into the field that the editor asks with. */
    async say(words) {
      const input = page.locator(".quick-input-widget:visible input:visible").last();
      await input.fill(words);
      await press("Enter");
      await input.waitFor({ state: "hidden" });
    },

    /** Accept the proposal that a diff shows, and wait until it is made. */
    async accept() {
      await diff.waitFor();
      await self.acceptance.click();
      await diff.waitFor({ state: "detached" });
      await page.locator(".tabs-container .tab.dirty").first().waitFor();
    },

    /** Discard the proposal that a diff shows. */
    async discard() {
      await diff.waitFor();
      await self.run("Prompt: Discard Proposal");
      await diff.waitFor({ state: "detached" });
    },

    /** What accepts a proposal, in the title of its diff. */
    acceptance: page.locator(".editor-actions .action-label[aria-label^='Accept']").first(),
    diff,
    tab: (name) => page.locator(`.tabs-container .tab[data-resource-name="${name}"]`),

    /** Wait until the server knows the document: the tools are offered in its title. */
    attached: () => page.locator(".editor-actions .action-label[aria-label^='Preview']").first().waitFor(),

    /** Wait until a text of the page holds something; blanks are those of the eye. */
    reads: (where, what) =>
      until(`${where} reads “${what}”`, async () => {
        const found = (await page.locator(where).allInnerTexts()).join("\n").replace(/\s+/g, " ");
        if (!found.includes(what)) {
          throw new Error(found);
        }
        return true;
      }),

    /** The page inside of the webview that is shown. */
    webview: () => page.frameLocator("iframe.webview.ready").first().frameLocator("#active-frame"),

    /** The pieces of the text, each with the classes that colour it. */
    classes: () =>
      page.locator(".editor-instance .view-lines .view-line > span > span").evaluateAll((spans) =>
        spans.map((span) => [span.textContent.replaceAll("\u00a0", " "), span.className])),

    /** Put the cursor on a line and column, both from 1. */
    async goTo(line, column) {
      await this.focus();
      await press("Control+g");
      const input = page.locator(".quick-input-widget .quick-input-box input");
      await input.waitFor();
      await input.fill(`:${line}:${column}`);
      await press("Enter");
      await until("the cursor is there", async () => {
        const place = await status(page, "status.editor.selection");
        // The column is told in characters as they look, not in UTF-16 units.
        if (!place.startsWith(`Ln ${line}, Col `)) {
          throw new Error(place);
        }
        return true;
      });
    },

    /** The titles of the menu of code actions at the cursor, which then is open. */
    async actions(keys = "Control+.") {
      const rows = page.locator(".action-widget .monaco-list-row");
      // A key that comes while the focus moves back to the editor is lost.
      await until("a menu of code actions opens", async () => {
        await press(keys);
        return rows.first().waitFor({ timeout: 3_000 }).then(() => true);
      });
      return page.locator(".action-widget .monaco-list-row.action .title").allInnerTexts();
    },

    /** Choose in the open menu, as the keyboard does. */
    async choose(title) {
      const rows = page.locator(".action-widget .monaco-list-row.action");
      const focused = page.locator(".action-widget .monaco-list-row.action.focused .title");
      for (let left = await rows.count(); left > 0; left -= 1) {
        if ((await focused.innerText()) === title) {
          await press("Enter");
          return;
        }
        await press("ArrowDown");
      }
      throw new Error(`no action “${title}”: ${await rows.allInnerTexts()}`);
    },

    /** Have the keyboard go to the editor. */
    focus: () => page.locator(".editor-instance .view-lines").first().click({ position: { x: 5, y: 5 } }),

    save: () => press("Control+s"),

    /** Wait until a document has something unsaved. */
    dirty: (name) => page.locator(`.tabs-container .tab.dirty[data-resource-name="${name}"]`).waitFor(),

    /** Wait until the active editor has nothing unsaved. */
    saved: () => page.locator(".tabs-container .tab.active:not(.dirty)").first().waitFor(),

    /** A notification that says this. */
    told: (text) => notifications.filter({ hasText: text }).first(),

    status: (id) => status(page, id),

    /** What the status of the language says. */
    async standing() {
      const hover = page.locator(".hover-language-status");
      await page.locator('.statusbar-item[id="status.languageStatus"]').click();
      const said = await hover.first().innerText();
      await press("Escape");
      return said;
    },

    /** Keep what is seen. */
    async shot(name) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name}.png`) });
    },
  };
  return self;
}

/**
 * What is underlined, as a person sees it: lines and columns from 1, read from where the
 * squiggles stand under the letters.
 */
function underlined(page) {
  return page.locator(".editor-instance .monaco-editor").first().evaluate((editor) => {
    const severities = { error: "error", warning: "warning", info: "information", hint: "hint" };
    const lines = [...editor.querySelectorAll(".view-lines > .view-line")]
      .sort((one, other) => parseFloat(one.style.top) - parseFloat(other.style.top));
    /** The left edges of all UTF-16 units of a line, and the right one of the last. */
    const edges = (line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const found = [];
      let right = line.getBoundingClientRect().left;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          found.push(box.left);
          right = box.right;
        }
      }
      return [...found, right];
    };
    const column = (line, x) => {
      const far = edges(line).map((edge) => Math.abs(edge - x));
      return far.indexOf(Math.min(...far)) + 1;
    };
    const found = [...editor.querySelectorAll(".view-overlays .cdr")].flatMap((mark) => {
      const severity = /squiggly-(\w+)/.exec(mark.className)?.[1];
      if (!(severity in severities)) {
        return [];
      }
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const number = lines.findIndex((line) => {
        const box = line.getBoundingClientRect();
        return box.top < (top + bottom) / 2 && (top + bottom) / 2 < box.bottom;
      });
      // A hint has a few dots under its beginning, wherever it ends.
      const end = severity === "hint" ? null : column(lines[number], right);
      return [[number + 1, column(lines[number], left), end, severities[severity]]];
    });
    return found.sort(([a, b], [c, d]) => a - c || b - d);
  });
}

/** Type into the field that finds commands and files. */
async function quickly(page, words) {
  const input = page.locator(".quick-input-widget .quick-input-box input");
  await until("the palette opens", async () => {
    await page.keyboard.press("F1");
    return input.waitFor({ timeout: 3_000 }).then(() => true);
  });
  await input.fill(words);
}

async function status(page, id) {
  return (await page.locator(`.statusbar-item[id="${id}"]`).innerText()).trim();
}
