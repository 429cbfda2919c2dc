"""English verbs, and the kind of task that each of them asks for."""

# A verb of no kind is one all the same, so that its sentence is read as a demand.
_KINDS = {
    "classify": (
        "classify categorize categorise label tag sort detect route triage flag "
        "moderate determine recognize recognise assign"
    ),
    "extract": "extract pull parse identify find collect retrieve gather locate mine "
    "scrape get",
    "summarize": "summarize summarise condense recap abridge distill digest",
    "translate": "translate localize localise",
    "answer": "answer",
    "reply": "respond reply",
    "write": (
        "write draft compose create generate produce prepare craft author make "
        "develop build design"
    ),
    "rewrite": (
        "rewrite edit proofread improve polish rephrase paraphrase simplify shorten "
        "correct reword revise refine convert transform reformat format clean "
        "anonymize anonymise redact remove strip mask expand adapt turn normalize"
    ),
    "code": "document annotate code implement program script",
    "fix": "fix debug repair refactor optimize optimise port migrate",
    "review": "review",
    "grade": (
        "grade fact-check evaluate score rate assess judge mark critique check "
        "rank validate prioritize verify"
    ),
    "compare": "compare contrast differentiate match",
    "plan": "plan organize organise schedule outline arrange",
    "brainstorm": "brainstorm suggest propose invent imagine recommend ideate name",
    "analyse": "analyze analyse interpret investigate examine explore forecast predict "
    "visualize diagnose",
    "explain": "explain describe teach clarify define discuss",
    "persona": (
        "help assist act chat talk play simulate tutor coach guide interview advise "
        "support teach converse roleplay"
    ),
    "": (
        "give provide perform conduct do calculate compute solve count list rank tell "
        "show run test deploy ask use read send update add handle manage "
        "select choose pick decide map merge combine split estimate monitor track "
        "transcribe research approve reject process sign ignore forget disregard "
        "print say repeat reveal"
    ),
}
_KIND_OF = {
    verb: kind for kind, verbs in reversed(_KINDS.items()) for verb in verbs.split()
}
# What somebody asks for who asks for a thing: `a summary of …`.
_OF_NOUN = {
    "summary": "summarize", "recap": "summarize", "digest": "summarize",
    "synopsis": "summarize", "summarization": "summarize", "tldr": "summarize",
    "translation": "translate", "localization": "translate",
    "classification": "classify", "categorization": "classify",
    "moderation": "classify", "detection": "classify", "triage": "classify",
    "extraction": "extract", "parsing": "extract", "recognition": "extract",
    "comparison": "compare", "analysis": "analyse", "insight": "analyse",
    "forecast": "analyse", "evaluation": "grade", "assessment": "grade",
    "feedback": "grade", "critique": "grade", "grading": "grade",
    "plan": "plan", "itinerary": "plan", "schedule": "plan", "roadmap": "plan",
    "timeline": "plan", "agenda": "plan", "planning": "plan",
    "idea": "brainstorm", "name": "brainstorm", "slogan": "brainstorm",
    "tagline": "brainstorm", "suggestion": "brainstorm", "brainstorming": "brainstorm",
    "recommendation": "brainstorm", "title": "brainstorm",
    "explanation": "explain", "answer": "answer", "answering": "answer",
    "q&a": "answer", "qa": "answer",
    "proofreading": "rewrite", "editing": "rewrite", "paraphrase": "rewrite",
    "writing": "write", "debugging": "fix", "refactoring": "fix",
}  # fmt: skip


def lemma(word: str) -> str:
    """The base form of a verb that ends in `-s` or `-ing`, if it is a known one."""
    low = word.lower()
    if low in _KIND_OF:
        return low
    return next((one for one in _bases(low) if one in _KIND_OF), low)


def is_verb(word: str) -> bool:
    """Whether a word is the base form of a known verb."""
    return word.lower() in _KIND_OF


def kind_of_verb(word: str) -> str | None:
    """The kind that a verb says, in any of its forms; None for another word."""
    return _KIND_OF.get(lemma(word))


def kind_of_noun(noun: str) -> str:
    """The kind of task whose result a noun in the singular names, or nothing."""
    return _OF_NOUN.get(noun, "")


def _bases(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("s"):
        return (word[:-1], word[:-2])
    if word.endswith("ing"):
        stem = word[:-3]
        return (stem, stem + "e", stem[:-1])
    return ()
