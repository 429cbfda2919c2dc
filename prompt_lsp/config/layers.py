"""Layers of settings, and what holds when they lie on one another.

A later layer replaces a setting of an earlier one, key by key; only the table
`severity` merges. A wrong value costs itself and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

from prompt_lsp.config.declared import SETTINGS, Setting
from prompt_lsp.config.kinds import Reading, shown
from prompt_lsp.config.lines import line_of
from prompt_lsp.config.nearest import nearest
from prompt_lsp.config.settings import DEFAULT_INCLUDE, Globs, PerFileIgnores, Settings

Path = tuple[str, ...]

_PREFIX = "PROMPT_LSP_"

# What an editor's extension keeps under the same name for itself.
EDITOR_KEYS = frozenset({"path", "interpreter", "improvePreview", "trace"})


class Level(Enum):
    """Where settings come from, in rising precedence."""

    DEFAULT = "default"
    USER = "user file"
    ENVIRONMENT = "environment"
    PROJECT = "project file"
    INITIALIZATION = "initialization options"
    CLIENT = "workspace/configuration"
    FLAG = "command line"

    @property
    def trusted(self) -> bool:
        """Whether the user says it, and not the repository that lies open."""
        return self not in (Level.PROJECT, Level.CLIENT)

    @property
    def camel(self) -> bool:
        """Whether its keys are spelled as editors spell them."""
        return self in (Level.INITIALIZATION, Level.CLIENT)


class Provenance(NamedTuple):
    """Where a setting was written; the line counts from 1."""

    level: Level
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        if self.file is None:
            return self.level.value
        return self.file if self.line is None else f"{self.file}:{self.line}"


class SettingProblem(NamedTuple):
    """Something wrong in a configuration; always a warning, never a stop.

    `whole_file` says that nothing of the file holds, and not one key alone.
    """

    where: Provenance
    message: str
    whole_file: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """The settings of one place, as parsed and not yet judged.

    Attributes:
        table: keys as written, to values as written.
        base: the folder that its globs and paths are relative to.
        file: the path of its file, if it is one.
        lines: where its keys stand, as `lines.key_lines` gives them.
        problems: what is wrong with the file as a whole.
    """

    level: Level
    table: Mapping[str, Any]
    base: str = ""
    file: str | None = None
    lines: Mapping[Path, int] = field(default_factory=dict)
    problems: tuple[SettingProblem, ...] = ()

    def provenance(self, path: Path) -> Provenance:
        """Where a key of it stands."""
        return Provenance(self.level, self.file, line_of(self.lines, path))

    def spelled(self, setting: Setting) -> str:
        """A setting's key as this place spells it."""
        return setting.camel if self.level.camel else setting.key


@dataclass(frozen=True, slots=True, eq=False)
class Resolved:
    """What holds, and why.

    Attributes:
        settings: the values.
        origins: for each key that somebody set, where; the default else. An entry of
            a table has one too, as in `severity.TRN001`.
        problems: in the order of the layers.
        unread: keys whose last word is wrong, so that an earlier one holds.
    """

    settings: Settings
    origins: Mapping[str, Provenance]
    problems: tuple[SettingProblem, ...] = ()
    unread: frozenset[str] = frozenset()

    def origin(self, key: str) -> Provenance:
        """Where the value of a setting comes from."""
        return self.origins.get(key, Provenance(Level.DEFAULT))


def resolve(layers: Iterable[Layer], *, base: str = "") -> Resolved:
    """What holds when layers, in any order, lie on one another.

    `base` is the folder that the default globs are relative to, and those of the
    user file, which lies in no project.
    """
    values: dict[str, Any] = {"include": Globs(DEFAULT_INCLUDE, base)}
    origins: dict[str, Provenance] = {}
    problems: list[SettingProblem] = []
    wrong: dict[str, bool] = {}
    order = list(Level)
    for layer in sorted(layers, key=lambda layer: order.index(layer.level)):
        problems += layer.problems
        for setting, value, path in _read(layer, base, problems):
            wrong[setting.key] = value is None
            if value is None:
                continue
            before = values.get(setting.field) if setting.merges else None
            values[setting.field] = {**before, **value} if before else value
            origins[setting.key] = layer.provenance(path)
            for name in _names(value):
                origins[f"{setting.key}.{name}"] = layer.provenance((*path, name))
    is_set = "placeholder-style" in origins
    heights = [order.index(_level(origins, key)) for key in ("select", "ignore")]
    settings = Settings(
        **values,
        placeholder_style_is_set=is_set,
        select_is_above=heights[0] > heights[1],
    )
    unread = frozenset(key for key, is_wrong in wrong.items() if is_wrong)
    return Resolved(settings, MappingProxyType(origins), tuple(problems), unread)


