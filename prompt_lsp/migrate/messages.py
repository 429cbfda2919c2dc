"""From a text-completions prompt to the body of a Messages request."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from prompt_lsp.document.model import Document, Place, Prompt
from prompt_lsp.document.source_map import Kind
from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.document.turn import Flaw, Marker, Turn, Verdict
from prompt_lsp.document.verdict import sent_faults, turns_of
from prompt_lsp.migrate.request import (
    Body,
    Layout,
    Message,
    Reason,
    Refused,
    Speaker,
    final_line_end,
    with_line_feeds,
)
from prompt_lsp.text import LineIndex, Span

_SPEAKERS: dict[Role, Speaker] = {Role.HUMAN: "user", Role.ASSISTANT: "assistant"}
_CODES = {
    Flaw.INVISIBLE: "TRN014",
    Flaw.ESCAPED: "TRN010",
    Flaw.FIRST: "TRN006",
    Flaw.UNSEPARATED: "TRN005",
    Flaw.MALFORMED: "TRN009",
}


def to_messages(document: Document, prompt: int = 0) -> Body | Refused:
    """The request body that says what a text-completions prompt says.

    `prompt` is its place in the document.
    """
    if prompt >= len(document.prompts):
        message = f"it is {document.format}, no text-completions prompt"
        return Refused(Reason.NO_TURNS, message)
    chosen = document.prompts[prompt]
    return next(_obstacles(document, prompt, chosen), None) or body_of(chosen)


def body_of(prompt: Prompt) -> Body:
    """The body of a prompt that has turns in an order that the API takes."""
    text, sent = prompt.parts[0].text, _verdict(prompt).sent
    turns = _turns(prompt)
    if turns[-1].marker.role is Role.ASSISTANT and turns[-1].blank:
        turns = turns[:-1]
    system = text[: sent[0].separator.start]
    folded = any("\r" in marker.written for marker in sent)
    body = Body(
        tuple(_messages(turns)),
        system if system.strip(WHITE_SPACE) else None,
        prompt.target_model or None,
        _layout(prompt, folded=folded),
    )
    return _with_line_feeds(body) if folded else body


def _obstacles(document: Document, index: int, prompt: Prompt) -> Iterator[Refused]:
    """Why a prompt cannot be converted."""
    verdict = prompt.verdict
    if verdict is None:
        message = "it is no text-completions prompt"
        yield Refused(Reason.NO_TURNS, message)
        return
    segments = prompt.parts[0].source_map.segments
    if any(segment.kind is Kind.HOLE for segment in segments):
        message = "code puts this prompt together, so its text is not known"
        yield Refused(Reason.INTERPOLATED, message)
    if any(sent_faults(verdict)):
        yield _wrong_turns(verdict)
        return
    for turn in _turns(prompt)[:-1]:
        if turn.blank:
            message = (
                f"this {turn.marker.role} turn is empty (TRN012), and the Messages API "
                "refuses an empty message; give it a text or remove it"
            )
            line = _line(document, index, turn.marker.span)
            yield Refused(Reason.EMPTY_TURN, message, f"line {line}")


def _wrong_turns(verdict: Verdict) -> Refused:
    faults = [fault.value for fault in (verdict.start, verdict.end) if fault]
    codes = {*faults, *(_code(marker) for marker in verdict.culprits)}
    named = ", ".join(sorted(codes))
    if verdict.open_turns and not verdict.culprits:
        message = f"a placeholder or template logic stands for turns of it ({named})"
    else:
        message = (
            f"the API refuses its turns ({named}); run `prompt-lsp check --fix` first, "
            "and mend by hand what that leaves"
        )
    return Refused(Reason.WRONG_TURNS, message)


def _code(culprit: Marker) -> str:
    return "TRN013" if culprit.flaw is None else _CODES[culprit.flaw]


def _line(document: Document, prompt: int, span: Span) -> int:
    """The number of the line of the file that holds a stretch of a prompt, from 1."""
    place = document.locate(prompt, Place(0, span))
    text = document.sources[place.source].text
    return LineIndex(text).line_of(place.span.start) + 1


def _verdict(prompt: Prompt) -> Verdict:
    assert prompt.verdict is not None  # noqa: S101 - asked only of text completions
    return prompt.verdict


def _turns(prompt: Prompt) -> tuple[Turn, ...]:
    """The turns that the API sees, quoted ones too."""
    return turns_of(prompt.parts[0].text, _verdict(prompt).sent)


def _messages(turns: Sequence[Turn]) -> Iterator[Message]:
    for role, group in groupby(turns, key=lambda turn: turn.marker.role):
        of_role = [*group]
        content = "\n\n".join(turn.text.removeprefix(" ") for turn in of_role)
        if role is Role.ASSISTANT and of_role[-1] is turns[-1]:
            content = content.rstrip(WHITE_SPACE)
        yield Message(_SPEAKERS[role], content, of_role[0].text.startswith(" "))


def _layout(prompt: Prompt, *, folded: bool) -> Layout:
    part, origin = prompt.parts[0], prompt.origin
    line_end = part.line_end if folded else "\n"
    if origin.trimmed or not origin.ends_with_file:
        return Layout(line_end, line_end)
    return Layout(line_end, final_line_end(part.text))


def _with_line_feeds(body: Body) -> Body:
    messages = (
        Message(message.role, with_line_feeds(message.content), message.spaced)
        for message in body.messages
    )
    system = None if body.system is None else with_line_feeds(body.system)
    return Body(tuple(messages), system, body.model, body.layout)
