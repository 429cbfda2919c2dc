import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.han_topics import (
    han_topics,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.topics import topics
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Schreibe einen Artikel über die Geschichte des Tees für Anfänger.",
            ["TOPIC=Geschichte des Tees", "AUDIENCE=Anfänger"],
        ),
        ("Verfasse ein Gedicht über Nebel in vier Strophen", ["TOPIC=Nebel"]),
        ("Ein Text zum Thema Bienen", ["TOPIC=Bienen"]),
        ("Nenne mir 6 Tipps für einen Umzug", ["TOPIC=Umzug"]),
        ("Gib mir 4 Ideen für eine Hochzeit.", ["OCCASION=Hochzeit"]),
        (
            "Erkläre einer Rentnerin, warum Updates wichtig sind.",
            ["AUDIENCE=Rentnerin", "TOPIC=warum Updates wichtig sind"],
        ),
        ("Erkläre mir die Zinsrechnung in drei Sätzen.", ["CONCEPT=Zinsrechnung"]),
        ("Écris un conte sur le vent.", ["TOPIC=vent"]),
        (
            "Rédige un article sur le jardinage pour des débutants.",
            ["TOPIC=jardinage", "AUDIENCE=débutants"],
        ),
        ("Donne-moi 5 idées pour un mariage", ["OCCASION=mariage"]),
        (
            "Explique à un enfant comment vole un avion.",
            ["AUDIENCE=enfant", "TOPIC=comment vole un avion"],
        ),
        ("Escribe un poema sobre el otoño.", ["TOPIC=otoño"]),
        (
            "Explica la gravedad a un niño.",
            ["CONCEPT=gravedad", "AUDIENCE=niño"],
        ),
        (
            "Escreva um artigo sobre hortas urbanas para iniciantes.",
            ["TOPIC=hortas urbanas", "AUDIENCE=iniciantes"],
        ),
        (
            "Escreva 8 perguntas para uma vaga de contador.",
            ["JOB_TITLE=contador"],
        ),
        ("Explique por que o mar é salgado.", ["TOPIC=por que o mar é salgado"]),
        ("Escribe una carta sobre la cita del 5 de mayo.", ["TOPIC=cita"]),
        # What is meant stands elsewhere, or is always so.
        ("Schreibe eine Zusammenfassung über den folgenden Text.", []),
        ("Beantworte Fragen über unsere Produkte.", []),
        ("Erkläre deine Antwort.", []),
        ("Explique ta réponse.", []),
        ("Explica tu respuesta.", []),
        ("Explique en 2 phrases la marée.", []),
        ("Écris un texte sur ce sujet.", []),
        ("Gib mir 10 Ideen für ein Geschenk.", []),
    ],
)
def test_topics(text: str, values: list[str]) -> None:
    assert told(topics, text) == values


def test_system_prompts_speak_of_their_product() -> None:
    assert told(topics, "Schreibe Artikel über Tee.", "system") == []
    assert told(han_topics, "写一篇关于茶的文章。", "system") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("写一篇关于茶叶历史的800字文章。", ["TOPIC=茶叶历史"]),
        ("请给我3个关于搬家的建议。", ["TOPIC=搬家"]),
        ("写一首关于大海的五言绝句", ["TOPIC=大海"]),
        ("向老人解释什么是云计算。", ["AUDIENCE=老人", "CONCEPT=云计算"]),
        ("お茶の歴史について書いてください。", ["TOPIC=お茶の歴史"]),
        ("火山に関する記事を書いて", ["TOPIC=火山"]),
        ("中学生に電流を説明してください。", ["AUDIENCE=中学生", "CONCEPT=電流"]),
        ("关于以下内容的文章", []),
        ("解释你的答案。", []),
        ("写一封邮件，说明会议改期。", []),
        ("以下について書いてください。", []),
        ("2026年3月9日の会議についてメールを書いて", []),
        ("写一封关于3月9日的会议的邮件。", []),
    ],
)
def test_han_topics(text: str, values: list[str]) -> None:
    assert told(han_topics, text) == values
