"""The words of feedback, in the languages that we understand."""

from collections.abc import Mapping

from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want, Wish

# Words that only carry the wish.
FILLERS = frozenset(
    """
    a able add antworte responde responda répondez réponds erstelle also always an
    and answer answers any are as at be been bit but can clearly could do even
    format formatted generate get give go i id in into is it its just keep kept let
    lets like little lot made make makes making me more most much must need needs of
    on only output outputs overall explain describe limit present provide valid
    please pls produce prompt quite rather reply replies respond response responses
    result results return returned seem should so sound some something style text ton
    texts that the them these they think this to tone too translate try use using very
    want way we will with would write written you your bisschen bitte das dem den
    der die ein eine einem einen es etwas ganz ist klingen mach mache machen macht
    mehr noch sei sein sie sind soll sollte sollten sollen und viel antwort
    antworten ausgabe auf als schreib schreibe schreiben verwende gib gern beaucoup
    dans de des du elle elles en est et doit doivent faire fais faites il ils la le
    les l un une peu plus plait plaît rend rends rendre rendez réponse réponses s
    sois soit soient sous forme te vous utilise écris al algo con del el ella forma
    haz hacer hazlo hazla las lo los más mas muy por favor que respuesta respuestas
    debe deben sea sean ser tono una usa y escribe com da dos e em faça faz fazer
    mais muito no o os para resposta respostas deve devem seja sejam tom torne um
    uma escreva
    """.split()
)

_INTENTS: Mapping[Want, str] = {
    Want.SHORT: """
        short shorter shorten brief briefer briefly concise concisely terse terser
        succinct compact condense condensed trim tighten tighter snappier
        kurz kürzer kurze kürzere knapp knapper prägnant prägnanter kompakter
        court courte courts courtes bref brefs brève brèves concis concise concises
        corto corta cortos cortas breve breves conciso concisa concisos concisas
        curto curta curtos curtas sucinto sucinta
    """,
    Want.DETAILED: """
        detailed detail details longer thorough elaborate comprehensive depth indepth
        extensive expand
        detaillierter detailliert ausführlicher ausführlich länger
        détaillé détaillée détaillés détaillées détails approfondi approfondie
        detallado detallada detallados detalladas largo larga
        detalhado detalhada detalhados detalhadas longo longa
    """,
    Want.SIMPLE: """
        simple simpler simplify plain plainer easier clear clearer understandable
        plainlanguage einfach einfacher verständlich verständlicher klarer
        simples claire clair claires sencillo sencilla claro clara
    """,
    Want.ACCURATE: """
        accurate accurately factual precise truthful correct statefacts genauer
        präziser précis précise preciso precisa
    """,
    Want.CREATIVE: """
        creative creatively creativity original imaginative kreativ kreativer créatif
        créative creativo creativa criativo criativa
    """,
    Want.STEPS: "stepbystep",
    Want.EXAMPLES: "examples example beispiele beispiel exemples ejemplos exemplos",
    Want.ONE_WORD: "oneword",
    Want.JSON: "json",
    Want.TABLE: "table tabular tabelle tableau tabla tabela",
    Want.BULLETS: """
        bullets bullet bulleted bulletpoints stichpunkte stichpunkten stichpunkt
        aufzählung puces viñetas marcadores
    """,
    Want.NUMBERED: "numbered numberedlist",
    Want.PLAIN: "plaintext",
    Want.ROLE: "role persona rolle",
}

