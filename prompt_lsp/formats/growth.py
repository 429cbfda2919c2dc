"""Writing new entries into a mapping or an array, in its own style."""

import re
from collections.abc import Mapping as Facts
from collections.abc import Sequence
from typing import NamedTuple

from prompt_lsp.formats.lines import line_end, line_start
from prompt_lsp.formats.scalars import json_text, yaml_block, yaml_text
from prompt_lsp.formats.tree import Array, Entry, Mapping, Node, Scalar
from prompt_lsp.text import Edit, Span

Value = str | Facts[str, str]
Pair = tuple[str, Value]

_LINE_END = re.compile(r"\r\n?|\n")
_COMMA = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")
_BLANK = " \t\r\n"
_BLANK_LINES = re.compile(r"(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*")
_KEEPING = re.compile(r"(?:[&!]\S*[ \t]+)*[|>](?:[1-9]\+|\+)")


class Sheet(NamedTuple):
    """The file that is written into.

    Attributes:
        text: all of it.
        json: it is JSON, not YAML.
        beside: a file whose line ends it takes while it has none.
    """

    text: str
    json: bool = False
    beside: str = ""

    @property
    def line_end(self) -> str:
        """The file's own kind of line end."""
        found = _LINE_END.search(self.text) or _LINE_END.search(self.beside)
        return found.group() if found else "\n"


def with_entries(
    sheet: Sheet, parent: Entry | None, node: Mapping | Scalar, pairs: Sequence[Pair]
) -> Edit | None:
    """New entries at the end of a mapping, or where an empty value stands.

    `parent` is the entry whose value the node is. None where there is no sure
    place.
    """
    if isinstance(node, Scalar):
        return _into_nothing(
            sheet, parent, node, [_entry_lines(sheet, pair, "  ") for pair in pairs]
        )
    if node.flow:
        written = [_flow_entry(sheet, pair) for pair in pairs]
        return _into_flow(sheet, node.span, [e.span for e in node.entries], written)
    indent = _indent(sheet.text, node.entries[-1].key.span.start)
    lines = [_entry_lines(sheet, pair, indent) for pair in pairs]
    return _below(sheet, node.entries[-1].value, lines)


def with_items(
    sheet: Sheet, parent: Entry | None, node: Array | Scalar, items: Sequence[Value]
) -> Edit | None:
    """New items at the end of an array, or where an empty value stands."""
    if isinstance(node, Scalar):
        return _into_nothing(
            sheet, parent, node, [_item_lines(sheet, item, "  ") for item in items]
        )
    if node.flow:
        written = [_flow_value(sheet, item) for item in items]
        return _into_flow(sheet, node.span, [each.span for each in node.items], written)
    indent = _indent(sheet.text, node.dashes[-1])
    lines = [_item_lines(sheet, item, indent) for item in items]
    return _below(sheet, node.items[-1], lines)


def whole(sheet: Sheet, pairs: Sequence[Pair]) -> Edit:
    """New entries in a file that holds none: all of it, or after its comments."""
    end = len(sheet.text)
    if sheet.json:
        lines = ",".join(
            f"{sheet.line_end}  {_flow_entry(sheet, pair)}" for pair in pairs
        )
        body = f"{{{lines}{sheet.line_end}}}{sheet.line_end}"
        return Edit(Span(0, end), body)
    before = "" if not sheet.text or sheet.text[-1] in "\r\n" else sheet.line_end
    lines = "".join(_entry_lines(sheet, pair, "") + sheet.line_end for pair in pairs)
    return Edit(Span(end, end), before + lines)


