from pathlib import Path

import pytest

from prompt_lsp.workspace.load import (
    FileText,
    decoded,
    document_of,
    encoded,
    load,
    read,
    sidecars,
)
from prompt_lsp.workspace.trouble import Unreadable

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a\nb\n",
        b"a\r\nb\rc\n",
        BOM,
        BOM + b"a\r\n",
        BOM + BOM + b"a",
        "\u2028\x0c\x85é😀\0".encode(),
    ],
)
def test_bytes_come_back(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.prompt"
    path.write_bytes(data)
    file = read(path)
    assert encoded(file.text, bom=file.bom) == data
    assert file.bom is data.startswith(BOM)
    assert file.text == data.removeprefix(BOM).decode()
    assert file.stamp is not None
    assert file.stamp.size == len(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"ab\n\n\xffx", "it is not UTF-8: byte 0xff on line 3"),
        (BOM + b"\xff", "it is not UTF-8: byte 0xff on line 1"),
        (b"\xed\xa0\x80", "it is not UTF-8: byte 0xed on line 1"),
        ("é".encode("latin-1"), "it is not UTF-8: byte 0xe9 on line 1"),
        ("hé".encode("utf-16"), "it is UTF-16, not UTF-8"),
    ],
)
def test_what_is_not_utf8_is_unreadable(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    path = tmp_path / "x.prompt"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        load(path)
    assert (caught.value.path, caught.value.reason) == (str(path), reason)


def test_other_ways_to_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "folder.prompt").mkdir()
    (tmp_path / "loop.prompt").symlink_to("loop.prompt")
    for name, reason in {
        "missing.prompt": "no such file or directory",
        "folder.prompt": "is a directory",
        "loop.prompt": "too many levels of symbolic links",
        "nul\0.prompt": "embedded null byte",
        "/proc/self/mem": "input/output error",
    }.items():
        with pytest.raises(Unreadable) as caught:
            load(tmp_path / name)
        assert caught.value.reason == reason


def test_a_prompt_is_loaded_with_its_sidecar(tmp_path: Path) -> None:
    prompt = tmp_path / "x.prompt.md"
    prompt.write_bytes(BOM + b"Hi {{A}}\r\n")
    (tmp_path / "x.vars.json").write_text('{"A": "b"}', "utf-8")
    loaded = load(prompt)
    assert loaded.files[0][:3] == (str(prompt), "Hi {{A}}\r\n", True)
    assert loaded.files[1][:3] == (str(tmp_path / "x.vars.json"), '{"A": "b"}', False)
    assert [source[:] for source in loaded.document.sources] == [
        file[:2] for file in loaded.files
    ]
    assert not loaded.troubles


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("x.prompt", "x"),
        ("x.prompt.txt", "x"),
        ("x.prompt.md", "x"),
        ("x.prompt.yaml", "x"),
        ("x.messages.json", "x"),
        ("x.prompty", "x"),
        ("x.txt", "x"),
        ("x.y.txt", "x.y"),
        ("x", "x"),
        (".prompt", ".prompt"),
    ],
)
def test_where_variables_stand(tmp_path: Path, name: str, stem: str) -> None:
    assert sidecars(tmp_path / "a.b" / name) == tuple(
        str(tmp_path / "a.b" / f"{stem}.vars.{kind}")
        for kind in ("json", "yaml", "yml")
    )


def test_one_sidecar_counts(tmp_path: Path) -> None:
    prompt = tmp_path / "x.prompt"
    prompt.write_text("hi", "utf-8")
    for kind in ("yml", "yaml", "json"):
        (tmp_path / f"x.vars.{kind}").write_text("{}", "utf-8")
        own, sidecar = load(prompt).files
        assert own.path == str(prompt)
        assert sidecar.path.endswith(kind)


def test_an_unreadable_sidecar_does_not_take_the_prompt_along(tmp_path: Path) -> None:
    (tmp_path / "x.prompt").write_text("hi", "utf-8")
    (tmp_path / "x.vars.json").write_bytes(b"\xff")
    loaded = load(tmp_path / "x.prompt")
    assert len(loaded.files) == len(loaded.document.sources) == 1
    (trouble,) = loaded.troubles
    assert trouble.path == str(tmp_path / "x.vars.json")


def test_open_buffers_come_first(tmp_path: Path) -> None:
    prompt, sidecar = tmp_path / "x.prompt", tmp_path / "x.vars.yaml"
    prompt.write_text("on the disk", "utf-8")
    buffers = {str(prompt): "in the editor", str(sidecar): "A: b"}
    loaded = load(prompt, buffers=buffers)
    assert [file.text for file in loaded.files] == ["in the editor", "A: b"]
    assert [file.stamp for file in loaded.files] == [None, None]
    new = tmp_path / "new.prompt"
    assert load(new, buffers={str(new): "unsaved"}).files[0].text == "unsaved"


def test_what_the_configuration_declares_reaches_the_document(tmp_path: Path) -> None:
    (tmp_path / "x.prompt").write_text("hi", "utf-8")
    assert load(tmp_path / "x.prompt", declared=True).document.declared_text_completions
    assert not load(tmp_path / "x.prompt").document.declared_text_completions


def test_a_text_from_elsewhere_has_the_sidecar_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "x.vars.json").write_text("{}", "utf-8")
    file = decoded(tmp_path / "x.prompt", BOM + b"hi")
    assert file == FileText(str(tmp_path / "x.prompt"), "hi", bom=True)
    assert len(document_of(file).files) == 2


def test_a_second_sidecar_is_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.prompt").write_text("Hi {{A}}", "utf-8")
    for name, text in {"x.vars.json": '{"A": "b"}', "x.vars.yaml": "B: c\n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    loaded = load(tmp_path / "x.prompt")
    (trouble,) = loaded.troubles
    assert trouble.path == str(tmp_path / "x.vars.yaml")
    assert trouble.reason == "it is not read: `x.vars.json` comes before it"
    assert [each.name for each in loaded.document.declarations or ()] == ["A"]
