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

const host = acquireVsCodeApi();
const form = byId("variables");
const notice = byId("notice");
const turns = byId("turns");
let uri = "";
let values: Record<string, string> = {};

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
  turns.replaceChildren(...messages.map(bubble));
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
  text.append(...message.parts.map(piece));
  if (message.parts.length === 0) {
    text.append(element("span", "silent", index === length - 1 ? "begins here" : "says nothing"));
  }
  article.append(heading, text);
  return article;
}

function piece(part: Part): Node {
  if ("text" in part) {
    return document.createTextNode(part.text);
  }
  const { placeholder, value } = part;
  const mark = element("mark", value === undefined ? "open" : "filled", value ?? placeholder);
  mark.title = value === undefined ? `${placeholder} has no value` : placeholder;
  mark.dataset["name"] = placeholder;
  return mark;
}

/** Draws the fields anew only if the variables are others: who types is not disturbed. */
function drawForm(variables: readonly Variable[], same: boolean): void {
  const names = JSON.stringify(variables.map(({ name }) => name));
  if (!same || form.dataset["names"] !== names) {
    const focused = document.activeElement instanceof HTMLTextAreaElement
      ? document.activeElement.name
      : undefined;
    form.dataset["names"] = names;
    form.replaceChildren(...variables.map(field));
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
