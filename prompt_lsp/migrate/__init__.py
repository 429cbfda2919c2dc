r"""Between text-completions prompts and request bodies of the Messages API.

| text | body |
|---|---|
| text before the first turn | `system`, a label `System:` and all |
| `\n\nHuman:`, `\n\nAssistant:` | messages of `user` and `assistant` |
| one blank after the colon | nothing |
| white space at the end of a turn | part of its content |
| turns of one role in a row | one message, joined by a blank line |
| a final `\n\nAssistant:` | nothing |
| text after it, its end without white space | a last `assistant` message: a prefill |
| the target model of the front matter | `model` |
| placeholders | the same |

Turns are what the API takes as such: quoted markers are, near-markers are text. A
prompt that the API refuses is refused here too.

A body is accepted if it has `messages` of `user` and `assistant` by turns, `user`
first, with or without `system`, `model` and settings of the answer: `max_tokens`,
`temperature`, `stop_sequences`, `thinking` and the like. The settings say nothing of
the conversation; they are left out, and the body says which. A text is a string or a
list of exactly one block of text without other keys, which comes back as a string.

What else the other side cannot say is refused, never dropped: `tools`, `tool_choice`,
`mcp_servers`, `context_management`, `container`, unknown keys, several blocks, blocks
that are not only text. So both ways, there and back is where one was.

Some facts of a prompt mean nothing to the Messages API and would be lost: its kind of
line end, whether it ends with one, and which turns lack the blank after their colon.
The file of the body has them as its own layout: the same line ends, the same end, and
no blank before those messages' `content` either. A body that somebody else laid out
makes a prompt in the usual form.

A prompt whose separators are CRLF or CR has turns only if line ends are read as line
feeds; then those in its messages are too. Else its text is kept to the letter.
"""

from prompt_lsp.migrate.body import read_body, write_body
from prompt_lsp.migrate.messages import to_messages
from prompt_lsp.migrate.names import messages_name, prompt_name
from prompt_lsp.migrate.prompt_text import to_text
from prompt_lsp.migrate.request import Body, Layout, Message, Reason, Refused

__all__ = [
    "Body",
    "Layout",
    "Message",
    "Reason",
    "Refused",
    "messages_name",
    "prompt_name",
    "read_body",
    "to_messages",
    "to_text",
    "write_body",
]
