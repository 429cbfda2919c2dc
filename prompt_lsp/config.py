"""Settings: values, and (to come) their parsing and the one list of them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)
    placeholder_style: str = "{{NAME}}"
    placeholder_style_is_set: bool = False
    template_engine: str = "none"
    target_model: str | None = None
    token_limit: int = 99_999
