"""TRN: rules about the turns of text-completions prompts."""

from prompt_lsp.rules.turns.assistant_prefill import assistant_prefill
from prompt_lsp.rules.turns.assistant_turn_not_last import assistant_turn_not_last
from prompt_lsp.rules.turns.carriage_return import carriage_return
from prompt_lsp.rules.turns.consecutive_turns import consecutive_turns
from prompt_lsp.rules.turns.empty_turn import empty_turn
from prompt_lsp.rules.turns.escaped_newlines import escaped_newlines
from prompt_lsp.rules.turns.human_turn_not_first import human_turn_not_first
from prompt_lsp.rules.turns.invisible_character import invisible_character
from prompt_lsp.rules.turns.malformed_turn_marker import malformed_turn_marker
from prompt_lsp.rules.turns.marker_spacing import marker_spacing
from prompt_lsp.rules.turns.missing_assistant_turn import missing_assistant_turn
from prompt_lsp.rules.turns.missing_human_turn import missing_human_turn
from prompt_lsp.rules.turns.prompt_too_long import prompt_too_long
from prompt_lsp.rules.turns.quoted_turn_marker import quoted_turn_marker
from prompt_lsp.rules.turns.system_preamble import system_preamble
from prompt_lsp.rules.turns.text_completions_format import text_completions_format
from prompt_lsp.rules.turns.trailing_whitespace import trailing_whitespace
from prompt_lsp.rules.turns.unseparated_first_turn import unseparated_first_turn
from prompt_lsp.rules.turns.unseparated_turn import unseparated_turn

TURNS = (
    missing_human_turn,
    missing_assistant_turn,
    human_turn_not_first,
    assistant_turn_not_last,
    unseparated_turn,
    unseparated_first_turn,
    trailing_whitespace,
    prompt_too_long,
    malformed_turn_marker,
    escaped_newlines,
    consecutive_turns,
    empty_turn,
    quoted_turn_marker,
    invisible_character,
    carriage_return,
    text_completions_format,
    system_preamble,
    assistant_prefill,
    marker_spacing,
)