_TONES: Mapping[str, str] = {
    "formal": "formal formeller formell förmlich förmlicher formelle formels",
    "informal": "informal locker lockerer informel informelle",
    "friendly": """
        friendly friendlier freundlich freundlicher amical amicale amicaux amicales
        amable amables amigable amigables amigável amigáveis
    """,
    "professional": """
        professional professionally businesslike professionell professioneller
        professionnel professionnelle professionnels profesional profesionales
        profissional profissionais
    """,
    "casual": "casual casually relaxed",
    "polite": "polite politer politely höflich höflicher poli polie cortés educado",
    "funny": "funny funnier lustig lustiger drôle drôles divertido divertida",
    "humorous": "humorous humor humour",
    "serious": "serious seriously ernst ernster sérieux sérieuse serio seria sério",
    "warm": "warm warmer warmly",
    "neutral": "neutral neutrale objective",
    "enthusiastic": "enthusiastic energetic upbeat",
    "persuasive": "persuasive convincing compelling",
    "academic": "academic scholarly akademisch akademischer",
    "technical": "technical",
    "conversational": "conversational chatty",
    "playful": "playful",
    "empathetic": "empathetic empathic compassionate",
    "confident": "confident assertive",
    "encouraging": "encouraging supportive",
    "respectful": "respectful",
    "authoritative": "authoritative",
    "inspiring": "inspiring inspirational motivating",
    "witty": "witty wittier",
    "calm": "calm calmer",
    "positive": "positive optimistic",
    "human": "human humanlike natural",
}

_LANGUAGES: Mapping[str, str] = {
    "English": "english englisch anglais inglés ingles inglês",
    "German": "german deutsch allemand alemán aleman alemão",
    "French": "french französisch français francés frances francês",
    "Spanish": "spanish spanisch espagnol español espanol espanhol castellano",
    "Portuguese": "portuguese portugiesisch portugais portugués português",
    "Japanese": "japanese japanisch japonais japonés japonês",
    "Chinese": "chinese chinesisch chinois chino chinês mandarin",
    "Italian": "italian italienisch italien italiano",
    "Dutch": "dutch niederländisch néerlandais",
    "Polish": "polish polnisch polonais polaco",
    "Russian": "russian russisch russe ruso russo",
    "Korean": "korean koreanisch coréen coreano",
    "Arabic": "arabic arabisch arabe árabe",
    "Turkish": "turkish türkisch turc turco",
    "Hindi": "hindi",
    "Swedish": "swedish schwedisch suédois sueco",
    "Ukrainian": "ukrainian ukrainisch ukrainien ucraniano",
    "Vietnamese": "vietnamese vietnamesisch",
}

# What a word turns into when `too` or `less` stands before it.
OPPOSITES: Mapping[str, Wish] = {
    "too long": Wish(Want.SHORT),
    "too verbose": Wish(Want.SHORT),
    "too wordy": Wish(Want.SHORT),
    "too detailed": Wish(Want.SHORT),
    "less verbose": Wish(Want.SHORT),
    "less wordy": Wish(Want.SHORT),
    "less long": Wish(Want.SHORT),
    "zu lang": Wish(Want.SHORT),
    "trop long": Wish(Want.SHORT),
    "trop longue": Wish(Want.SHORT),
    "trop longues": Wish(Want.SHORT),
    "demasiado largo": Wish(Want.SHORT),
    "demasiado larga": Wish(Want.SHORT),
    "muito longo": Wish(Want.SHORT),
    "muito longa": Wish(Want.SHORT),
    "too short": Wish(Want.DETAILED),
    "too brief": Wish(Want.DETAILED),
    "zu kurz": Wish(Want.DETAILED),
    "trop court": Wish(Want.DETAILED),
    "too vague": Wish(Want.DETAILED),
    "too complicated": Wish(Want.SIMPLE),
    "too complex": Wish(Want.SIMPLE),
    "less complicated": Wish(Want.SIMPLE),
    "zu kompliziert": Wish(Want.SIMPLE),
    "too formal": Wish(Want.TONE, "informal"),
    "too stiff": Wish(Want.TONE, "informal"),
    "less formal": Wish(Want.TONE, "informal"),
    "zu förmlich": Wish(Want.TONE, "informal"),
    "too informal": Wish(Want.TONE, "formal"),
    "too casual": Wish(Want.TONE, "formal"),
}
# Before these words another one may turn round what they say.
TURNING = frozenset(
    "too less not no never zu nicht kein keine trop pas moins sin".split()
)

