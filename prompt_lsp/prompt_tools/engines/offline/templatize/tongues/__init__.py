"""Prompts in German, French, Spanish, Portuguese, Japanese and Chinese."""

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Recognizer
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.aims import aims
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.han_topics import (
    han_topics,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.orders import (
    plain_orders,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.people import (
    people_elsewhere,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.quotes import quotes
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.sayings import sayings
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.topics import topics
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.translation import (
    translation,
)

__all__ = ["TONGUES"]

TONGUES: tuple[Recognizer, ...] = (
    translation,
    plain_orders,
    sayings,
    quotes,
    people_elsewhere,
    topics,
    aims,
    han_topics,
)
