"""What `improve`, `templatize` and `generate` are asked for."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prompt_lsp.cli.input import STDIN, Contradiction, Input, add_input, input_of
from prompt_lsp.prompt_tools.catalogue import MESSAGES, NAMES, PROMPT_TOOLS
from prompt_lsp.prompt_tools.schema import Tool
from prompt_lsp.prompt_tools.work import Wishes


@dataclass(frozen=True, slots=True)
class Asked:
    """The command line of a tool, read.

    Attributes:
        tool: which.
        input: which prompts it is for.
        engine: the engine that the command line names.
        flags: the settings that the command line decides, keys as in a file.
        feedback, system, task, target_model: what the user wishes.
        write: put the results into the files.
        diff: print what would change.
        json: print the response bodies of the protocol.
    """

    tool: Tool
    input: Input
    engine: str | None = None
    flags: dict[str, Any] = field(default_factory=dict)
    feedback: str | None = field(default=None, repr=False)
    system: str | None = field(default=None, repr=False)
    task: str | None = field(default=None, repr=False)
    target_model: str | None = None
    write: bool = False
    diff: bool = False
    json: bool = False

    @property
    def wishes(self) -> Wishes:
        """What the user wishes, as the tools take it."""
        return Wishes(
            feedback=self.feedback,
            task=self.task,
            system=self.system,
            target_model=self.target_model,
        )

    @property
    def alone(self) -> bool:
        """Whether one prompt is given, and no folder or list."""
        return len(self.input.paths) == 1 and not Path(self.input.paths[0]).is_dir()


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments that all three tools have."""
    add_input(parser, default="")
    add = parser.add_argument
    add("--write", action="store_true", help="put the results into the files")
    add("--diff", action="store_true", help="change no file, print what would change")
    add(
        "--json",
        action="store_true",
        help="print the response body of the prompt tools API, a line for each of "
        "several prompts",
    )
    add(
        "--target-model",
        metavar="MODEL",
        help="the model that the prompt is for",
    )
    engine = parser.add_argument_group("the engine that does it")
    add = engine.add_argument
    add("--engine", choices=NAMES, help="default: `engine` of the configuration")
    add("--model", help="the model that the engine `messages` asks")
    add("--base-url", metavar="URL", help="the server that the engine asks")
    add(
        "--deadline",
        type=float,
        metavar="SECONDS",
        help="give up on one prompt after this time",
    )


def asked(tool: Tool, arguments: Namespace) -> Asked:
    """What parsed arguments ask for.

    Raises:
        Contradiction: arguments exclude each other or mean nothing.
    """
    task = getattr(arguments, "task", None)
    given = _given(arguments, task)
    paths = () if given is None else given.paths
    if contradiction := next(_contradictions(arguments, paths, task), None):
        raise Contradiction(contradiction)
    return Asked(
        tool,
        given or Input((STDIN,)),
        engine=arguments.engine,
        flags=_flags(arguments),
        feedback=getattr(arguments, "feedback", None),
        system=getattr(arguments, "system", None),
        task=task,
        target_model=arguments.target_model,
        write=arguments.write,
        diff=arguments.diff,
        json=arguments.json,
    )


def _given(arguments: Namespace, task: str | None) -> Input | None:
    """The prompts that are named; None where a task needs none.

    Raises:
        Contradiction: none is, or they exclude each other.
    """
    if arguments.paths or arguments.stdin_filename is not None:
        return input_of(arguments)
    if task is None:
        # Nobody sends a whole folder to a model by leaving out a word.
        message = "name a file, a folder, or `-` for standard input"
        raise Contradiction(message)
    return None


def _contradictions(
    arguments: Namespace, paths: tuple[str, ...], task: str | None
) -> Iterator[str]:
    if arguments.diff and (arguments.write or arguments.json):
        yield "`--diff` changes no file and prints nothing else"
    if arguments.write and not paths:
        yield "`--write` puts the result into a file: name an empty one"
    if arguments.write and paths == (STDIN,):
        yield "`--write` puts the result into a file, and standard input is none"
    if task is not None and not task.strip():
        yield "`--task` is blank: say what the prompt shall do"
    if task is not None and len(paths) > 1:
        yield "`--task` makes one prompt, for one file"
    engine = arguments.engine
    if arguments.base_url is not None and engine not in (MESSAGES, PROMPT_TOOLS):
        yield (
            f"`--base-url` is for an engine: name it, `--engine {MESSAGES}` or "
            f"`--engine {PROMPT_TOOLS}`"
        )
    if arguments.model is not None and engine not in (None, MESSAGES):
        yield f"`--model` is for `--engine {MESSAGES}`: `{engine}` takes none"


def _flags(arguments: Namespace) -> dict[str, Any]:
    """The settings that are given, as a configuration file spells them."""
    engines: dict[str, dict[str, str]] = {}
    if arguments.base_url is not None:
        engines[arguments.engine] = {"base-url": arguments.base_url}
    if arguments.model is not None:
        engines.setdefault(MESSAGES, {})["model"] = arguments.model
    flags = {"deadline": arguments.deadline, "engines": engines or None}
    return {key: value for key, value in flags.items() if value is not None}
