"""What labels, tags and nouns say of the text beside them.

A label is compared in small letters, with single blanks. The tables hold English;
other languages bring their own and add them with `labelled`.
"""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import labels as tongues
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS

LONGEST = 40  # characters of a label

# Nouns of text that people work on: under such a label the text runs over many lines.
DATA = {
    "abstract": "ABSTRACT",
    "ad": "AD_COPY",
    "announcement": "ANNOUNCEMENT",
    "article": "ARTICLE",
    "articles": "ARTICLE",
    "bio": "BIO",
    "blog": "BLOG_POST",
    "blog post": "BLOG_POST",
    "blurb": "TEXT",
    "bug report": "BUG_REPORT",
    "bullet points": "BULLET_POINTS",
    "call transcript": "TRANSCRIPT",
    "caption": "CAPTION",
    "case": "CASE",
    "case notes": "NOTES",
    "chapter": "CHAPTER",
    "chat": "CONVERSATION",
    "chat history": "CHAT_HISTORY",
    "chat log": "CHAT_LOG",
    "clause": "CLAUSE",
    "code": "CODE",
    "command": "COMMAND",
    "conversation so far": "CONVERSATION",
    "follow up": "FOLLOW_UP",
    "follow-up": "FOLLOW_UP",
    "follow-up question": "FOLLOW_UP_QUESTION",
    "follow up question": "FOLLOW_UP_QUESTION",
    "new message": "MESSAGE",
    "utterance": "UTTERANCE",
    "code snippet": "CODE",
    "comment": "COMMENT",
    "comments": "COMMENTS",
    "commit": "COMMIT",
    "commits": "COMMITS",
    "claim": "CLAIM",
    "answers": "ANSWERS",
    "argument": "ARGUMENT",
    "equation": "EQUATION",
    "expenses": "EXPENSES",
    "invoice": "INVOICE",
    "invoice text": "INVOICE_TEXT",
    "idea": "IDEA",
    "offer": "OFFER",
    "object": "DATA",
    "patch": "DIFF",
    "regex": "REGEX",
    "regular expression": "REGEX",
    "responses": "RESPONSES",
    "specs": "SPECIFICATIONS",
    "specifications": "SPECIFICATIONS",
    "transactions": "TRANSACTIONS",
    "complaint": "COMPLAINT",
    "config": "CONFIGURATION",
    "configuration": "CONFIGURATION",
    "content": "CONTENT",
    "context": "CONTEXT",
    "contract": "CONTRACT",
    "conversation": "CONVERSATION",
    "conversation history": "CONVERSATION",
    "copy": "COPY",
    "cover letter": "COVER_LETTER",
    "csv": "CSV_DATA",
    "csv data": "CSV_DATA",
    "customer email": "CUSTOMER_EMAIL",
    "customer feedback": "CUSTOMER_FEEDBACK",
    "customer message": "CUSTOMER_MESSAGE",
    "customer question": "CUSTOMER_QUESTION",
    "customer review": "CUSTOMER_REVIEW",
    "cv": "RESUME",
    "data": "DATA",
    "dataset": "DATA",
    "description": "DESCRIPTION",
    "details": "DETAILS",
    "dialogue": "DIALOGUE",
    "diff": "DIFF",
    "document": "DOCUMENT",
    "documents": "DOCUMENTS",
    "draft": "DRAFT",
    "email": "EMAIL",
    "e-mail": "EMAIL",
    "emails": "EMAILS",
    "email thread": "EMAIL_THREAD",
    "thread": "THREAD",
    "error": "ERROR_MESSAGE",
    "error log": "LOG",
    "error message": "ERROR_MESSAGE",
    "essay": "ESSAY",
    "excerpt": "EXCERPT",
    "extract": "EXCERPT",
    "facts": "FACTS",
    "features": "FEATURES",
    "feedback": "FEEDBACK",
    "function": "CODE",
    "headline": "HEADLINE",
    "headlines": "HEADLINES",
    "html": "HTML",
    "hypothesis": "HYPOTHESIS",
    "incident": "INCIDENT",
    "incident report": "INCIDENT_REPORT",
    "information": "INFORMATION",
    "ingredients": "INGREDIENTS",
    "inquiry": "INQUIRY",
    "input": "INPUT",
    "input text": "INPUT_TEXT",
    "issue": "ISSUE",
    "items": "ITEMS",
    "job description": "JOB_DESCRIPTION",
    "job ad": "JOB_DESCRIPTION",
    "job posting": "JOB_DESCRIPTION",
    "json": "JSON_DATA",
    "json data": "JSON_DATA",
    "key points": "KEY_POINTS",
    "lab results": "LAB_RESULTS",
    "letter": "LETTER",
    "log": "LOG",
    "log file": "LOG",
    "logs": "LOG",
    "lyrics": "LYRICS",
    "song": "SONG",
    "judgment": "JUDGMENT",
    "judgement": "JUDGMENT",
    "notice": "NOTICE",
    "bylaws": "BYLAWS",
    "lease": "LEASE",
    "receipt": "RECEIPT",
    "mail": "EMAIL",
    "meeting notes": "MEETING_NOTES",
    "memo": "MEMO",
    "message": "MESSAGE",
    "messages": "MESSAGES",
    "minutes": "MINUTES",
    "names": "NAMES",
    "news": "NEWS",
    "news article": "ARTICLE",
    "note": "NOTES",
    "notes": "NOTES",
    "observations": "OBSERVATIONS",
    "outline": "OUTLINE",
    "output": "OUTPUT",
    "page": "PAGE",
    "paper": "PAPER",
    "paragraph": "PARAGRAPH",
    "passage": "PASSAGE",
    "passages": "PASSAGES",
    "patient notes": "PATIENT_NOTES",
    "phrase": "PHRASE",
    "poem": "POEM",
    "points": "POINTS",
    "policy": "POLICY",
    "post": "POST",
    "premise": "PREMISE",
    "press release": "PRESS_RELEASE",
    "problem": "PROBLEM",
    "product description": "PRODUCT_DESCRIPTION",
    "product details": "PRODUCT_DETAILS",
    "product features": "PRODUCT_FEATURES",
    "product information": "PRODUCT_INFORMATION",
    "program": "CODE",
    "prompt": "PROMPT",
    "proposal": "PROPOSAL",
    "query": "QUERY",
    "question": "QUESTION",
    "questions": "QUESTIONS",
    "quote": "QUOTE",
    "recipe": "RECIPE",
    "reference": "REFERENCE",
    "report": "REPORT",
    "resume": "RESUME",
    "résumé": "RESUME",
    "review": "REVIEW",
    "reviews": "REVIEWS",
    "schema": "SCHEMA",
    "script": "SCRIPT",
    "section": "SECTION",
    "sentence": "SENTENCE",
    "sentences": "SENTENCES",
    "snippet": "SNIPPET",
    "source": "SOURCE",
    "source code": "CODE",
    "source text": "SOURCE_TEXT",
    "sql": "SQL",
    "sql query": "QUERY",
    "stack trace": "STACK_TRACE",
    "statement": "STATEMENT",
    "statements": "STATEMENTS",
    "story": "STORY",
    "student answer": "STUDENT_ANSWER",
    "student essay": "ESSAY",
    "submission": "SUBMISSION",
    "support ticket": "TICKET",
    "survey": "SURVEY",
    "survey responses": "SURVEY_RESPONSES",
    "symptoms": "SYMPTOMS",
    "table": "TABLE",
    "terms": "TERMS",
    "test results": "TEST_RESULTS",
    "text": "TEXT",
    "texts": "TEXT",
    "ticket": "TICKET",
    "title": "TITLE",
    "traceback": "TRACEBACK",
    "transcript": "TRANSCRIPT",
    "meeting transcript": "TRANSCRIPT",
    "interview transcript": "TRANSCRIPT",
    "tweet": "TWEET",
    "tweets": "TWEETS",
    "user input": "USER_INPUT",
    "user message": "USER_MESSAGE",
    "user query": "USER_QUERY",
    "user question": "USER_QUESTION",
    "user request": "USER_REQUEST",
    "user story": "USER_STORY",
    "faq": "FAQ",
    "knowledge base": "KNOWLEDGE_BASE",
    "listing": "LISTING",
    "results": "RESULTS",
    "speech": "SPEECH",
    "word": "WORD",
    "words": "WORDS",
    "xml": "XML",
    "yaml": "YAML",
} | tongues.DATA

