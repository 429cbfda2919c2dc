import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.config import Globs, Settings
from prompt_lsp.workspace.globs import covers, first_match, matches

# pattern, path below the base, whether it matches
TABLE = """
*.prompt                a.prompt                  yes
*.prompt                x/a.prompt                yes
*.prompt                x/y/a.prompt              yes
*.prompt                .prompt                   yes
*.prompt                .hidden.prompt            yes
*.prompt                a.prompt.txt              no
*.prompt                a.Prompt                  no
*.prompt                A.prompt                  yes
*.prompt                aprompt                   no
*.prompt                a.prompt/b                no
*.prompt                a.prompts                 no
a.txt                   a.txt                     yes
a.txt                   x/a.txt                   yes
a.txt                   ba.txt                    no
a.txt                   aXtxt                     no
/a.txt                  a.txt                     yes
/a.txt                  x/a.txt                   no
./a.txt                 a.txt                     yes
./a.txt                 x/a.txt                   no
docs/*.md               docs/a.md                 yes
docs/*.md               docs/x/a.md               no
docs/*.md               x/docs/a.md               no
docs/*.md               docs/.md                  yes
docs//*.md              docs/a.md                 yes
**/a.md                 a.md                      yes
**/a.md                 x/a.md                    yes
**/a.md                 x/y/a.md                  yes
**/a.md                 xa.md                     no
docs/**/a.md            docs/a.md                 yes
docs/**/a.md            docs/x/a.md               yes
docs/**/a.md            docs/x/y/a.md             yes
docs/**/a.md            docsx/a.md                no
docs/**/a.md            x/docs/a.md               no
docs/**                 docs/a                    yes
docs/**                 docs/x/a                  yes
docs/**                 docs                      no
docs/**                 docsa                     no
docs/                   docs/x/a                  yes
docs/                   x/docs/a                  yes
docs/                   docs                      no
a/docs/                 x/a/docs/b                no
**                      a                         yes
**                      x/y/a                     yes
*                       x/y/a                     yes
**/prompts/**/*.md      prompts/a.md              yes
**/prompts/**/*.md      x/prompts/y/z/a.md        yes
**/prompts/**/*.md      prompts.md                no
**/prompts/**/*.md      xprompts/a.md             no
**/prompts/**/*.md      prompts/a.txt             no
**/a/**/b/**/c          a/b/c                     yes
**/a/**/b/**/c          b/a/x/b/b/y/c             yes
**/a/**/b/**/c          b/a/c                     no
**/a/b/**/b/c           a/b/c                     no
**/a/b/**/b/c           a/a/b/b/c                 yes
a**b                    axxb                      yes
a**b                    ax/xb                     no
x**/b                   xy/b                      yes
x**/b                   x/y/b                     no
a?c                     abc                       yes
a?c                     ac                        no
a?c/d                   a/c/d                     no
?                       é                         yes
[abc].md                b.md                      yes
[abc].md                d.md                      no
[a-c].md                c.md                      yes
[a-c].md                C.md                      no
[!a-c].md               d.md                      yes
[!a-c].md               a.md                      no
[^a-c].md               d.md                      yes
x[!a]y                  x/y                       no
x[+-9]y                 x/y                       no
[]a].md                 ].md                      yes
[!]a].md                b.md                      yes
[a-].md                 -.md                      yes
[*].md                  *.md                      yes
[*].md                  a.md                      no
[c-a].md                b.md                      no
[!c-a].md               b.md                      yes
[ab                     [ab                       yes
[ab                     a                         no
*.{md,txt}              a.txt                     yes
*.{md,txt}              x/a.md                    yes
*.{md,txt}              a.md,txt                  no
{a,b}/*.md              b/x.md                    yes
{a,b}/*.md              y/b/x.md                  no
{*.md,docs/*.txt}       x/a.md                    yes
{*.md,docs/*.txt}       docs/a.txt                yes
{*.md,docs/*.txt}       x/docs/a.txt              no
a{,b}.md                a.md                      yes
a{,b}.md                ab.md                     yes
{a,b{c,d}}.md           bd.md                     yes
{a,b{c,d}}.md           b.md                      no
{a}.md                  a.md                      yes
{a,b.md                 {a,b.md                   yes
{a,b.md                 a                         no
a,b.md                  a,b.md                    yes
(a|b).md                (a|b).md                  yes
(a|b).md                a.md                      no
a+.md                   aa.md                     no
docs\\*.md               docs/a.md                 yes
*ab*ab*                 xabyab                    yes
*ab*ab*                 xaby                      no
*aab                    aaab                      yes
*a*aab                  aaab                      yes
../a.md                 a.md                      no
"""
ROWS = [line.replace("\\\\", "\\").split() for line in TABLE.split("\n") if line]


@pytest.mark.parametrize(("pattern", "path", "verdict"), ROWS)
def test_a_pattern_against_a_path(pattern: str, path: str, verdict: str) -> None:
    globs = Globs((pattern,), "/base")
    assert matches(globs, f"/base/{path}") is (verdict == "yes")


def test_the_table_is_worth_its_name() -> None:
    assert len(ROWS) >= 60
    assert {verdict for *_, verdict in ROWS} == {"yes", "no"}


