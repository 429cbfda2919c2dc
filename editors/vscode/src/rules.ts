/** The list of rules, as the server's program prints it. */

export interface Rule {
  readonly code: string;
  readonly severity: string;
  readonly name: string;
}

/** The rules of a listing: lines of a code, a severity and a name. */
export function rulesIn(listing: string): Rule[] {
  return [...listing.matchAll(/^([A-Z]+\d+) +(\w+) +([\w-]+)/gm)].map(
    ([, code = "", severity = "", name = ""]) => ({ code, severity, name }),
  );
}