# Labels of sections that tell the model what to do, or that it is to fill in.
DIRECTIONS = frozenset(
    """
    action|actions|additional instructions|additional notes|agenda|ai|analysis|answer
    answer choices|answer format|approach|assistant|attention|background rules
    behavior|caution|categories|checklist|choices|claude|classes|classification
    completion|conclusion|condition|conditions|constraint|constraints|criteria
    deliverable|deliverables|desired format|desired output|do|don't|do not|dos|don'ts
    edge cases|entities|evaluation criteria|example|example input|example output
    example response|examples|expected output|explanation|few-shot examples
    final answer|final output|first|format|formatting|formatting rules|for example
    for instance|goal|goals|guidance|guideline|guidelines|hint|hints|how it works
    human|important|important note|important notes|in summary|instruction
    instructions|intent|intents|json schema|key rules|label|labels|labels to use
    limitations|memory|mission|name of the task|never|note|note that
    objective|objectives|options|quick question|one question|another question
    last question|next question|simple question|output|output format|output requirements
    output schema|output structure|overview|persona|please note|principles|procedure
    process|prohibited|reasoning|remember|reply|requirement|requirements|response
    response format|responsibilities|result|return|return format|rubric
    rule|rules|safety|schema for the output|scope|scoring|sections|second|sentiment
    severity levels|situation rules|solution|step|steps|step 1|step 2|step 3|step 4
    step 5|structure|style guide|success criteria|summary|system|task|tasks|template
    the task|third|thought|thoughts|thinking|tip|tips|to do|todo|tone and style|tools
    translation|user|warning|what to do|workflow|you must|you should|your job
    your mission|your response|your role|your task
    """.replace("\n", "|").split("|")
) - {""}
DIRECTIONS = frozenset(label.strip() for label in DIRECTIONS) - {""}
DIRECTIONS |= tongues.DIRECTIONS

