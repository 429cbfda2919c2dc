"""The tables of the catalogue, copied by hand: what the code must agree with."""

from typing import NamedTuple


class Row(NamedTuple):
    """A rule as users know it."""

    code: str
    name: str
    severity: str
    fixable: bool


_TABLE = """
TRN001 missing-human-turn error fix
TRN002 missing-assistant-turn error fix
TRN003 human-turn-not-first error -
TRN004 assistant-turn-not-last error fix
TRN005 unseparated-turn verdict fix
TRN006 unseparated-first-turn warning fix
TRN007 trailing-whitespace warning fix
TRN008 prompt-too-long error -
TRN009 malformed-turn-marker verdict fix
TRN010 escaped-newlines verdict fix
TRN011 consecutive-turns warning fix
TRN012 empty-turn warning fix
TRN013 quoted-turn-marker verdict fix
TRN014 invisible-character warning fix
TRN015 carriage-return hint -
TRN016 text-completions-format hint -
TRN017 system-preamble information fix
TRN018 assistant-prefill information -
TRN019 marker-spacing hint fix
TRN020 removed-sdk-constant warning -
VAR001 angle-placeholder warning fix
VAR002 mixed-placeholder-styles warning fix
VAR003 unclosed-placeholder error fix
VAR004 invalid-placeholder-name warning fix
VAR005 empty-placeholder error fix
VAR006 noncanonical-placeholder hint fix
VAR007 near-duplicate-placeholder warning fix
VAR008 single-brace-placeholder hint fix
VAR009 nested-placeholder warning -
VAR010 template-logic information -
VAR011 undeclared-placeholder error fix
VAR012 unused-variable warning fix
VAR014 unfilled-blank hint fix
VAR015 placeholder-in-value warning -
VAR016 foreign-placeholder hint fix
MSG001 non-text-content error -
MSG002 cache-control error fix
MSG003 non-contiguous-user-messages error -
MSG004 unknown-role error fix
MSG005 empty-message error -
MSG006 prefill-trailing-whitespace error fix
MSG007 prefill-unsupported warning fix
MSG008 turn-marker-in-message warning fix
MSG009 system-not-string error fix
MSG010 target-model-length error -
MSG011 unknown-field warning fix
DOC001 invalid-front-matter error -
DOC002 unused-suppression warning fix
DOC003 unknown-rule-code warning fix
DOC004 invalid-variables-file error -
"""

# Their hosts (messages, code) have no reader yet.
LATER = frozenset({"TRN020", *(f"MSG{number:03}" for number in range(1, 12))})

CATALOGUE = tuple(
    Row(code, name, severity, fix == "fix")
    for code, name, severity, fix in map(str.split, _TABLE.strip().splitlines())
    if code not in LATER
)
