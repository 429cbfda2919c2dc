"""The words by which prompts call their data: of labels and of placeholders."""

import re

from prompt_lsp.document.names import NAME, slug

# `{{NAME}}`, `<<NAME>>`, `{NAME}`, `{$NAME}` and `${NAME}`.
PLACEHOLDER = (
    rf"(?:\{{\{{[ \t]{{0,8}}{NAME}[ \t]{{0,8}}\}}\}}|<<{NAME}>>|\$?\{{\$?{NAME}\}})"
)
_NAME = re.compile(NAME)
# `report_a`, `report_2` and `report2` are reports.
_SUFFIX = re.compile(r"_(?:[a-z]|\d{1,2})\Z")

_ENGLISH = """
abstract agenda announcement answer_text article articles base book catalog chapter
chat chunks clause code comment comments complaint content contents context contract
conversation corpus criteria csv cv data dataset description diagram dialog dialogue
diff doc docs document documents draft email emails essay excerpt facts faq feedback
file guidelines handbook history input interview job_description journal json
knowledge knowledge_base letter log logs manual meeting_notes message messages minutes
news note notes page paper paragraph passage passages patch policies policy post posts
prose readme records reference reference_answer report reports requirements response
results resume review reviews rubric schema script snippet solution source sources
spec specification speech story student_answer syllabus table text texts thread ticket
tickets transcript transcription transcripts tweet tweets xml
"""
_OTHER = """
artikel dokument brief nachricht protokoll bericht bewertung kontext eingabe daten
beschreibung vertrag quelltext abschnitt gespräch gespraech rezension
texte article_presse avis contexte courriel lettre donnees données entree
texto articulo artículo documento correo mensaje resena reseña contexto datos
entrada codigo código
artigo mensagem resenha dados avaliacao avaliação relatorio
本文 テキスト 文章 記事 文脈 入力 データ コード レビュー メール 文書
文本 文章 文档 上下文 输入 数据 代码 评论 邮件 内容
"""
_DATA = frozenset((*_ENGLISH.split(), *_OTHER.split()))
_QUESTIONS = frozenset(
    "q question query questions user_question user_query frage question_utilisateur "
    "pregunta pergunta 質問 问题 問題".split()
)


def name_of(placeholder: str) -> str:
    """The name that a placeholder writes."""
    found = _NAME.search(placeholder)
    return found[0] if found else ""


def is_data(words: str) -> bool:
    """Whether a label or a placeholder's name says that a longer text comes."""
    name = _snake(words)
    if name in _DATA:
        return True
    name = _SUFFIX.sub("", name)
    last = name.rpartition("_")[2].rstrip("0123456789")
    return last in _DATA or name.rstrip("0123456789_") in _DATA


def is_question(words: str) -> bool:
    """Whether a label or a placeholder's name says that a question comes."""
    name = _snake(words)
    return name in _QUESTIONS or name.rpartition("_")[2] in ("question", "query")


def tag_of(words: str) -> str:
    """The tag that is named after a label or a placeholder; empty where none can be."""
    name = slug(words.strip(), upper=False)
    return name if name[:1].isalpha() else ""


def _snake(words: str) -> str:
    # Two humps of camel case are two words.
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", words.strip())
    return re.sub(r"[\s-]+", "_", parted).lower()