# One-line facts, where the label itself is not yet the name that people expect.
FIELDS = tongues.FIELDS | {
    "age group": "AGE_GROUP",
    "author": "AUTHOR",
    "client": "CLIENT_NAME",
    "client name": "CLIENT_NAME",
    "company": "COMPANY_NAME",
    "company name": "COMPANY_NAME",
    "contact": "CONTACT",
    "current role": "CURRENT_ROLE",
    "customer": "CUSTOMER_NAME",
    "customer name": "CUSTOMER_NAME",
    "from": "SENDER",
    "language": "LANGUAGE",
    "organisation": "COMPANY_NAME",
    "organization": "COMPANY_NAME",
    "product": "PRODUCT_NAME",
    "product name": "PRODUCT_NAME",
    "recipient": "RECIPIENT",
    "source language": "SOURCE_LANGUAGE",
    "target audience": "TARGET_AUDIENCE",
    "target language": "TARGET_LANGUAGE",
    "to": "RECIPIENT",
    "translate to": "TARGET_LANGUAGE",
    "from language": "SOURCE_LANGUAGE",
    "to language": "TARGET_LANGUAGE",
}
# Their value says how much: only the number in it varies.
MEASURES = frozenset(
    {
        *("length", "size", "max length", "maximum length", "target length"),
        *("word count", "word limit", "max words", "maximum words", "words"),
    }
)

