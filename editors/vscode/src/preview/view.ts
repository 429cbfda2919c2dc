/** Draws the preview. Text of a prompt only ever becomes text here, never markup. */
import type { FromView, Message, Part, Shown, ToView, Variable } from "./shown";

interface Host {
  postMessage(message: FromView): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const ROLES: Readonly<Record<string, string>> = {
  system: "System",
  user: "User",
  assistant: "Assistant",
};

/** Characters of a prompt, and variables, that are drawn. */
const EACH = 100; // characters that a turn counts for, be it ever so short
const MOST = { text: 200_000, variables: 100 } as const;

/** Characters that turn the order of others round: shown, and not obeyed. */
const TURNING = /([\u202A-\u202E\u2066-\u2069])/u;

const host = acquireVsCodeApi();
const form = byId("variables");
const notice = byId("notice");
const turns = byId("turns");
let uri = "";
let values: Record<string, string> = {};
let room: number = MOST.text; // what may still be drawn

window.addEventListener("message", ({ data }: MessageEvent<ToView>) => {
  if (data.kind === "show") {
    show(data);
  } else {
    uri = "";
    notice.textContent = data.reason;
    turns.replaceChildren();
    form.replaceChildren();
  }
});
form.addEventListener("submit", (event) => { event.preventDefault(); });
host.postMessage({ kind: "ready" });

function show({ uri: now, title, shown, values: kept }: Extract<ToView, { kind: "show" }>): void {
  const same = now === uri;
  uri = now;
  // While a field is typed in, what it holds is newer than what comes back.
  values = same && form.contains(document.activeElement) ? values : { ...kept };
  host.setState({ uri });
  notice.textContent = shown.messages.length === 0 ? `${title} says nothing yet` : "";
  draw(shown);
  drawForm(shown.variables, same);
}

function draw({ messages }: Shown): void {
  const top = document.documentElement.scrollTop;
  room = MOST.text;
  const drawn: HTMLElement[] = [];
  for (const [index, message] of messages.entries()) {
    if (room > 0) {
      drawn.push(bubble(message, index, messages));
      room -= EACH;
    }
  }
  turns.replaceChildren(...drawn);
  if (room <= 0) {
    turns.append(element("p", "rest", "… the prompt is longer than what is shown here"));
  }
  document.documentElement.scrollTop = top;
}

function bubble(message: Message, index: number, { length }: readonly Message[]): HTMLElement {
  const role = ROLES[message.role] ?? message.role;
  const article = element("article", `turn ${role === message.role ? "other" : message.role}`);
  article.tabIndex = 0;
  article.setAttribute("aria-posinset", String(index + 1));
  article.setAttribute("aria-setsize", String(length));
  const heading = element("h2", "role", role);
  heading.id = `turn-${index}`;
  article.setAttribute("aria-labelledby", heading.id);
  if (message.tokens !== undefined) {
    heading.append(element("span", "tokens", ` ${message.tokens} tokens`));
  }
  const text = element("div", "text");
  text.append(...message.parts.flatMap(piece));
  if (message.parts.length === 0) {
    text.append(element("span", "silent", index === length - 1 ? "begins here" : "says nothing"));
  }
  article.append(heading, text);
  return article;
}

function piece(part: Part): Node[] {
  if ("text" in part) {
    return letters(part.text);
  }
  const { placeholder, value } = part;
  const fits = room > 0;
  const mark = element("mark", value === undefined ? "open" : "filled");
  mark.append(...letters(value ?? placeholder));
  mark.title = value === undefined ? `${placeholder} has no value` : placeholder;
  mark.dataset["name"] = placeholder;
  return fits ? [mark] : [];
}

/** A text as far as there is room for it. */
function letters(text: string): Node[] {
  const drawn = text.slice(0, Math.max(0, room));
  room -= text.length;
  return drawn.split(TURNING).flatMap((each, index): Node[] => {
    if (index % 2 === 1) {
      const code = each.codePointAt(0)?.toString(16).toUpperCase() ?? "";
      return [element("span", "turning", `U+${code}`)];
    }
    return each === "" ? [] : [document.createTextNode(each)];
  });
}

/** Draws the fields anew only if the variables are others: who types is not disturbed. */
function drawForm(all: readonly Variable[], same: boolean): void {
  const variables = all.slice(0, MOST.variables);
  const names = JSON.stringify(variables.map(({ name }) => name));
  if (!same || form.dataset["names"] !== names) {
    const focused = document.activeElement instanceof HTMLTextAreaElement
      ? document.activeElement.name
      : undefined;
    form.dataset["names"] = names;
    form.replaceChildren(...variables.map(field));
    if (all.length > variables.length) {
      form.append(element("p", "rest", `… and ${all.length - variables.length} variables more`));
    }
    [...form.querySelectorAll("textarea")].find(({ name }) => name === focused)?.focus();
  }
  for (const { name, value, declared } of variables) {
    const input = [...form.querySelectorAll("textarea")].find((each) => each.name === name);
    if (input) {
      input.placeholder = Object.hasOwn(values, name) ? "" : (value ?? (declared ? "declared" : "not declared"));
    }
  }
}

function field({ name }: Variable, index: number): HTMLElement {
  const row = element("div", "field");
  const label = document.createElement("label");
  label.textContent = name;
  label.htmlFor = `value-${index}`;
  const input = document.createElement("textarea");
  input.id = label.htmlFor;
  input.name = name;
  input.rows = 1;
  input.spellcheck = false;
  // A variable may be called as what every object has.
  input.value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
  fit(input);
  input.addEventListener("input", () => {
    fit(input);
    fill(name, input.value);
  });
  row.append(label, input);
  return row;
}

/** What is empty is not filled in: then the declared value counts. */
function fill(name: string, value: string): void {
  const rest = Object.entries(values).filter(([each]) => each !== name);
  values = Object.fromEntries(value === "" ? rest : [...rest, [name, value]]);
  host.postMessage({ kind: "fill", uri, values });
}

/** As many lines as its text has, within reason. */
function fit(input: HTMLTextAreaElement): void {
  input.rows = Math.min(8, input.value.split("\n").length);
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`the page has no ${id}`);
  }
  return found;
}
