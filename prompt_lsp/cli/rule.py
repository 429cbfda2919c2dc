"""`prompt-lsp rule`: the catalogue, and the manual of each rule."""

import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from prompt_lsp.cli.output.manual import demoted, lead, section
from prompt_lsp.cli.output.paint import colour_of, paint_for
from prompt_lsp.cli.selectors import no_rule
from prompt_lsp.cli.streams import say
from prompt_lsp.cli.verb import Subparsers
from prompt_lsp.rules import ALL, Rule

_FAMILIES = {
    "TRN": "Turns of text-completions prompts",
    "VAR": "Placeholders and variables",
    "MSG": "Messages",
    "DOC": "The document itself",
}

# `There is no fix in files` says that there is one elsewhere.
_NEVER_FIXED = re.compile(r"There is no fix[.:;,]")


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser("rule", help="list the rules, or explain some")
    parser.add_argument(
        "rules", nargs="*", metavar="CODE", help="a rule's code or name"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """List the catalogue, or print the manuals of the rules that are asked for."""
    if not arguments.rules:
        _print_catalogue()
        return 0
    found = [_named(text) for text in arguments.rules]
    for text, rule in zip(arguments.rules, found, strict=True):
        if rule is None:
            say(f"error: {no_rule(text)}")
    known = [rule for rule in found if rule is not None]
    if known:
        _print_markdown("\n".join(manual(rule) for rule in known))
    return 0 if len(known) == len(found) else 2


def manual(rule: Rule) -> str:
    """A rule's manual under its own heading, in Markdown."""
    return f"# {rule.code} {rule.name} ({rule.severity})\n\n{rule.manual.strip()}\n"


def reference() -> str:
    """All manuals on one page, `docs/rules.md`, in Markdown."""
    return "\n".join(_reference()) + "\n"


def has_fix(rule: Rule) -> bool:
    """Whether a rule ever offers a fix, as its manual says."""
    safety = section(rule.manual, "Fix safety")
    return bool(safety) and not _NEVER_FIXED.match(safety)


def _in_order() -> list[Rule]:
    """The catalogue as a person looks a code up in it.

    The tuple itself has an order of its own where one rule goes before another.
    """
    families = list(_FAMILIES)
    return sorted(ALL, key=lambda rule: (families.index(rule.family), rule.code))


def _named(text: str) -> Rule | None:
    wanted = (text.upper(), text.lower())
    return next((r for r in ALL if r.code == wanted[0] or r.name == wanted[1]), None)


def _print_catalogue() -> None:
    paint = paint_for(sys.stdout)
    width = max(len(rule.name) for rule in ALL)
    for rule in _in_order():
        severity = paint(colour_of(rule.severity), f"{rule.severity!s:11}")
        mark = "fix" if has_fix(rule) else ""
        row = f"{paint.bold(rule.code)}  {severity}  {rule.name:{width}}  {mark}"
        sys.stdout.write(f"{row.rstrip()}\n")


def _print_markdown(text: str) -> None:
    if not paint_for(sys.stdout).on:
        sys.stdout.write(text)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.markdown import Markdown  # noqa: PLC0415

    Console(width=min(Console().width, 88)).print(Markdown(text))


def _reference() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "This page is generated from the manuals in the rules themselves."
    yield "`prompt-lsp rule CODE` prints the same in a terminal, and so does the hover."
    for family, title in _FAMILIES.items():
        rules = [rule for rule in _in_order() if rule.family == family]
        if rules:
            yield from _family(f"{title} ({family})", rules)


def _family(title: str, rules: Sequence[Rule]) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield "| code | name | severity | fix | finds |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        link = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
        mark = "yes" if has_fix(rule) else "no"
        what = lead(rule.manual).replace("|", "\\|")
        yield f"| {link} | `{rule.name}` | {rule.severity} | {mark} | {what} |"
    for rule in rules:
        yield f"\n### {rule.code} {rule.name}\n"
        yield f"Severity: {rule.severity}.\n"
        yield demoted(rule.manual, 2).strip()
