"""What varies in a prompt, found without a model."""

from prompt_lsp.prompt_tools.schema import Answer, Templatize


def templatize(job: Templatize) -> Answer:
    """Put placeholders in the stead of what varies in a prompt."""
    raise NotImplementedError