def _into_flow(
    sheet: Sheet, span: Span, spans: Sequence[Span], written: Sequence[str]
) -> Edit | None:
    if spans:
        between = _separator(sheet.text, spans)
        at = spans[-1].end
        return Edit(Span(at, at), "".join(between + each for each in written))
    inner = Span(
        max(sheet.text.rfind(opener, span.start, span.end) for opener in "{[") + 1,
        span.end - 1,
    )
    if inner.start <= span.start or inner.of(sheet.text).strip(_BLANK):
        return None
    if not sheet.json:
        return Edit(inner, ", ".join(written))
    indent = _indent(sheet.text, span.start)
    lines = [f"{sheet.line_end}{indent}  {each}" for each in written]
    return Edit(inner, f"{','.join(lines)}{sheet.line_end}{indent}")


def _separator(text: str, spans: Sequence[Span]) -> str:
    """What stands between entries: a comma, and the line break if they have one."""
    if len(spans) > 1:
        between = text[spans[-2].end : spans[-1].start]
        return between if _COMMA.fullmatch(between) else ", "
    blanks = text[len(text[: spans[0].start].rstrip(_BLANK)) : spans[0].start]
    return f",{blanks}" if _LINE_END.search(blanks) else ", "


def _into_nothing(
    sheet: Sheet, parent: Entry | None, node: Scalar, lines: Sequence[str]
) -> Edit | None:
    """Lines below a key that has no value yet; only where the key begins its line."""
    if parent is None or node.span.start < node.span.end:
        return None
    key = parent.key.span.start
    indent = sheet.text[line_start(sheet.text, key) : key]
    if indent.strip(" "):
        return None
    end = sheet.line_end
    return _below(
        sheet,
        node,
        [indent + line.replace(end, end + indent) for line in lines],
    )


def _below(sheet: Sheet, node: Node, lines: Sequence[str]) -> Edit:
    """Lines below those of a node, and below the blank lines that it keeps."""
    at = line_end(sheet.text, node.span.end)
    kept = _BLANK_LINES.match(sheet.text, at) if _keeps(sheet.text, node) else None
    if kept:
        written = "".join(line + sheet.line_end for line in lines)
        return Edit(Span(kept.end(), kept.end()), written)
    return Edit(Span(at, at), "".join(sheet.line_end + line for line in lines))


def _keeps(text: str, node: Node) -> bool:
    """Whether the blank lines behind a node are text of its last leaf."""
    while not isinstance(node, Scalar):
        if node.flow:
            return False
        last = node.entries[-1].value if isinstance(node, Mapping) else node.items[-1]
        # What an alias stands for is written elsewhere, and ends there.
        if last.span.end != node.span.end:
            return False
        node = last
    return _KEEPING.match(text, node.span.start) is not None


def _indent(text: str, head: int) -> str:
    """The blanks that put a line in the column of an offset."""
    before = text[line_start(text, head) : head]
    return " " * len(before) if before.strip(" \t") else before


def _entry_lines(sheet: Sheet, pair: Pair, indent: str) -> str:
    """An entry of a block, without its last line end."""
    key, value = pair
    head = f"{indent}{yaml_text(key)}:"
    if isinstance(value, str):
        block = yaml_block(value, f"{indent}  ", sheet.line_end)
        return f"{head} {yaml_text(value) if block is None else block}"
    inner = (_entry_lines(sheet, each, f"{indent}  ") for each in value.items())
    return sheet.line_end.join((head, *inner))


def _item_lines(sheet: Sheet, item: Value, indent: str) -> str:
    """An item of a block, without its last line end."""
    if isinstance(item, str):
        return f"{indent}- {yaml_text(item)}"
    inner = (_entry_lines(sheet, each, f"{indent}  ") for each in item.items())
    lines = sheet.line_end.join(inner)
    return f"{indent}- {lines[len(indent) + 2 :]}"


def _flow_entry(sheet: Sheet, pair: Pair) -> str:
    key, value = pair
    written = json_text(key) if sheet.json else yaml_text(key)
    return f"{written}: {_flow_value(sheet, value)}"


def _flow_value(sheet: Sheet, value: Value) -> str:
    if isinstance(value, str):
        return json_text(value) if sheet.json else yaml_text(value)
    return f"{{{', '.join(_flow_entry(sheet, pair) for pair in value.items())}}}"
