"""Wishes to rules: one sentence each, in the language of the prompt."""

import re
from collections.abc import Mapping

from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want, Wish
from prompt_lsp.prompt_tools.engines.offline.improve.language import (
    Language,
    language_of,
)
from prompt_lsp.prompt_tools.engines.offline.improve.phrases import Phrase, sentence
from prompt_lsp.prompt_tools.engines.offline.improve.subject import subject_of

_PHRASES: Mapping[Want, Phrase] = {
    Want.SHORT: Phrase.SHORT,
    Want.DETAILED: Phrase.DETAILED,
    Want.SIMPLE: Phrase.SIMPLE,
    Want.ACCURATE: Phrase.ACCURATE,
    Want.CREATIVE: Phrase.CREATIVE,
    Want.STEPS: Phrase.STEPS,
    Want.EXAMPLES: Phrase.EXAMPLES,
    Want.ONE_WORD: Phrase.ONE_WORD,
    Want.JSON: Phrase.JSON,
    Want.TABLE: Phrase.TABLE,
    Want.BULLETS: Phrase.BULLETS,
    Want.NUMBERED: Phrase.NUMBERED,
    Want.PLAIN: Phrase.PLAIN,
}
# What each language says of a subject that shall be short; `{}` is the subject with
# its article. None of them has to agree with the subject's gender.
_SHORT = {
    Language.GERMAN: ("Halte {} kurz.", ("die", "das", "den")),
    Language.FRENCH: ("{} doit tenir en peu de mots.", ("la", "le")),
    Language.SPANISH: ("{} debe ser breve.", ("la", "el")),
    Language.PORTUGUESE: ("{} deve ser breve.", ("a", "o")),
}
_SHORT_PLURAL = {
    Language.FRENCH: ("{} doivent tenir en peu de mots.", ("les",)),
    Language.SPANISH: ("{} deben ser breves.", ("las", "los")),
    Language.PORTUGUESE: ("{} devem ser breves.", ("as", "os")),
}
# Names of languages and tones, in the order of the columns.
_COLUMNS = (
    Language.GERMAN,
    Language.FRENCH,
    Language.SPANISH,
    Language.PORTUGUESE,
    Language.JAPANESE,
    Language.CHINESE,
)
_LANGUAGES = {
    "English": "Englisch anglais inglés inglês 英語 英语",
    "German": "Deutsch allemand alemán alemão ドイツ語 德语",
    "French": "Französisch français francés francês フランス語 法语",
    "Spanish": "Spanisch espagnol español espanhol スペイン語 西班牙语",
    "Portuguese": "Portugiesisch portugais portugués português ポルトガル語 葡萄牙语",
    "Italian": "Italienisch italien italiano italiano イタリア語 意大利语",
    "Japanese": "Japanisch japonais japonés japonês 日本語 日语",
    "Chinese": "Chinesisch chinois chino chinês 中国語 中文",
}
_TONES = {
    "formal": "formellen formel formal formal フォーマルな 正式",
    "informal": "lockeren informel informal informal くだけた 随意",
    "friendly": "freundlichen amical amable amigável 親しみやすい 友好",
    "professional": "professionellen professionnel profesional profissional"
    " ビジネスらしい 专业",
    "polite": "höflichen poli cortés educado 丁寧な 礼貌",
    "funny": "humorvollen drôle divertido divertido ユーモアのある 幽默",
    "serious": "ernsten sérieux serio sério 真面目な 严肃",
    "neutral": "neutralen neutre neutro neutro 中立的な 中立",
}
_FOREIGN = frozenset("die das den les la le las los el os as o".split())
_SINGULAR = re.compile(r"(?:s|x|z|ch|sh)es\Z|[^s]s\Z")


def rule_of(wish: Wish, language: Language, prompt: str) -> str | None:
    """The sentence that grants a wish; None where we have none in the language."""
    rule = None
    match wish.want:
        case Want.RULE if language_of(wish.words) in (language, None):
            rule = wish.words
        case Want.SHORT:
            rule = _short(wish.words, language, prompt)
        case Want.DETAILED if language is Language.ENGLISH:
            rule = _detailed(wish.words, prompt)
        case Want.LIMIT | Want.AUDIENCE if language is Language.ENGLISH:
            rule = _of_english(wish, prompt)
        case Want.TONE:
            rule = _tone(wish.words, language)
        case Want.RESPOND:
            name = _translated(_LANGUAGES, wish.words, language)
            rule = name and sentence(Phrase.RESPOND, language, language=name)
    phrase = _PHRASES.get(wish.want)
    return sentence(phrase, language) if phrase and rule is None else rule


def _short(subject: str, language: Language, prompt: str) -> str | None:
    if language is Language.ENGLISH:
        return f"Keep {_named(subject, prompt)} short."
    article = subject.partition(" ")[0]
    for table in (_SHORT, _SHORT_PLURAL):
        pattern, articles = table.get(language, ("", ()))
        if article in articles:
            text = pattern.replace("{}", subject)
            return text[0].upper() + text[1:]
    return None


def _detailed(subject: str, prompt: str) -> str:
    """A rule about the subject; about the prompt's own where feedback names none."""
    named = _named(subject, prompt)
    if named == "the answer":
        return sentence(Phrase.DETAILED, Language.ENGLISH)
    return f"Make {named} detailed and complete."


def _of_english(wish: Wish, prompt: str) -> str:
    if wish.want is Want.AUDIENCE:
        return f"Write for {wish.words}."
    limit, _, subject = wish.words.partition("|")
    named = _named(subject, prompt)
    relation, _, amount = limit.rpartition(" ")[0].rpartition(" ")
    amount = f"{amount} {limit.rpartition(' ')[2]}"
    if relation.startswith("max") or relation in ("up to", "to", "in", "within"):
        relation = "to" if relation in ("to", "in") else "to at most"
    elif relation not in ("under", "below"):
        relation = f"to {relation}"
    return f"Keep {named} {relation} {amount}."


def _tone(tones: str, language: Language) -> str | None:
    if language is Language.ENGLISH:
        article = "an" if tones[0] in "aeio" else "a"
        return sentence(Phrase.TONE, language, tone=f"{article} {tones}")
    tone = _translated(_TONES, tones, language)
    return tone and sentence(Phrase.TONE, language, tone=tone)


def _translated(table: Mapping[str, str], word: str, language: Language) -> str | None:
    if language is Language.ENGLISH:
        return word
    return table[word].split()[_COLUMNS.index(language)] if word in table else None


def _named(subject: str, prompt: str) -> str:
    """The subject of a wish, if English names it; else that of the prompt."""
    foreign = not subject or subject.partition(" ")[0] in _FOREIGN
    return subject_of(prompt) if foreign else _each(subject)


def _each(subject: str) -> str:
    """A subject as a rule names it: `recipes` are told of one by one."""
    if subject.startswith(("each ", "every ")):
        return subject
    words = subject.split()
    if words[0] in ("a", "an", "the"):
        words = words[1:] or words
    one = _singular(words[-1])
    if one == words[-1]:
        return f"the {' '.join(words)}"
    return f"each {' '.join((*words[:-1], one))}"


def _singular(noun: str) -> str:
    low = noun.lower()
    if not _SINGULAR.search(low) or low.endswith(("us", "is", "news")):
        return noun
    if low.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if low.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return noun[:-2]
    return noun[:-1]
