/** What the server answers to `promptLsp/preview`, and what the view and we say to another. */

export type Part =
  | { readonly text: string }
  | { readonly placeholder: string; readonly value?: string };

export interface Message {
  readonly role: string;
  readonly parts: readonly Part[];
  readonly tokens?: number;
}

export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly declared: boolean;
}

export interface Shown {
  readonly messages: readonly Message[];
  readonly variables: readonly Variable[];
}

/** Values that the user has filled in, by the names of their variables. */
export type Values = Readonly<Record<string, string>>;

/** What the view is told. */
export type ToView =
  | {
      readonly kind: "show";
      readonly uri: string;
      readonly title: string;
      readonly shown: Shown;
      readonly values: Values;
    }
  | { readonly kind: "nothing"; readonly reason: string };

/** What the view tells. */
export type FromView =
  | { readonly kind: "ready" }
  | { readonly kind: "fill"; readonly uri: string; readonly values: Values };
