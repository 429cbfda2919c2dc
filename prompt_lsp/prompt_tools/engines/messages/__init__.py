"""The engine that asks a model, by any server that speaks the Messages API.

The hosted API is one, and so are Ollama, LM Studio, llama.cpp and vLLM. A server that
does not know structured outputs is asked for text between tags, and an engine, which
is for one server and one model, remembers it.
"""

import asyncio
from contextvars import ContextVar
from dataclasses import replace

from prompt_lsp.prompt_tools.access import OFFICIAL, Access
from prompt_lsp.prompt_tools.engines.messages import api
from prompt_lsp.prompt_tools.engines.messages.answers import NAME, answer_of
from prompt_lsp.prompt_tools.engines.messages.frame import (
    Question,
    question,
    request_body,
)
from prompt_lsp.prompt_tools.engines.messages.reading import Said, said
from prompt_lsp.prompt_tools.errors import BadAnswer, TooLarge
from prompt_lsp.prompt_tools.reply import Reply, refusal
from prompt_lsp.prompt_tools.schema import Answer, Job, Usage
from prompt_lsp.prompt_tools.transport import Timing, Transport

__all__ = ["MessagesEngine"]

# When the job of the running task is given up: a repair is a part of its job.
_ends: ContextVar[float | None] = ContextVar("ends", default=None)


class MessagesEngine:
    """A model behind a Messages API, as an `Engine`."""

    name = NAME
    repairs = True

    def __init__(
        self, access: Access, model: str, timing: Timing | None = None
    ) -> None:
        self.model = model
        self._structured = True
        self._access = access
        self._transport = Transport(access, timing or Timing())
        official = access.base_url == OFFICIAL
        version = api.VERSION if official else api.VERSION_ELSEWHERE
        self._headers = {"anthropic-version": version}

    @property
    def label(self) -> str:
        """The model and the host."""
        return f"{self.model} at {self._access.host}"

    async def answer(self, job: Job, amiss: tuple[str, ...] = ()) -> Answer:
        """Ask the model, in as few calls as it takes."""
        now = self._transport.timing.now()
        ends = _ends.get() if amiss else None
        if ends is None:
            ends = now + self._access.deadline
            _ends.set(ends)
        return await self._asked(question(job, amiss), ends)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    async def _asked(self, asked: Question, ends: float) -> Answer:
        """The answer to a question: at most one more budget and one more form.

        What takes long with a long prompt runs beside the event loop.
        """
        budget, usage = asked.budget, Usage()
        while True:
            structured = self._structured
            body = await asyncio.to_thread(
                request_body, asked, self.model, budget, structured=structured
            )
            reply = await self._transport.post(api.PATH, body, self._headers, ends)
            if structured and _is_about_structure(reply):
                self._structured = False
                continue
            heard = self._heard(reply)
            usage += heard.usage
            if heard.stop == "max_tokens" and budget == asked.budget:
                budget *= 2
                continue
            self._check(heard.stop)
            answer = await asyncio.to_thread(answer_of, asked, heard.text)
            if answer is not None:
                return replace(answer, usage=usage)
            if not structured:
                raise BadAnswer(self._text("is not understood: try again"))
            self._structured = False

    def _heard(self, reply: Reply) -> Said:
        """What the model said.

        Raises:
            ApiError: the server refused.
            BadAnswer: it sent something else.
        """
        if not reply.ok:
            asked = (
                f"the model `{self.model}` that `engines.messages.model` names, or is "
                "no Messages API"
            )
            raise refusal(reply, self._access, asked)
        heard = said(reply)
        if heard is None:
            message = (
                f"`{self._access.host}` does not answer as a Messages API does: check "
                f"`{self._access.setting}`"
            )
            raise BadAnswer(message)
        return heard

    def _check(self, stop: str) -> None:
        """Heed why the model stopped.

        Raises:
            BadAnswer: it did not finish.
            TooLarge: the prompt is too long for it.
        """
        if stop == "max_tokens":
            raise BadAnswer(self._text("is longer than it may be: select a part"))
        if stop == "refusal":
            message = (
                f"`{self.model}` declines to work on this prompt: change the prompt, "
                "or use another model or the engine `offline`"
            )
            raise BadAnswer(message)
        if stop == "model_context_window_exceeded":
            message = (
                f"the prompt and its answer are too long for `{self.model}`: select a "
                "part of it, or use a model with a larger context window"
            )
            raise TooLarge(message)

    def _text(self, what: str) -> str:
        return f"the answer of `{self.model}` {what}, or use another model or `offline`"


def _is_about_structure(reply: Reply) -> bool:
    """Whether a server refuses structured outputs, or may: many do not say what for."""
    complaint = reply.complaint
    return reply.status in (400, 422) and (
        any(word in complaint for word in api.OF_STRUCTURE)
        or not any(word in complaint for word in api.OF_OTHERS)
    )