PHRASES: tuple[tuple[str, str], ...] = (
    (r"\bstep[ -]by[ -]steps?\b", "stepbystep"),
    (r"\bschritt[ -]für[ -]schritt\b", "stepbystep"),
    (r"\bétape par étape\b|\bpaso a paso\b|\bpasso a passo\b", "stepbystep"),
    (r"\bchains?[ -]of[ -]thoughts?\b", "stepbystep"),
    (r"\b(?:one|a single|single) word\b", "oneword"),
    (r"\b(?:fewer|less|not so many) (?:words?|texts?)\b", "shorter"),
    (r"\b(?:weniger (?:wörter|worte|text)|moins de (?:mots|texte))\b", "shorter"),
    (r"\bmenos (?:palabras|palavras|texto)\b", "shorter"),
    (r"\bbullet(?:ed)?[ -](?:points?|lists?)\b|\blists? of bullets?\b", "bullets"),
    (r"\bliste à puces\b|\blista con viñetas\b", "bullets"),
    (r"\bnumbered (?:lists?|steps)\b", "numberedlist"),
    (r"\bplain[ -]text\b|\b(?:no|without|avoid) markdown\b", "plaintext"),
    (r"\b(?:plain|simple) (?:english|language|words)\b", "plainlanguage"),
    (r"\beasy to (?:understand|read|follow)\b", "easier"),
    (r"\beasier to (?:understand|read|follow)\b", "easier"),
    (
        (
            r"\b(?:no|do not|don'?t|avoid|stop|without|fewer|less) (?:hallucinat\w+"
            r"|mak(?:e|ing) (?:(?:things|stuff|facts) )?up\b|mak(?:e|ing) up facts)"
        ),
        "statefacts",
    ),
    (r"\bin[ -]depth\b", "indepth"),
    (r"\bhallucinat(?:es?|ions?|ing)\b", "statefacts"),
    (r"\bnumber the steps\b", "numberedlist"),
)

WORDS: Mapping[str, Wish] = {
    **{w: Wish(want) for want, words in _INTENTS.items() for w in words.split()},
    **{w: Wish(Want.TONE, tone) for tone, ws in _TONES.items() for w in ws.split()},
    **{w: Wish(Want.RESPOND, n) for n, ws in _LANGUAGES.items() for w in ws.split()},
}

# Chinese and Japanese write no blanks: what is searched, not split.
UNSPACED: tuple[tuple[str, Wish], ...] = (
    ("もっと短く", Wish(Want.SHORT)),
    ("短く", Wish(Want.SHORT)),
    ("短め", Wish(Want.SHORT)),
    ("簡潔", Wish(Want.SHORT)),
    ("更短", Wish(Want.SHORT)),
    ("简短", Wish(Want.SHORT)),
    ("简洁", Wish(Want.SHORT)),
    ("短一点", Wish(Want.SHORT)),
    ("詳しく", Wish(Want.DETAILED)),
    ("詳細", Wish(Want.DETAILED)),
    ("详细", Wish(Want.DETAILED)),
    ("わかりやすく", Wish(Want.SIMPLE)),
    ("简单", Wish(Want.SIMPLE)),
    ("箇条書き", Wish(Want.BULLETS)),
    ("表形式", Wish(Want.TABLE)),
    ("表格", Wish(Want.TABLE)),
    ("JSON", Wish(Want.JSON)),
    ("丁寧", Wish(Want.TONE, "polite")),
    ("正式", Wish(Want.TONE, "formal")),
    ("友好", Wish(Want.TONE, "friendly")),
    ("英語", Wish(Want.RESPOND, "English")),
    ("英语", Wish(Want.RESPOND, "English")),
    ("日本語", Wish(Want.RESPOND, "Japanese")),
    ("中文", Wish(Want.RESPOND, "Chinese")),
)