# Nouns of lists that say how to answer, not what to work on.
LIST_NOUNS = (
    frozenset(
        """
    answers aspects attributes breakdown categories category checks chunks classes
    columns commands component components conditions constraint constraints criteria
    criterion dimensions entities example examples factors fields format formats
    formatting goals guideline guidelines heading headings headers instruction
    instructions json keys label labels layout levels limits objectives options
    output parameters parts pattern phases principles priorities procedure process
    properties requirement requirements response restrictions rubric rule rules scale
    schema sections standards step steps structure style syntax task tasks template
    themes things tone tools topics types value values ways workflow
    """.split()
    )
    | tongues.LIST_NOUNS
)

_PARTS = re.compile(r"(?:[ #]*\d{1,3}|[ -][a-h])$")
# With a letter or a number they label one of several texts: `Version A`, `Option 2`.
_KINDS = frozenset("version variant draft copy statement response sample".split())
_APART = frozenset(" -")
_OWNERS = ("the ", "my ", "our ", "your ", "customer's ")
_OWNED = re.compile(r"^(?:the|my|our|your|customer's) ")
_LAST = frozenset({"answer", "question", "response", "notes", "text"})


def is_known(key: str) -> bool:
    """Whether a label is one that prompts have, and no line of a text."""
    base = base_of(key)
    if base in DATA or base in DIRECTIONS or base in FIELDS or base in {"q", "a"}:
        return True
    if base != key and base in _KINDS:
        return True
    if tongues.owned_name(base):
        return True
    return base.rpartition(" ")[2] in _LAST


def data_name(key: str) -> str:
    """The name of the text under a label; empty where it labels no text."""
    base = base_of(key)
    if base == "q":
        return "QUESTION"
    if base != key and base in _ALIKE:
        return slug(key)
    if base not in DATA and (name := tongues.owned_name(base)):
        return name
    if base != key and base in _KINDS:
        return slug(key)
    if base in DATA:
        return slug(key) if _PARTS.search(key) else DATA[base]
    return slug(key) if base in _ANSWERS or _is_compound(base) else ""


def _is_compound(base: str) -> bool:
    """Whether a label tells a kind of text more closely: `incident log`."""
    words = base.split()
    if not 1 < len(words) < 4:
        return False
    text = words[-1] in DATA and words[-1] not in _PLURALS and base not in DIRECTIONS
    text = text and (words[-1] != "code" or words[0] in _SOURCES)
    orders = words[0] in VERBS or not _POINTING.isdisjoint(words)
    return text and not orders


# Other codes are a word or a number: `Discount code: SPRING`, `Postal code`.
_SOURCES = frozenset(
    "source sample my legacy existing buggy input original current old new test python "
    "java javascript typescript go rust ruby php sql bash html css react broken".split()
)

# Of these an author says how they shall be: `Commit messages: imperative mood`.
_PLURALS = frozenset(
    "messages names comments headlines words sentences questions statements".split()
)


def base_of(key: str) -> str:
    """A label without what tells it from its like: a number, a letter, an author."""
    head = key
    if key.startswith(_OWNERS) or " from " in key:
        head = _OWNED.sub("", key).partition(" from ")[0]
    base = head if head in DATA else key
    counted = base[-1:].isdigit() or base[-2:-1] in _APART
    return _PARTS.sub("", base) if counted else base


_ALIKE = frozenset({"response", "answer", "output", "summary", "translation", "option"})
_POINTING = frozenset("this the these that following my your each".split())
_ANSWERS = frozenset(
    {
        "reference answer",
        "student answer",
        "correct answer",
        "model answer",
        "user answer",
        "expected answer",
    }
)
_NOT_NAME = re.compile(r"[^A-Za-z0-9]+")


def slug(label: str) -> str:
    """A label as a name: `Company size` becomes `COMPANY_SIZE`; empty if it cannot."""
    name = _NOT_NAME.sub("_", label).strip("_").upper()
    return name if name[:1].isalpha() else ""
