"""The sentences that may be added to a prompt, in each language that we write."""

from collections.abc import Mapping
from enum import Enum, auto

from prompt_lsp.prompt_tools.engines.offline.improve.language import Language


class Phrase(Enum):
    """What a sentence is for."""

    SHORT = auto()
    DETAILED = auto()
    SIMPLE = auto()
    ACCURATE = auto()
    CREATIVE = auto()
    STEPS = auto()
    EXAMPLES = auto()
    ONE_OF = auto()  # {labels}
    ONE_WORD = auto()
    JSON = auto()
    TABLE = auto()
    BULLETS = auto()
    NUMBERED = auto()
    PLAIN = auto()
    UNKNOWN = auto()
    THINK = auto()
    JUSTIFY = auto()
    BEGIN = auto()  # {text}
    RESPOND = auto()  # {language}
    TONE = auto()  # {tone}


_EN = {
    Phrase.SHORT: "Keep the answer short.",
    Phrase.DETAILED: "Answer in detail.",
    Phrase.SIMPLE: "Use simple, plain language.",
    Phrase.ACCURATE: "State only what you know to be true, and say what is uncertain.",
    Phrase.CREATIVE: "Be creative and original.",
    Phrase.STEPS: "Work through the task step by step.",
    Phrase.EXAMPLES: "Illustrate the answer with examples.",
    Phrase.ONE_OF: "Answer with exactly one of: {labels}.",
    Phrase.ONE_WORD: "Answer with one word and nothing else.",
    Phrase.JSON: "Answer with valid JSON only, without any text around it.",
    Phrase.TABLE: "Format the answer as a table.",
    Phrase.BULLETS: "Format the answer as a bulleted list.",
    Phrase.NUMBERED: "Format the answer as a numbered list.",
    Phrase.PLAIN: "Answer in plain text, without Markdown.",
    Phrase.UNKNOWN: "If the answer is not in there, say so instead of guessing.",
    Phrase.THINK: (
        "Before you answer, think it through step by step in <thinking> tags. "
        "Then give the final answer in <answer> tags."
    ),
    Phrase.JUSTIFY: "Give your reasons before the score.",
    Phrase.BEGIN: "Begin your answer with: {text}",
    Phrase.RESPOND: "Respond in {language}.",
    Phrase.TONE: "Use {tone} tone.",
}
_DE = {
    Phrase.SHORT: "Halte die Antwort kurz.",
    Phrase.DETAILED: "Antworte ausführlich.",
    Phrase.SIMPLE: "Verwende einfache, klare Sprache.",
    Phrase.ACCURATE: "Nenne nur, was gesichert ist, und sage, was unsicher ist.",
    Phrase.CREATIVE: "Sei kreativ und originell.",
    Phrase.STEPS: "Gehe Schritt für Schritt vor.",
    Phrase.EXAMPLES: "Veranschauliche die Antwort mit Beispielen.",
    Phrase.ONE_OF: "Antworte mit genau einem von: {labels}.",
    Phrase.ONE_WORD: "Antworte mit einem einzigen Wort.",
    Phrase.JSON: "Antworte nur mit gültigem JSON, ohne Text davor oder danach.",
    Phrase.TABLE: "Gib die Antwort als Tabelle aus.",
    Phrase.BULLETS: "Gib die Antwort als Stichpunktliste aus.",
    Phrase.NUMBERED: "Gib die Antwort als nummerierte Liste aus.",
    Phrase.PLAIN: "Antworte als einfacher Text, ohne Markdown.",
    Phrase.UNKNOWN: "Wenn die Antwort dort nicht steht, sage das, statt zu raten.",
    Phrase.THINK: (
        "Denke zuerst Schritt für Schritt in <thinking>-Tags nach. "
        "Gib dann die endgültige Antwort in <answer>-Tags."
    ),
    Phrase.JUSTIFY: "Begründe zuerst, bevor du die Bewertung nennst.",
    Phrase.BEGIN: "Beginne die Antwort mit: {text}",
    Phrase.RESPOND: "Antworte auf {language}.",
    Phrase.TONE: "Verwende einen {tone} Ton.",
}
_FR = {
    Phrase.SHORT: "La réponse doit être courte.",
    Phrase.DETAILED: "La réponse doit être détaillée.",
    Phrase.SIMPLE: "Le langage doit être simple et clair.",
    Phrase.ACCURATE: "N'affirme que ce qui est sûr, et signale ce qui est incertain.",
    Phrase.CREATIVE: "La réponse doit être créative et originale.",
    Phrase.STEPS: "Il faut procéder étape par étape.",
    Phrase.EXAMPLES: "La réponse doit être illustrée par des exemples.",
    Phrase.ONE_OF: "La réponse doit être exactement l'une de : {labels}.",
    Phrase.ONE_WORD: "La réponse doit tenir en un seul mot.",
    Phrase.JSON: "La réponse doit être uniquement du JSON valide, sans texte autour.",
    Phrase.TABLE: "La réponse doit être un tableau.",
    Phrase.BULLETS: "La réponse doit être une liste à puces.",
    Phrase.NUMBERED: "La réponse doit être une liste numérotée.",
    Phrase.PLAIN: "La réponse doit être en texte brut, sans Markdown.",
    Phrase.UNKNOWN: (
        "Si la réponse ne s'y trouve pas, il faut le dire au lieu de deviner."
    ),
    Phrase.THINK: (
        "Il faut d'abord raisonner étape par étape dans des balises <thinking>, "
        "puis donner la réponse finale dans des balises <answer>."
    ),
    Phrase.JUSTIFY: "La justification doit précéder la note.",
    Phrase.BEGIN: "La réponse doit commencer par : {text}",
    Phrase.RESPOND: "La réponse doit être en {language}.",
    Phrase.TONE: "Le ton doit être {tone}.",
}
_ES = {
    Phrase.SHORT: "La respuesta debe ser breve.",
    Phrase.DETAILED: "La respuesta debe ser detallada.",
    Phrase.SIMPLE: "El lenguaje debe ser sencillo y claro.",
    Phrase.ACCURATE: "Solo se debe afirmar lo seguro y señalar lo que es incierto.",
    Phrase.CREATIVE: "La respuesta debe ser creativa y original.",
    Phrase.STEPS: "Hay que proceder paso a paso.",
    Phrase.EXAMPLES: "La respuesta debe incluir ejemplos.",
    Phrase.ONE_OF: "La respuesta debe ser exactamente una de: {labels}.",
    Phrase.ONE_WORD: "La respuesta debe ser una sola palabra.",
    Phrase.JSON: "La respuesta debe ser solo JSON válido, sin texto alrededor.",
    Phrase.TABLE: "La respuesta debe ser una tabla.",
    Phrase.BULLETS: "La respuesta debe ser una lista con viñetas.",
    Phrase.NUMBERED: "La respuesta debe ser una lista numerada.",
    Phrase.PLAIN: "La respuesta debe ser texto sin formato, sin Markdown.",
    Phrase.UNKNOWN: "Si la respuesta no está ahí, hay que decirlo en vez de adivinar.",
    Phrase.THINK: (
        "Primero hay que razonar paso a paso en etiquetas <thinking> "
        "y luego dar la respuesta final en etiquetas <answer>."
    ),
    Phrase.JUSTIFY: "La justificación debe ir antes de la puntuación.",
    Phrase.BEGIN: "La respuesta debe empezar con: {text}",
    Phrase.RESPOND: "La respuesta debe estar en {language}.",
    Phrase.TONE: "El tono debe ser {tone}.",
}
_PT = {
    Phrase.SHORT: "A resposta deve ser curta.",
    Phrase.DETAILED: "A resposta deve ser detalhada.",
    Phrase.SIMPLE: "A linguagem deve ser simples e clara.",
    Phrase.ACCURATE: "Só se deve afirmar o que é certo e indicar o que é incerto.",
    Phrase.CREATIVE: "A resposta deve ser criativa e original.",
    Phrase.STEPS: "É preciso proceder passo a passo.",
    Phrase.EXAMPLES: "A resposta deve incluir exemplos.",
    Phrase.ONE_OF: "A resposta deve ser exatamente uma de: {labels}.",
    Phrase.ONE_WORD: "A resposta deve ser uma única palavra.",
    Phrase.JSON: "A resposta deve ser apenas JSON válido, sem texto ao redor.",
    Phrase.TABLE: "A resposta deve ser uma tabela.",
    Phrase.BULLETS: "A resposta deve ser uma lista com marcadores.",
    Phrase.NUMBERED: "A resposta deve ser uma lista numerada.",
    Phrase.PLAIN: "A resposta deve ser texto simples, sem Markdown.",
    Phrase.UNKNOWN: (
        "Se a resposta não estiver ali, é preciso dizer isso em vez de adivinhar."
    ),
    Phrase.THINK: (
        "Primeiro é preciso raciocinar passo a passo em tags <thinking> "
        "e depois dar a resposta final em tags <answer>."
    ),
    Phrase.JUSTIFY: "A justificativa deve vir antes da nota.",
    Phrase.BEGIN: "A resposta deve começar com: {text}",
    Phrase.RESPOND: "A resposta deve ser em {language}.",
    Phrase.TONE: "O tom deve ser {tone}.",
}
_JA = {
    Phrase.SHORT: "回答は簡潔にしてください。",
    Phrase.DETAILED: "詳しく回答してください。",
    Phrase.SIMPLE: "わかりやすい言葉で書いてください。",
    Phrase.ACCURATE: "確かなことだけを述べ、不確かな点はそう明記してください。",
    Phrase.CREATIVE: "独創的に書いてください。",
    Phrase.STEPS: "手順を追って進めてください。",
    Phrase.EXAMPLES: "例を挙げて説明してください。",
    Phrase.ONE_OF: "次のいずれか一つだけで答えてください: {labels}",
    Phrase.ONE_WORD: "一語だけで答えてください。",
    Phrase.JSON: "有効なJSONだけを出力し、前後に文章を付けないでください。",
    Phrase.TABLE: "回答は表にしてください。",
    Phrase.BULLETS: "回答は箇条書きにしてください。",
    Phrase.NUMBERED: "回答は番号付きのリストにしてください。",
    Phrase.PLAIN: "Markdownを使わず、プレーンテキストで回答してください。",
    Phrase.UNKNOWN: "答えがそこにない場合は、推測せずにその旨を述べてください。",
    Phrase.THINK: (
        "まず<thinking>タグの中で順を追って考え、"
        "その後で<answer>タグの中に最終的な答えを書いてください。"
    ),
    Phrase.JUSTIFY: "点数の前に理由を述べてください。",
    Phrase.BEGIN: "回答は次の文字列で始めてください: {text}",
    Phrase.RESPOND: "{language}で回答してください。",
    Phrase.TONE: "{tone}口調で書いてください。",
}
_ZH = {
    Phrase.SHORT: "请保持回答简短。",
    Phrase.DETAILED: "请详细回答。",
    Phrase.SIMPLE: "请使用简单易懂的语言。",
    Phrase.ACCURATE: "只陈述确定的内容, 并说明不确定之处。",
    Phrase.CREATIVE: "请有创意地回答。",
    Phrase.STEPS: "请逐步完成任务。",
    Phrase.EXAMPLES: "请举例说明。",
    Phrase.ONE_OF: "只回答以下之一: {labels}",
    Phrase.ONE_WORD: "只用一个词回答。",
    Phrase.JSON: "只输出有效的JSON, 前后不要附加任何文字。",
    Phrase.TABLE: "请用表格回答。",
    Phrase.BULLETS: "请用项目符号列表回答。",
    Phrase.NUMBERED: "请用编号列表回答。",
    Phrase.PLAIN: "请用纯文本回答, 不要使用Markdown。",
    Phrase.UNKNOWN: "如果其中没有答案, 请直接说明, 不要猜测。",
    Phrase.THINK: (
        "请先在<thinking>标签中逐步思考, 然后在<answer>标签中给出最终答案。"
    ),
    Phrase.JUSTIFY: "请先说明理由, 再给出分数。",
    Phrase.BEGIN: "回答请以下面的文字开头: {text}",
    Phrase.RESPOND: "请用{language}回答。",
    Phrase.TONE: "请使用{tone}的语气。",
}

_PHRASES: Mapping[Language, Mapping[Phrase, str]] = {
    Language.ENGLISH: _EN,
    Language.GERMAN: _DE,
    Language.FRENCH: _FR,
    Language.SPANISH: _ES,
    Language.PORTUGUESE: _PT,
    Language.JAPANESE: _JA,
    Language.CHINESE: _ZH,
}


def sentence(phrase: Phrase, language: Language, /, **words: str) -> str:
    """A sentence in a language, with the words that it takes put in."""
    text = _PHRASES[language][phrase]
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text
