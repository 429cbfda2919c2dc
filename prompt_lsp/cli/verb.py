"""What a verb of the command line is made of.

A verb's module has `add(subparsers)`, which sets the default `run`, and
`run(arguments) -> int`, which gives the exit code.
"""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import argparse

# What `ArgumentParser.add_subparsers` gives has no public name.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
