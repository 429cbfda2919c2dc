"""The transformations, in the order in which they are made.

Each takes a draft and gives the same draft back where it has nothing to do. The order
matters: examples are found before what is left can be data, data before it is moved,
and rules are placed when all of them are known.
"""

from collections.abc import Callable
from typing import TypeAlias

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Draft
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.data_first import (
    data_first,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.data_sections import (  # noqa: E501 - the path
    data_sections,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.feedback_rules import (  # noqa: E501 - the path
    feedback_rules,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.few_shot import (
    few_shot,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.instructions_section import (  # noqa: E501 - the path
    instructions_section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.labelled_examples import (  # noqa: E501 - the path
    labelled_examples,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.numbered_steps import (  # noqa: E501 - the path
    numbered_steps,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.output_format import (  # noqa: E501 - the path
    output_format,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.role_first import (
    role_first,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.role_line import (
    role_line,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.rules_placed import (  # noqa: E501 - the path
    rules_placed,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.thinking import (
    thinking,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.uncertainty import (  # noqa: E501 - the path
    uncertainty,
)

Transformation: TypeAlias = Callable[[Draft], Draft]

ALL: tuple[Transformation, ...] = (
    role_first,
    role_line,
    few_shot,
    labelled_examples,
    data_sections,
    data_first,
    numbered_steps,
    uncertainty,
    output_format,
    thinking,
    feedback_rules,
    rules_placed,
    instructions_section,
)
