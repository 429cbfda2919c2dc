"""A prompt made better by rules that keep all that it says."""

from prompt_lsp.prompt_tools.schema import Answer, Improve


def improve(job: Improve) -> Answer:
    """Make a prompt better and keep all that it says."""
    raise NotImplementedError
