"""The facts of the Messages API that this engine relies on, as of 2026-11-22.

What single models refuse is said in `document.models`; here is what all requests
heed, so that no model and no server refuses them:

- no `temperature`, `top_p` and `top_k`: with version 2026-10-21 they are refused, be
  they the defaults;
- no begun answer: models from 4.6 on refuse it;
- no forced tools: newer models refuse `tool_choice` of `any` and `tool`;
- structured outputs are `output_config.format` (models from 4.5 on, no beta header);
  every object says `additionalProperties: false` and requires all it has. Local
  servers refuse or overlook them, so they are tried and never counted on.
"""

PATH = "/v1/messages"

# The hosted API knows the present version; the servers of other makers were written
# against the one before, and some compare it.
VERSION = "2026-10-21"
VERSION_ELSEWHERE = "2023-06-01"

# Words with which servers refuse a field that they do not know, in small letters.
OF_STRUCTURE = (
    "output_config",
    "output_format",
    "json_schema",
    "structured output",
    "response_format",
    "extra inputs",
    "extra_forbidden",
    "unknown field",
    "unknown parameter",
    "unrecognized",
    "unexpected",
    "schema",
)

# And words with which they refuse what is as wrong without that field.
OF_OTHERS = ("max_tokens", "anthropic-version", "credit balance", "prompt is too long")

_LEAST, _MOST = 8_192, 32_000  # tokens of an answer, the thinking of it included


def budget(characters: int) -> int:
    """The tokens that an answer to so much text may have."""
    return min(_LEAST + characters // 2, _MOST)