@pytest.mark.parametrize(
    ("base", "path", "verdict"),
    [
        ("/base", "/base/a.md", True),
        ("/base/", "/base/a.md", True),
        ("/base", "/basement/a.md", False),
        ("/base", "/other/a.md", False),
        ("/", "/other/a.md", True),
        ("", "/other/a.md", True),
        ("", "a.md", True),
        ("C:\\work", "C:\\work\\x\\a.md", True),
        ("c:\\work", "C:\\work\\x\\a.md", True),
        ("C:/work", "c:\\work\\a.md", True),
        ("C:\\work", "D:\\work\\a.md", False),
        ("\\\\host\\share", "\\\\host\\share\\a.md", True),
    ],
)
def test_globs_are_relative_to_their_base(
    base: str, path: str, *, verdict: bool
) -> None:
    assert matches(Globs(("*.md",), base), path) is verdict
    assert not matches(Globs((), base), path)


@pytest.mark.parametrize(
    ("pattern", "path", "verdict"),
    [
        ("build", "build/", True),
        ("build", "x/build/", True),
        ("build", "build/x/a.md", True),
        ("build", "builds/", False),
        ("build/", "build/", True),
        ("build/", "build", False),
        ("build/**", "build/", True),
        ("build/*", "build/", True),
        ("build/*.md", "build/", False),
        ("build/?", "build/", False),
        ("*.md", "build/", False),
        ("*.md", "build/a.md", True),
        ("docs/*/x", "docs/y/x/a.md", True),
    ],
)
def test_a_folder_is_covered_when_all_in_it_is(
    pattern: str, path: str, *, verdict: bool
) -> None:
    assert covers(Globs((pattern,), "/b"), f"/b/{path}") is verdict


def test_the_first_pattern_that_matches_is_named() -> None:
    globs = Globs(("*.txt", "docs/*", "*.md"), "/b")
    assert first_match(globs, "/b/docs/a.md") == "docs/*"
    assert first_match(globs, "/b/a.py") is None
    assert first_match(globs, "/c/a.md") is None


def test_a_line_end_is_a_character_like_others() -> None:
    for pattern in ("a*c/**", "**/d", "a?c/*"):
        globs = Globs((pattern,), "/b")
        assert matches(globs, "/b/a\nc/d")
        assert first_match(globs, "/b/a\nc/d") == pattern
    assert matches(Globs(("docs/**",), "/b"), "/b/docs/a\nb")
    assert first_match(Globs(("docs/**",), "/b"), "/b/docs/a\nb") == "docs/**"


def test_braces_without_measure_are_text() -> None:
    pattern = "{a,b}" * 12
    assert not matches(Globs((pattern,), "/b"), "/b/" + "a" * 12)
    assert matches(Globs((pattern,), "/b"), "/b/" + pattern)
    assert matches(Globs(("{a,b}" * 9,), "/b"), "/b/" + "b" * 9)


def test_default_globs() -> None:
    include = Settings().include
    prompts = "a.prompt a.prompt.md a.prompt.yaml a.prompty a.messages.json"
    for name in prompts.split():
        assert matches(include, f"/x/{name}")
        assert not matches(include, f"/x/{name}.bak")
    assert matches(include, "/x/prompts/y/a.txt")
    assert not matches(include, "/x/prompt/a.txt")


@pytest.mark.parametrize(
    "pattern",
    [
        "*a" * 40 + "*b",
        "**/a/" * 40 + "b",
        "**/*a*/" * 20 + "b",
        "{a,b}" * 40,
        "{" * 5000,
        "{a," * 30 + "}" * 30,
        "[" * 5000,
    ],
)
def test_no_pattern_takes_forever(pattern: str) -> None:
    path = "/b/" + "a" * 200 + "/a" * 200 + "/c"
    started = time.perf_counter()
    assert not matches(Globs((pattern,), "/b"), path)
    assert time.perf_counter() - started < 5


# A slow and plain reading of the same grammar, without braces and classes.
def _plainly(pattern: list[str], path: list[str]) -> bool:
    if not pattern:
        return not path
    if pattern[0] == "**":
        if len(pattern) == 1:
            return bool(path)
        return any(_plainly(pattern[1:], path[at:]) for at in range(len(path) + 1))
    name = "".join(
        {"*": "[^/]*", "?": "[^/]"}.get(char, re.escape(char)) for char in pattern[0]
    )
    return (
        bool(path)
        and re.fullmatch(name, path[0]) is not None
        and _plainly(pattern[1:], path[1:])
    )


NAMES = st.text("ab*?", min_size=1, max_size=5).filter(lambda name: "**" not in name)
PATTERNS = st.lists(st.just("**") | NAMES, min_size=2, max_size=6)
PATHS = st.lists(st.text("ab", min_size=1, max_size=6), min_size=1, max_size=6)


@settings(max_examples=400, deadline=None)
@given(PATTERNS, PATHS)
def test_no_match_is_lost_by_haste(pattern: list[str], path: list[str]) -> None:
    found = matches(Globs(("/".join(pattern),), "/"), "/" + "/".join(path))
    assert found is _plainly(pattern, path)
