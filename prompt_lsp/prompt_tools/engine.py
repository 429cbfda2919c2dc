"""What an engine is: something that answers a job, by whatever means."""

from typing import Protocol

from prompt_lsp.prompt_tools.schema import Answer, Job


class Engine(Protocol):
    """One way of doing the work.

    An engine holds no job: it may be asked from several tasks at once.
    """

    @property
    def name(self) -> str:
        """As the setting `engine` has it."""

    @property
    def label(self) -> str:
        """Where the text goes, as a title says it: `offline`, `MODEL at HOST`."""

    @property
    def repairs(self) -> bool:
        """Whether it may do better when it hears what was wrong."""

    async def answer(self, job: Job, amiss: tuple[str, ...] = ()) -> Answer:
        """Do a job. To cancel the task stops the work at once.

        Args:
            job: what is asked.
            amiss: what was wrong with its last answer to the same job; they may hold
                placeholders of the prompt, so they are for the engine alone.

        Raises:
            PromptToolsError: it cannot be done.
        """

    async def aclose(self) -> None:
        """Let go of connections."""
