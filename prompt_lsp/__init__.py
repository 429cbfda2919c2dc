"""A language server and linter for the prompt files of large language models."""

__version__ = "0.1.0"
