"""VAR: rules about placeholders."""

from prompt_lsp.rules.placeholders.angle_placeholder import angle_placeholder
from prompt_lsp.rules.placeholders.empty_placeholder import empty_placeholder
from prompt_lsp.rules.placeholders.foreign_placeholder import foreign_placeholder
from prompt_lsp.rules.placeholders.invalid_placeholder_name import (
    invalid_placeholder_name,
)
from prompt_lsp.rules.placeholders.mixed_placeholder_styles import (
    mixed_placeholder_styles,
)
from prompt_lsp.rules.placeholders.near_duplicate_placeholder import (
    near_duplicate_placeholder,
)
from prompt_lsp.rules.placeholders.nested_placeholder import nested_placeholder
from prompt_lsp.rules.placeholders.noncanonical_placeholder import (
    noncanonical_placeholder,
)
from prompt_lsp.rules.placeholders.placeholder_in_value import placeholder_in_value
from prompt_lsp.rules.placeholders.single_brace_placeholder import (
    single_brace_placeholder,
)
from prompt_lsp.rules.placeholders.template_logic import template_logic
from prompt_lsp.rules.placeholders.unclosed_placeholder import unclosed_placeholder
from prompt_lsp.rules.placeholders.undeclared_placeholder import undeclared_placeholder
from prompt_lsp.rules.placeholders.unfilled_blank import unfilled_blank
from prompt_lsp.rules.placeholders.unused_variable import unused_variable
from prompt_lsp.rules.rule import Rule

# In the order of their codes, except where an occurrence gets one finding of
# several rules: then the first of these stands first. So the spelling of a name in
# two styles outweighs the angles of one, and the form of what is no placeholder is
# told from the outermost to the least.
PLACEHOLDERS: tuple[Rule, ...] = (
    mixed_placeholder_styles,
    angle_placeholder,
    nested_placeholder,
    template_logic,
    unfilled_blank,
    empty_placeholder,
    invalid_placeholder_name,
    unclosed_placeholder,
    noncanonical_placeholder,
    near_duplicate_placeholder,
    single_brace_placeholder,
    undeclared_placeholder,
    unused_variable,
    placeholder_in_value,
    foreign_placeholder,
)