def _level(origins: Mapping[str, Provenance], key: str) -> Level:
    return origins[key].level if key in origins else Level.DEFAULT


def _names(value: object) -> Iterator[str]:
    """The keys of a value that is a table."""
    if isinstance(value, Mapping):
        yield from value
    elif isinstance(value, PerFileIgnores):
        yield from (glob for glob, _ in value.entries)


def environment_layer(environment: Mapping[str, str]) -> Layer:
    """The settings of the environment, which only has the guarded ones.

    `engines.messages.base-url` is `PROMPT_LSP_ENGINES_MESSAGES_BASE_URL`.
    """
    table: dict[str, Any] = {}
    for setting in SETTINGS:
        text = environment.get(variable_of(setting), "") if setting.guarded else ""
        if text:
            _put(table, setting.key.split("."), _number_or_text(setting, text))
    return Layer(Level.ENVIRONMENT, table)


def variable_of(setting: Setting) -> str:
    """The variable of the environment that sets a guarded setting."""
    return _PREFIX + setting.key.upper().replace(".", "_").replace("-", "_")


def _read(
    layer: Layer, base: str, problems: list[SettingProblem]
) -> Iterator[tuple[Setting, Any, Path]]:
    """The values of a layer, None for a wrong one; why goes to `problems`."""
    known = {layer.spelled(setting): setting for setting in SETTINGS}
    base = base if layer.level is Level.USER else layer.base
    for path, value in _leaves(layer.table, _tables(known)):
        name = ".".join(path)
        setting = known.get(name)
        if layer.level.camel and (value is None or path[0] in EDITOR_KEYS):
            continue
        if setting is None:
            problems.append(_unknown(layer, path, value, known))
        elif setting.guarded and not layer.level.trusted:
            problems.append(_guarded(layer, path))
        else:
            read = setting.kind.read(value, _reading(layer, base, path, problems))
            yield setting, read, path


def _reading(
    layer: Layer, base: str, path: Path, problems: list[SettingProblem]
) -> Reading:
    def complain(message: str, inside: Path) -> None:
        where = layer.provenance(path + inside)
        problems.append(SettingProblem(where, message))

    return Reading(".".join(path), base, layer.base, complain)


def _leaves(
    table: Mapping[str, Any], tables: frozenset[str], above: Path = ()
) -> Iterator[tuple[Path, Any]]:
    """Keys and values, with the tables that only hold settings opened up."""
    for key, value in table.items():
        path = (*above, str(key))
        if ".".join(path) in tables and isinstance(value, Mapping):
            yield from _leaves(value, tables, path)
        else:
            yield path, value


def _tables(known: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for key in known:
        names = key.split(".")
        found.update(".".join(names[:length]) for length in range(1, len(names)))
    return frozenset(found)


def _unknown(
    layer: Layer, path: Path, value: object, known: Iterable[str]
) -> SettingProblem:
    name = ".".join(path)
    message = f"unknown key `{name}`"
    if name in _tables(known):
        message = f"`{name}` must be a table, not {shown(value)}"
    elif near := nearest(name, known):
        message += f", did you mean `{near}`"
    return SettingProblem(layer.provenance(path), message)


def _guarded(layer: Layer, path: Path) -> SettingProblem:
    place = "a project file" if layer.level is Level.PROJECT else layer.level.value
    message = (
        f"`{'.'.join(path)}` is ignored in {place}: where prompts are sent is said "
        "in the user file, the environment, initialization options or a flag"
    )
    return SettingProblem(layer.provenance(path), message)


def _number_or_text(setting: Setting, text: str) -> float | str:
    if setting.kind.schema["type"] != "number":
        return text
    try:
        return float(text)
    except ValueError:
        return text


def _put(table: dict[str, Any], names: list[str], value: object) -> None:
    for name in names[:-1]:
        table = table.setdefault(name, {})
    table[names[-1]] = value
