"""Values that say by their form what they are: dates, amounts, counts, addresses."""

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Recognizer
from prompt_lsp.prompt_tools.engines.offline.templatize.values.addresses import (
    addresses,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.counts import (
    counts_in_words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figures import figures
from prompt_lsp.prompt_tools.engines.offline.templatize.values.introduced import (
    introduced,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.named_days import (
    named_days,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.organisations import (
    organisations,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.people import people
from prompt_lsp.prompt_tools.engines.offline.templatize.values.persons import persons
from prompt_lsp.prompt_tools.engines.offline.templatize.values.places import places
from prompt_lsp.prompt_tools.engines.offline.templatize.values.versions import (
    products,
)

__all__ = ["VALUES"]

VALUES: tuple[Recognizer, ...] = (
    addresses,
    figures,
    counts_in_words,
    named_days,
    people,
    persons,
    introduced,
    organisations,
    products,
    places,
)
