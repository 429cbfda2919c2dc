"""Whether a prompt is text-completions, and how the API judges its turns.

The judgement compares what the API sees with what the author meant. A fault that
both have is reported as such; a fault that only the former has is explained by
the near-markers and quoted markers that make the difference.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from prompt_lsp.document.markers import depends_on_role
from prompt_lsp.document.model import Part
from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.document.turn import Fault, Flaw, Marker, Turn, Verdict, Where
from prompt_lsp.text import Span

_REST_IS_BLANK = re.compile(r"[ \t\f\v]*(?=[\r\n]|\Z)")
_NAMES_OF_WHOLE_TURNS = (
    "HISTORY",
    "CONVERSATION",
    "MESSAGES",
    "CHAT",
    "DIALOG",
    "TURNS",
    "EXAMPLES",
)


def is_text_completions(text: str, markers: Sequence[Marker]) -> bool:
    """Whether the text itself says that it is a text-completions prompt."""
    unquoted = [marker for marker in markers if marker.quote is None]
    exact = [marker for marker in unquoted if marker.flaw is None]
    if any(marker.role is Role.HUMAN for marker in exact):
        return True
    if exact and not text[exact[-1].span.end :].strip(WHITE_SPACE):
        return True
    if any(_escaped_first_human(marker) for marker in unquoted):
        return True
    evidence = {marker.role for marker in unquoted if _is_evidence(marker)}
    if any(marker.flaw is Flaw.FIRST for marker in unquoted):
        evidence = {marker.role for marker in unquoted}
    return len(evidence) == len(Role)


def _escaped_first_human(marker: Marker) -> bool:
    return (
        marker.flaw is Flaw.ESCAPED
        and marker.role is Role.HUMAN
        and marker.where is Where.START
    )


def _is_evidence(marker: Marker) -> bool:
    """Whether it is off only by case, spacing or colon, and stands apart."""
    if marker.flaw in (None, Flaw.ESCAPED):
        return True
    strange = marker.renamed or marker.decorated
    return not strange and marker.where is not Where.AFTER_TEXT


def judge(part: Part, markers: tuple[Marker, ...]) -> Verdict:
    """The verdict on a text-completions prompt of one part."""
    sent = tuple(marker for marker in markers if marker.sent)
    unquoted = tuple(marker for marker in sent if not marker.quote)
    meant = tuple(marker for marker in markers if not marker.quote)
    start = _reported(_start_fault, sent, meant)
    end = _reported(_end_fault, sent, meant)
    first = markers[0].span.start if markers else len(part.text)
    last = markers[-1].span.end if markers else 0
    return Verdict(
        markers,
        sent,
        meant,
        turns=turns_of(part.text, unquoted),
        start=start,
        end=end,
        culprits=frozenset(_culprits(markers, sent, meant, unquoted)),
        open_start=_stands_for_turns(part, 0, first),
        open_end=_stands_for_turns(part, last, len(part.text)),
        open_middle=_logic_encloses(part, markers),
        safe_after_text=_last_ends_the_text(part.text, meant),
    )


def turns_of(text: str, markers: Sequence[Marker]) -> tuple[Turn, ...]:
    """The turns that some markers of a text make, each up to the next one."""
    turns: list[Turn] = []
    for marker, following in zip(markers, (*markers[1:], None), strict=False):
        end = following.separator.start if following else len(text)
        span = Span(marker.span.end, max(marker.span.end, end))
        turns.append(Turn(marker, span.of(text), span))
    return tuple(turns)


def sent_faults(verdict: Verdict) -> tuple[bool, bool]:
    """Whether what the API sees has a start fault, and whether an end fault."""
    return bool(_start_fault(verdict.sent)), bool(_end_fault(verdict.sent))


def _start_fault(markers: Sequence[Marker]) -> Fault | None:
    if not any(marker.role is Role.HUMAN for marker in markers):
        return Fault.NO_HUMAN
    return None if markers[0].role is Role.HUMAN else Fault.ASSISTANT_FIRST


def _end_fault(markers: Sequence[Marker]) -> Fault | None:
    if not any(marker.role is Role.ASSISTANT for marker in markers):
        return Fault.NO_ASSISTANT
    return None if markers[-1].role is Role.ASSISTANT else Fault.HUMAN_LAST


def _reported(
    fault: Callable[[Sequence[Marker]], Fault | None],
    sent: Sequence[Marker],
    meant: Sequence[Marker],
) -> Fault | None:
    """The fault under the name that the author's own markers give it."""
    return fault(meant) if fault(sent) else None


def _culprits(
    markers: Sequence[Marker],
    sent: Sequence[Marker],
    meant: Sequence[Marker],
    unquoted: Sequence[Marker],
) -> Iterable[Marker]:
    """What alone explains a fault of the sent markers that the meant ones lack."""
    near = [marker for marker in markers if not marker.sent]
    if _start_fault(sent) and not _start_fault(meant):
        edge = unquoted[0].span.start if unquoted else None
        yield from (m for m in near if edge is None or m.span.start < edge)
        yield from (m for m in sent[:1] if m.quote)
    if _end_fault(sent) and not _end_fault(meant):
        edge = unquoted[-1].span.start if unquoted else None
        yield from (m for m in near if edge is None or m.span.start > edge)
        yield from (m for m in sent[-1:] if m.quote)


def _stands_for_turns(part: Part, start: int, end: int) -> bool:
    """Whether a placeholder for whole turns stands alone on a line there."""
    return any(
        any(word in placeholder.name.upper() for word in _NAMES_OF_WHOLE_TURNS)
        and _stands_alone(part.text, placeholder.place.span)
        for placeholder in part.placeholders
        if start <= placeholder.place.span.start < end
    )


def _stands_alone(text: str, span: Span) -> bool:
    """Whether nothing but blanks stands beside a stretch on its line."""
    at = span.start
    while at and text[at - 1] in " \t\f\v":
        at -= 1
    after = _REST_IS_BLANK.match(text, span.end)
    return after is not None and (not at or text[at - 1] in "\r\n")


def _logic_encloses(part: Part, markers: Sequence[Marker]) -> bool:
    """Whether a block of template logic opens before a marker and closes after it."""
    deeper = (tag.depth for tag in part.logic)
    depths = list(accumulate(deeper, lambda at, by: max(0, at + by), initial=0))
    # How far the blocks that are open at a tag, or before all of them, get closed.
    closed = list(accumulate(reversed(depths), min))[::-1]
    starts = [tag.place.span.start for tag in part.logic]
    return any(
        closed[before] < depths[before]
        for before in (bisect_left(starts, marker.span.start) for marker in markers)
    )


def _last_ends_the_text(text: str, meant: Sequence[Marker]) -> bool:
    """Whether the last near-marker after a line of text stands on the last line."""
    after_text = [marker for marker in meant if depends_on_role(marker)]
    if not after_text:
        return True
    rest = text[after_text[-1].span.end :].rstrip(WHITE_SPACE)
    return "\n" not in rest and "\r" not in rest
