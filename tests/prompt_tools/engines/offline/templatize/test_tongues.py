import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.people import (
    people_elsewhere,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.quotes import quotes
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.translation import (
    asks,
    translation,
)
from prompt_lsp.prompt_tools.schema import Templatize, user
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "word", "source", "target"),
    [
        ('Übersetze "Guten Tag" ins Englische.', "Guten Tag", "", "Englische"),
        ("Übersetze Apfel ins Spanische", "Apfel", "", "Spanische"),
        (
            "Bitte übersetze „Wie geht's? Gut!“ aus dem Deutschen ins Japanische.",
            "Wie geht's? Gut!",
            "Deutschen",
            "Japanische",
        ),
        ("Übersetze den folgenden Text ins Dänische:", "", "", "Dänische"),
        ("Übersetze jede Nachricht auf Deutsch", "", "", "Deutsch"),
        ("Traduis « un café » en anglais.", "un café", "", "anglais"),
        (
            "Traduisez bonjour de l'anglais vers le français.",
            "bonjour",
            "anglais",
            "français",
        ),
        ("Traduis le texte suivant en allemand :", "", "", "allemand"),
        (
            'Traduce "hasta luego" del español al inglés.',
            "hasta luego",
            "español",
            "inglés",
        ),
        ("Traduce al inglés: Me gusta el mar.", "Me gusta el mar", "", "inglés"),
        ("Übersetze den Satz ins Dänische: Wo ist er?", "Wo ist er?", "", "Dänische"),
        ('Traduza para o inglês: "bom dia"', "bom dia", "", "inglês"),
        ("Traduza o texto do português para o russo", "", "português", "russo"),
        ("「お疲れ様」を英語に翻訳して", "お疲れ様", "", "英語"),
        ('Wie sagt man "Danke" auf Japanisch?', "Danke", "", "Japanisch"),
        ("Comment dit-on « merci » en grec ?", "merci", "", "grec"),
        ('¿Cómo se dice "gracias" en alemán?', "gracias", "", "alemán"),
        ("「猫」は英語で何と言いますか？", "猫", "", "英語"),
        ("“谢谢”用法语怎么说？", "谢谢", "", "法语"),
        ("おはようを英語に訳して", "おはよう", "", "英語"),
        ("次の文を日本語から英語に翻訳してください", "", "日本語", "英語"),
        ("请把“你好”翻译成英文。", "你好", "", "英文"),
        ("将你好从中文翻译成法语", "你好", "中文", "法语"),
        ("把下面的句子翻译成英文：", "", "", "英文"),
        ("Um tradutor experiente de inglês para russo", "", "inglês", "russo"),
        ("una traductora jurada del griego al español", "", "griego", "español"),
        ("un traducteur agréé du grec vers le russe", "", "grec", "russe"),
    ],
)
def test_translation(text: str, word: str, source: str, target: str) -> None:
    named = zip(
        ("WORD_TO_TRANSLATE", "SOURCE_LANGUAGE", "TARGET_LANGUAGE"),
        (word, source, target),
        strict=True,
    )
    expected = sorted(f"{name}={value}" for name, value in named if value)
    assert sorted(told(translation, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Übersetzung ist gut.",
        "Übersetze es bitte",
        "Traduis le texte en suivant les règles",
        "Traduce este texto en voz alta",
        "翻訳してください",
        "翻译成诗",
        "`Übersetze Apfel ins Englische`",
    ],
)
def test_no_translation(text: str) -> None:
    assert told(translation, text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Erkläre das Wort „Heimat“.", ["QUOTED_TEXT=Heimat"]),
        ("Analyse « la vie en rose ».", ["QUOTED_TEXT=la vie en rose"]),
        ("「夏」について俳句を", ["QUOTED_TEXT=夏"]),
        ("关于《红楼梦》的文章", ["TITLE=红楼梦"]),
        ("eine Maschine namens „BaristaPro“", ["NAME=BaristaPro"]),
        ("Antworte mit „ja“ oder „nein“.", []),
        ("「肯定」「否定」「中立」に分類", []),
        ("Réponds « oui » ou « non »", []),
        ("「はい」または「いいえ」で答えて", []),
        ("Prüfe „{{TEXT}}“", []),
    ],
)
def test_quotes(text: str, values: list[str]) -> None:
    assert told(quotes, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("an Herrn Krüger wegen", ["NAME=Herrn Krüger"]),
        ("à Mme Dubois pour", ["NAME=Mme Dubois"]),
        ("un correo a Juan Pérez para", ["RECIPIENT=Juan Pérez"]),
        ("写邮件给张伟，通知他", ["RECIPIENT=张伟"]),
        ("田中さんにメールを", ["RECIPIENT=田中"]),
        ("meine Frau und ich", []),
        ("un correo a mi jefe", []),
        ("请给我写一首诗", []),
        ("お客様に返信", []),
    ],
)
def test_people(text: str, values: list[str]) -> None:
    assert told(people_elsewhere, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Fasse den folgenden Artikel zusammen:\n\nDer Rat tagt am Montag.",
            {"ARTICLE": "Der Rat tagt am Montag."},
        ),
        (
            "Réponds.\n\nContexte : Le musée est fermé.\n\nQuestion : Quand ?",
            {"CONTEXT": "Le musée est fermé.", "QUESTION": "Quand ?"},
        ),
        (
            "Clasifica la reseña.\n\nReseña: Llegó fría.",
            {"REVIEW": "Llegó fría."},
        ),
        (
            "Responda à pergunta.\n\nPergunta: Onde fica o rio?",
            {"QUESTION": "Onde fica o rio?"},
        ),
        (
            "次の文を英語に翻訳してください：\n\n雨が降っています。",
            {"TARGET_LANGUAGE": "英語", "TEXT": "雨が降っています。"},
        ),
        (
            "用三句话总结下面的文章。\n\n文章：\n新的地铁线路将于明年开通。",
            {"SENTENCE_COUNT": "三", "TEXT": "新的地铁线路将于明年开通。"},
        ),
    ],
)
def test_blocks(text: str, values: dict[str, str]) -> None:
    found = dict(templatize(Templatize((user(text),))).variable_values)
    assert {name: value.rstrip("。.") for name, value in found.items()} == {
        name: value.rstrip("。.") for name, value in values.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "Du bist ein freundlicher Assistent. Antworte kurz und erfinde nichts.",
        "Pourquoi le ciel est-il bleu ? Réponds simplement.",
        "Responde siempre en español y con amabilidad.",
        "Você é um assistente. Responda com educação.",
        "あなたは親切なアシスタントです。簡潔に答えてください。",
        "请遵守以下规则：回答要简短；不要编造事实。",
    ],
)
def test_rules_hold_nothing(text: str) -> None:
    assert dict(templatize(Templatize((user(text),))).variable_values) == {}


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ('Traduza "Good night" para português.', True),
        ("Bitte übersetze das ins Dänische:", True),
        ("「猫」を英語に翻訳して", True),
        ("Um tradutor de inglês para russo", False),
        ("Übersetze mit Bedacht.", False),
        ("The train leaves at noon.", False),
        ("会議は何時ですか。", False),
    ],
)
def test_a_text_that_orders_a_translation(text: str, orders: bool) -> None:  # noqa: FBT001 - a column of the table
    assert asks(text) is orders


def test_more_languages_than_one() -> None:
    text = "Traduis merci en italien, en grec et en russe."
    assert told(translation, text) == [
        "WORD_TO_TRANSLATE=merci",
        "TARGET_LANGUAGE=italien",
        "TARGET_LANGUAGE=grec",
        "TARGET_LANGUAGE=russe",
    ]
