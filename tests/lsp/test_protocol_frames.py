"""The header part, JSON, and what is neither."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompt_lsp.lsp.frames import FrameParser, Malformed, frame

BODY = b'{"a":"\xc3\xa9"}'
MESSAGE = {"a": "é"}


def parsed(data: bytes) -> list[object]:
    return [*FrameParser().feed(data)]


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: 10\r\n\r\n",
        b"content-length:10\r\n\r\n",
        b"CONTENT-LENGTH :\t10 \r\n\r\n",
        b"Content-Length: 10\n\n",
        b"Content-Length: 10\r\n\n",
        b"Content-Type: x; charset=utf-8\r\nContent-Length: 10\r\n\r\n",
        b"Content-Length: 10\r\nContent-Type: x\r\nX-More: y\r\n\r\n",
        b"\r\n\r\nContent-Length: 10\r\n\r\n",
    ],
)
def test_header_in_any_shape(header: bytes) -> None:
    assert parsed((header + BODY) * 2) == [MESSAGE, MESSAGE]


@pytest.mark.parametrize(
    "noise",
    [
        b"Content-Type: x\r\n\r\n",  # no length
        b"Content-Length: much\r\n\r\n",
        b"Content-Length: 99999999999999999999999\r\n\r\n",  # not to be waited for
        b'{"jsonrpc":"2.0"}\n',  # a client that speaks lines
        b"Content-Length: 3\r\n\r\n{]}",
        b"Content-Length: 0\r\n\r\n",
        b"Content-Length: 4\r\n\r\n\xff\xfe\xff\xff",
        b"Content-Length: 9\r\n\r\n" + BODY,  # too short: a brace is left over
        b"Content-Length: 12\r\n\r\n" + BODY,  # too long: swallows the next header
        b"Content-Length: 40000\r\n\r\n" + b"[" * 40000,  # too deep for the parser
        b"Content-Type: x\r\n\r\n" + BODY,  # a body without a length
    ],
)
def test_noise_is_told_and_the_next_frame_read(noise: bytes) -> None:
    *wrong, message = parsed(noise + b"Content-Length: 10\r\n\r\n" + BODY)
    assert message == MESSAGE
    assert wrong
    assert all(isinstance(each, Malformed) for each in wrong)


def test_noise_without_end_is_not_kept() -> None:
    parser = FrameParser()
    for _ in range(100):
        assert [*parser.feed(b"x" * 10_000)] == []
    assert len(parser._buffer) <= 1 << 14
    assert [*parser.feed(b"Content-Length: 10\r\n\r\n" + BODY)] == [MESSAGE]


@given(st.lists(st.binary() | st.sampled_from([b"\r\n", b"\n\n", b"a:", b"{"])))
def test_any_noise_ends_at_the_next_frame(noise: list[bytes]) -> None:
    found = parsed(b"".join(noise) + b"Content-Length: 10\r\n\r\n" + BODY)
    assert found.pop() == MESSAGE
    assert all(isinstance(each, Malformed) for each in found)


@given(st.lists(st.text()), st.integers(1, 40))
def test_frames_survive_any_cutting(texts: list[str], size: int) -> None:
    data = b"".join(frame(text) for text in texts)
    parser = FrameParser()
    found: list[object] = []
    for start in range(0, len(data), size):
        found += parser.feed(data[start : start + size])
    assert found == texts
    assert not parser.within_frame


@pytest.mark.parametrize("cut", [1, 14, 20, 23, 30])
def test_the_other_half_is_awaited(cut: int) -> None:
    parser = FrameParser()
    assert [*parser.feed(frame(MESSAGE)[:cut])] == []
    assert parser.within_frame


def test_output_is_compact_utf8_counted_in_bytes() -> None:
    assert frame({"a": ["日", "😀"]}) == (
        b"Content-Length: 20\r\n\r\n" + '{"a":["日","😀"]}'.encode()
    )


def test_half_a_surrogate_pair_is_escaped() -> None:
    header, _, body = frame("é\ud83d").partition(b"\r\n\r\n")
    assert header == b"Content-Length: %d" % len(body)
    assert json.loads(body) == "é\ud83d"


@pytest.mark.parametrize("value", [float("nan"), object(), {1: {2}}])
def test_what_is_no_json_is_not_sent(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        frame(value)
