"""What a target model takes well: the profile that the offline tools heed."""

from enum import Enum, auto

from prompt_lsp.document.models import model_version, refuses_prefill


class Profile(Enum):
    """Which habits of prompting suit a model."""

    LEGACY = auto()  # it may be told to think, and its answer may be begun
    MODERN = auto()  # it thinks by itself, and refuses a begun answer

    @classmethod
    def of(cls, target_model: str | None) -> "Profile":
        """The profile of a model; the modern one where nothing is known of it."""
        if not target_model or model_version(target_model) is None:
            return cls.MODERN
        return cls.MODERN if refuses_prefill(target_model) else cls.LEGACY
