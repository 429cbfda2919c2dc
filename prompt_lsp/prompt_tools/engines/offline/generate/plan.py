"""What a prompt is made of, before it is text."""

from enum import Enum, auto
from typing import NamedTuple


class Need(Enum):
    """Why a prompt has an input."""

    MATERIAL = auto()  # what the work is done on
    DETAIL = auto()  # the work cannot be done without it
    WISH = auto()  # an input that makes a task reusable which names none itself


class Input(NamedTuple):
    """Something that is filled in each time the prompt is used.

    Attributes:
        name: of its variable, in UPPER_SNAKE.
        lead: the line that stands before it and says what it is.
        need: why it is there.
        long: it may be long, and stands before the short ones.
        written: the placeholder as the task itself has it, if it is the task's own.
    """

    name: str
    lead: str
    need: Need = Need.MATERIAL
    long: bool = True
    written: str = ""


class Plan(NamedTuple):
    """What a kind of task makes of one task.

    Attributes:
        role: the first sentence.
        inputs: what is filled in.
        steps: the way to go, in order.
        rules: what holds all the time.
        output: the lines that say what the answer looks like.
        weighs: the answer gets better when reasons are written down before it, by a
            model that does not think by itself.
        begin: how the answer certainly begins, where that is sure.
    """

    role: str
    inputs: tuple[Input, ...] = ()
    steps: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    weighs: bool = False
    begin: str = ""
