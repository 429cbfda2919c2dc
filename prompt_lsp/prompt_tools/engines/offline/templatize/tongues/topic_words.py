"""How German, French, and Spanish with Portuguese, say what a text is about."""

import re
from typing import NamedTuple

_NUMBER = r"(?:\d|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)"


class Tongue(NamedTuple):
    """How a language says what a text is about.

    Attributes:
        stems: without all of them a text says nothing here.
        about: what stands before the topic.
        nouns: of a text that is written about something.
        lists: a number, things that are listed, and the word after them.
        stops: where a topic ends within a sentence.
        readers: what stands before those for whom it is.
        articles: that a topic may begin with, and that are no part of it.
        points: what only points at a text elsewhere, or at somebody.
        explain: the order to explain, up to what is explained; its group is to whom.
        asks: how a clause begins that is to be explained.
    """

    stems: tuple[str, ...]
    about: tuple[str, ...]
    nouns: re.Pattern[str]
    lists: re.Pattern[str]
    stops: re.Pattern[str]
    readers: re.Pattern[str]
    articles: re.Pattern[str]
    points: re.Pattern[str]
    explain: re.Pattern[str]
    asks: re.Pattern[str]


_GERMAN = Tongue(
    (" über ", " für ", " zum ", " zur ", " rund um ", " wegen ", "rklär"),
    (" über ", " zum Thema ", " rund um ", " wegen "),
    re.compile(
        r"(?i)(?:artikel|beitrag|gedicht|text|geschichte|aufsatz|essay|post|märchen"
        r"|vortrag|rede|bericht|lied|haiku|limerick|newsletter|witz|referat|kurs|quiz"
        r"|schreiben|mahnung|einladung|absage|beschwerde|kündigung|anfrage"
        r"|tweet|erzählung|e-?mail|brief|präsentation|ratgeber|pressemitteilung|skript"
        r"|schreibe?|verfasse|informiere)(?![^\W\d_])"
    ),
    re.compile(
        r"(?:\d{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|zehn)[ ]"
        r"(?:[a-zäöüß]{3,15}[ ])?"
        r"(?:\w{0,16}ideen|Ideen|Tipps|Vorschläge|Fragen|Gründe|\w{0,16}rezepte|Rezepte"
        r"|Fakten|Slogans|Namen|Beispiele|Übungen|Argumente)[ ]"
        r"(?:für|zu|zum|zur|über|gegen)[ ]"
    ),
    re.compile(
        rf"[ ](?:(?:für|mit|als|auf|ohne|einem|einer)[ ]"
        rf"|in[ ](?=einfach|leicht|kurz|höchstens|maximal|etwa|{_NUMBER})"
        r"|im[ ](?=Stil|Ton)|(?:von|vom|am|bis|unter|ab)[ ](?=\d|etwa)"
        r"|aus[ ]der[ ]Sicht"
        r"|und[ ](?=nenne|gib|schreibe|verwende|achte))"
    ),
    re.compile(r"[ ]für[ ]"),
    re.compile(r"(?:den|die|das|dem|der|ein|eine[mnr]?)[ ]"),
    re.compile(
        r"(?i)(?:dies|folgend|obig|d(?:en|as|ie|er) (?:folgend|text|oben)|ihn|sie|es"
        r"|dich|mich|uns|de[ir]n|jede|alle)"
    ),
    re.compile(
        r"(?:Bitte )?[Ee]rklär(?:e|en Sie)?(?: mir| uns| bitte| kurz| einfach){0,2}"
        r"(?: ((?:eine[mr]|meine[mnr]?|unsere[nm])(?: [^\W\d_]{2,20}){1,2}|Kindern"
        r"|Anfängern))?,? "
    ),
    re.compile(r"(?:wie|warum|was|weshalb|wieso|wozu|woher)[ ]"),
)
_FRENCH = Tongue(
    (
        " sur ",
        " pour ",
        " contre ",
        " à propos d",
        " au sujet d",
        "ncernant",
        "xplique",
    ),
    (
        *(" sur ", " à propos de ", " au sujet de ", " sur le thème de "),
        *(" au sujet du ", " au sujet des ", " à propos du ", " concernant "),
    ),
    re.compile(
        r"(?i)(?:article|poème|texte|histoire|conte|billet|post|discours|essai|exposé"
        r"|chanson|haïku|haiku|nouvelle|rédaction|newsletter|blague|présentation|tweet"
        r"|courriel|e-?mail|lettre|message|rapport|quiz|dissertation)(?![^\W\d_])"
    ),
    re.compile(
        r"(?:\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|dix)[ ]"
        r"(?:idées|conseils|questions|suggestions|recettes|exemples|astuces|raisons"
        r"|arguments|exercices|slogans|noms)[ ]"
        r"(?:(?:de[ ]|d['’])?[a-zà-ÿ]{4,15}[ ])?(?:pour|sur|contre)[ ](?!\d)"
    ),
    re.compile(
        rf"[ ](?:(?:pour|avec|comme|sans)[ ]"
        rf"|en[ ](?={_NUMBER}|anglais|français|quelques|moins)"
        r"|(?:de|du|le|à)[ ](?=\d)|d['’]environ"
        r"|(?:dans|sur)[ ]un[ ](?=style|ton)|à[ ](?=une?[ ]|des[ ]|moins)|destinée?"
        r"|à[ ]destination)"
    ),
    re.compile(r"[ ](?:pour|à destination d(?:e|es)|destinée? à)[ ]"),
    re.compile(r"(?:les?|la|l['’]|une?|des|du)[ ]?(?<=[ '’])"),
    re.compile(
        r"(?i)(?:ta|ton|tes|votre|vos|ce|cet"
        r"|cette|ces|le texte|lui|elle|moi|toi|lequel|un ton|os?|as?"
        r"|el|los|las|por|cómo|qué|como|para)(?![^\W_])"
    ),
    re.compile(
        r"[Ee]xplique[rz]?(?:[- ](?:moi|nous))?(?: (à (?:une?|des|mon|ma|mes)"
        r"(?: [^\W\d_]{2,20}){1,2}?(?= (?:comment|pourquoi|ce qu))))? "
    ),
    re.compile(r"(?:comment|pourquoi|ce qu(?:e|['’]))[ ]?"),
)
_SPANISH = Tongue(
    (" sobre ", " para ", " acerca de ", "xplica", "xplique"),
    (" sobre ", " acerca de "),
    re.compile(
        r"(?i)(?:art[íi]culo|poema|texto|cuento|historia|ensayo|entrada|post|discurso"
        r"|redacción|canción|haiku|relato|newsletter|chiste|presentación|tuit|correo"
        r"|carta|mensaje|informe|quiz|publicación|guion|artigo|conto|redação|música"
        r"|crônica|história|piada|apresentação|e-?mail|relatório|publicação)(?![^\W\d_])"
    ),
    re.compile(
        r"(?:\d{1,2}|dos|tres|cuatro|cinco|seis|siete|diez|duas|três|quatro|sete|dez)"
        r"[ ]"
        r"(?:ideas|consejos|preguntas|sugerencias|recetas|ejemplos|trucos|razones"
        r"|argumentos|ejercicios|nombres|ideias|dicas|perguntas|sugestões|receitas"
        r"|exemplos|razões|exercícios|nomes|eslóganes|slogans)[ ]"
        r"(?:(?:de[ ])?[a-zà-ÿ]{4,15}[ ])?(?:para|sobre)[ ](?!\d)"
    ),
    re.compile(
        rf"[ ](?:(?:para|con|com|como|sin|sem|hasta|até)[ ]"
        rf"|en[ ](?={_NUMBER}|ingl|españ|un[ ]tono)|em[ ](?={_NUMBER}|ingl|portug)"
        r"|(?:del?|el|do|em|por|a las|às)[ ](?=\d|unas|cerca|menos)"
        r"|dirigid[oa]|a[ ](?=una?[ ])|voltad[oa])"
    ),
    re.compile(r"[ ](?:para|dirigid[oa] a|voltad[oa] para)[ ]"),
    re.compile(r"(?:el|la|los|las|un|una|unos|unas|os?|as?|uma?)[ ]"),
    re.compile(
        r"(?i)(?:est[eoa]s?|es[oa]s?|isso|isto|(?:el|o) (?:texto|siguiente|seguinte)"
        r"|él|ella|ele|ela|m[ií]|ti|tu|su|ta|ton|tes|votre|todo|à|le|les|l['’]|moi|pourquoi|comment|ce)"
        r"(?![^\W_])"
    ),
    re.compile(
        r"[Ee]xpl(?:ica|ique|ícame|íqueme)(?:[- ]me)?(?: ((?:a|para) (?:una?|uma?|mi"
        r"|meu|minha)(?: [^\W\d_]{2,20}){1,2}?(?= (?:cómo|por qué|qué|como|por que"
        r"|o que))))? "
    ),
    re.compile(r"(?:cómo|por qué|qué|como|por que|o que)[ ]"),
)
TONGUES = (_GERMAN, _FRENCH, _SPANISH)
