from prompt_lsp.text.finding import occurrences


def test_each_occurrence_begins_behind_the_one_before() -> None:
    assert [*occurrences("aaaa b aa", "aa")] == [0, 2, 7]


def test_cues_may_share_their_last_characters() -> None:
    assert [*occurrences(" at at sea", " at ", shared=1)] == [0, 3]
    assert [*occurrences(" at at sea", " at ")] == [0]


def test_nothing_is_found_where_nothing_stands() -> None:
    assert [*occurrences("", "a")] == []
