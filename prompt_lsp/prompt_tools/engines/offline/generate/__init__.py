"""A prompt for a task, by the kind of the task."""

from prompt_lsp.prompt_tools.schema import Answer, Generate


def generate(job: Generate) -> Answer:
    """Write a prompt for a task."""
    raise NotImplementedError
