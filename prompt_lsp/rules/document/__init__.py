"""DOC: rules about the document itself."""

from prompt_lsp.rules.document.invalid_front_matter import invalid_front_matter
from prompt_lsp.rules.document.invalid_variables_file import invalid_variables_file
from prompt_lsp.rules.document.unknown_rule_code import unknown_rule_code
from prompt_lsp.rules.document.unused_suppression import unused_suppression

DOCUMENT = (
    invalid_front_matter,
    unused_suppression,
    unknown_rule_code,
    invalid_variables_file,
)
