"""Nouns that are counted in prompts, in seven languages, and what a count is called."""

from functools import cache

_NOUNS = {
    "WORD_COUNT": """
        word words Wort Wörter Wörtern Worte Worten mot mots palabra palabras palavra
        palavras parole woorden
    """,
    "SENTENCE_COUNT": """
        sentence sentences Satz Sätze Sätzen phrase phrases frase frases oración
        oraciones sentença sentenças frasi zinnen
    """,
    "PARAGRAPH_COUNT": """
        paragraph paragraphs Absatz Absätze Absätzen paragraphe paragraphes párrafo
        párrafos parágrafo parágrafos
    """,
    "CHARACTER_COUNT": """
        character characters chars Zeichen caractères caracteres
    """,
    "LINE_COUNT": """
        line lines Zeile Zeilen ligne lignes línea líneas linha linhas vers versos
    """,
    "STANZA_COUNT": """
        stanza stanzas verse verses Strophe Strophen strophe strophes estrofa estrofas
        estrofe estrofes
    """,
    "PAGE_COUNT": """
        page pages Seite Seiten página páginas slide slides Folien
    """,
    "NUMBER_OF_PEOPLE": """
        people persons guests adults kids children participants attendees employees
        users customers students players members travelers travellers passengers
        Personen Erwachsene Erwachsenen adultes adultos Gäste Leute Kinder personnes
        invités enfants personas invitados niños pessoas convidados crianças
    """,
    "SERVINGS": "servings portions Portionen porciones porções",
    "NUMBER_OF_ITEMS": """
        idea ideas name names tip tips question questions example examples way ways
        reason reasons item items bullet bullets point points fact facts quote quotes
        title titles headline headlines slogan slogans tagline taglines suggestion
        suggestions recommendation recommendations option options alternative
        alternatives variation variations version versions keyword keywords hashtag
        hashtags tweet tweets recipe recipes song songs book books movie movies film
        films exercise exercises section sections topic topics theme themes prompt
        prompts post posts caption captions benefit benefits advantage advantages
        disadvantage disadvantages argument arguments strategy strategies activity
        activities synonym synonyms antonym antonyms joke jokes riddle riddles puzzle
        puzzles flashcard flashcards challenge challenges problem problems trend trends
        insight insights takeaway takeaways highlight highlights goal goals risk risks
        competitor competitors persona personas scenario scenarios story stories poem
        poems email emails subject-line subject-lines variant variants concept concepts
        place places restaurant restaurants hotel hotels attraction attractions gift
        gifts meal meals dish dishes ingredient ingredients term terms definition
        definitions test tests cases user-stories metric metrics feature features
        article articles blog blogs product products company companies startups lesson
        lessons quiz quizzes metaphor metaphors analogy analogies pros cons habit habits
        skill skills mistake mistakes myth myths trivia game games drill drills
        task tasks worksheet worksheets rows records entries results
        sources references quotations Ideen Idee Tipps Tipp Vorschläge Vorschlägen
        Fragen Beispiele Beispielen Gründe Gründen Namen Punkte Punkten Stichpunkte
        Stichpunkten Fakten Titel Überschriften Rezepte Rezepten Übungen Schlagwörter
        Argumente Argumenten Möglichkeiten Vorteile Vorteilen Nachteile Slogans
        Alternativen Aufzählungspunkten Begriffe idées idée conseils questions exemples
        raisons noms points titres suggestions propositions recettes exercices arguments
        façons avantages astuces faits slogans livres accroches ideas consejos preguntas
        ejemplos razones nombres puntos títulos sugerencias recetas ejercicios
        argumentos formas ventajas beneficios maneras datos libros eslóganes titulares
        opciones hashtags viñetas ideias dicas perguntas exemplos razões nomes pontos
        títulos sugestões receitas exercícios maneiras vantagens benefícios fatos livros
        slogans opções tópicos
    """,
}
# Two words that are one noun.
PAIRS = {
    ("bullet", "points"): "NUMBER_OF_ITEMS",
    ("bullet", "point"): "NUMBER_OF_ITEMS",
    ("blog", "posts"): "NUMBER_OF_ITEMS",
    ("multiple-choice", "questions"): "NUMBER_OF_ITEMS",
}
# Adjectives, and nouns beside nouns, may stand between a number and its noun; these
# may not, for they begin something else.
BREAKS = frozenset(
    """
    a an the and or of to in on at for with by from as is are was were be per than that
    which who if when then it its this these those not but y o e et ou und oder de du
    des del da do em en dans para por pour avec con com mit für zu von les las los os
    """.split()
)


@cache
def counted_nouns() -> dict[str, str]:
    """What a count is called, by the noun as written."""
    counted: dict[str, str] = {}
    for name, nouns in _NOUNS.items():
        for noun in nouns.split():
            counted.setdefault(noun, name)
    return counted
