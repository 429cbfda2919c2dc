"""What a text shall be about and for whom, in Chinese and Japanese."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_GRAMMAR = 0.9
_AUDIENCE = 0.7
_SIGN = r"[^\s。！？，、,.!?:：；;「」『』《》“”\"'{}\[\]<>（）()]"
_POINTED = r"(?![这那此该以下上述如你我您他她它]|本文)"
_CHINESE = re.compile(
    rf"(?:关于|有关|围绕|關於){_POINTED}({_SIGN}{{1,24}}?)的"
    r"(?=(?:[一-鿿\d]{1,6}字的?)?[一-鿿]{0,4}(?:文章|作文|诗|故事|短文|报告|演讲|建议"
    r"|想法|问题|博客|散文|小说|笑话|论文|文案|介绍|帖子|点子|标题|歌词|邮件|摘要|儿歌"
    r"|绝句|律诗|俳句|对联|剧本|脚本|新闻稿|口号|谜语|寓言|测验|段落))"
)
_CHINESE_LIST = re.compile(
    rf"[以就]{_POINTED}[“\"「]?({_SIGN}{{1,20}}?)[”\"」]?(?:为题|为主题)"
)
_STATED = re.compile(
    r"(?:主题|主題|题目|標題|标题|テーマ|議題|件名)(?:是|为|為|は|：)[ ]?"
    r"[“「『《\"]([^“”「」『』《》\"\n]{1,60})[”」』》\"]"
)
_CHINESE_EXPLAIN = re.compile(
    rf"(?:[给向对跟](?!我|大家)({_SIGN}{{2,12}}?))?"
    rf"(?:解释|讲解|介绍|说明一下)(?:一下|下)?{_POINTED}((?:什么是|为什么)?{_SIGN}{{2,24}})"
)
_WHAT_IS = re.compile(r"什么是")
# A date is one value by itself; what is about it does not begin in its middle.
_DATE = re.compile(r"\d{1,4}[ ]?[年月日号]")
_DATE_GOES_ON = re.compile(r"[年月日号]")
_JAPANESE = re.compile(r"(?:について|に関する|に関して|をテーマに|をテーマにした)")
_ASKED = re.compile(
    r"[^。！？\n]{0,40}?(?:書|説明|教え|作|まとめ|解説|考え|紹介|提案|記事|詩|作文|俳句)"
)
_BEFORE = re.compile(
    r"(?:^|[。！？\n、，,で向けに]|[0-9])(?!この|その|以下|次|これ|それ|上記|下記|本文)"
    r"([一-鿿々ァ-ヶーA-Za-zぁ-んの]{1,24})$"
)
_READERS = re.compile(r"([一-鿿々ァ-ヶー]{2,12})(?:向けに?の?|にもわかる|でもわかる)")
_EXPLAIN = re.compile(
    r"(?:([一-鿿々ァ-ヶー]{2,12})に)?([一-鿿々ァ-ヶーA-Za-zの]{2,20})を"
    r"(?:[^。！？\n、]{0,16}?)(?:説明|解説)"
)
_SPREAD = 40  # characters in which an order to explain is the prompt
_TOLD = frozenset(
    {"私", "以下", "次", "内容", "理由", "文章", "回答", "答え", "コード"}
)


def han_topics(reading: Reading) -> Iterator[Candidate]:
    """Topics around `关于…的` and `…について`."""
    if reading.role != "user" or not reading.unspaced:
        return
    text, prose = reading.text, Prose(reading)
    found = [*_chinese(text), *_japanese(text)]
    if not reading.data:
        found += _explained(text)
    for one in found:
        if prose.has(one.span.start):
            yield one


def _chinese(text: str) -> Iterator[Candidate]:
    for stated in _STATED.finditer(text):
        yield Candidate("TOPIC", Span(*stated.span(1)), _GRAMMAR)
    for pattern in (_CHINESE, _CHINESE_LIST):
        for about in pattern.finditer(text):
            if not _DATE.match(about[1]):
                yield Candidate("TOPIC", Span(*about.span(1)), _GRAMMAR)


def _japanese(text: str) -> Iterator[Candidate]:
    for about in _JAPANESE.finditer(text):
        begin = max(0, about.start() - 30)
        topic = _BEFORE.search(text[begin : about.start()])
        if topic and topic[1] not in _TOLD and _ASKED.match(text, about.end()):
            start = begin + topic.start(1)
            if text[start - 1 : start].isdecimal() and _DATE_GOES_ON.match(topic[1]):
                continue
            yield Candidate("TOPIC", Span(start, about.start()), _GRAMMAR)
    if "説明" in text or "書" in text or "作" in text:
        for readers in _READERS.finditer(text):
            yield Candidate("AUDIENCE", Span(*readers.span(1)), _AUDIENCE)


def _explained(text: str) -> Iterator[Candidate]:
    """`用简单的语言解释什么是…`, `小学生に…を説明して`."""
    kana = re.search("[ぁ-んァ-ヶ]", text[:200]) is not None
    order = (_EXPLAIN if kana else _CHINESE_EXPLAIN).search(text, 0, 200)
    if order is None or order.start() > _SPREAD or order[2] in _TOLD:
        return
    if text[max(0, order.start() - 1) : order.start()] in {"并", "且"}:
        return  # what the order before it works on
    if order[1]:
        yield Candidate("AUDIENCE", Span(*order.span(1)), _AUDIENCE)
    asked = None if kana else _WHAT_IS.match(order[2])
    start = order.start(2) + (asked.end() if asked else 0)
    if order.end(2) - start > 1:
        yield Candidate("CONCEPT", Span(start, order.end(2)), _GRAMMAR)
