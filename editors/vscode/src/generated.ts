/** The text in an answer of the prompt tools' protocol. */

interface Body {
  readonly messages?: readonly {
    readonly content?: string | readonly { readonly text?: string }[];
  }[];
}

/** The text of the first message that was generated; undefined where there is none. */
export function generatedText(response: unknown): string | undefined {
  const content = (response as Body | null)?.messages?.[0]?.content;
  return typeof content === "string"
    ? content
    : content?.map(({ text }) => text ?? "").join("");
}
