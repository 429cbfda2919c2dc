"""What English nouns stand for: texts to read, things to write, people to be."""

# What is read: it has the form of text or data by itself.
TEXTS = frozenset(
    "abstract account ad advertisement agenda agreement announcement answer apology "
    "application article assignment bill biography blog book brief bug caption case "
    "chapter chat claim clause code codebase comment commit complaint content contract "
    "conversation copy csv cv data dataset description dialogue diff document "
    "documentation doc draft email e-mail entry essay event excerpt faq feedback file "
    "filing function guide guideline handbook headline history inquiry enquiry "
    "instruction interview invoice issue json lecture letter listing log lyrics manual "
    "memo message minutes news newsletter note notes order page paper paragraph "
    "passage patent podcast policy post posting presentation product_description "
    "profile proposal query question quote receipt recipe recording record reply "
    "report request requirement response resume résumé review scenario schema script "
    "sentence snippet song specification spec speech statement story submission "
    "summary survey syllabus table terms test text thread ticket title transcript "
    "transcription transaction translation tweet update website webpage word "
    "screenplay manuscript poem post-mortem changelog playbook faqs wiki base "
    "regulation law statute ruling judgment study result statistics figures "
    "spreadsheet sheet earnings call image photo picture screenshot".split()
)
# What is written.
ARTEFACTS = frozenset(
    "abstract ad advertisement advert agenda announcement apology"
    " article bio biography "
    "blog brief brochure caption changelog contract copy description dialogue document "
    "documentation email e-mail essay eulogy fable faq feedback flyer greeting guide "
    "haiku headline invitation joke jingle letter limerick listing lullaby lyrics "
    "manual memo message minutes monologue newsletter note notes novel outline page "
    "pamphlet paper paragraph pitch play poem policy post poster posting presentation "
    "press proposal quiz question questions quote recipe reference"
    " release reply report "
    "response resume résumé review riddle scene screenplay script section sermon "
    "slide slides song sonnet speech statement story summary survey syllabus tale "
    "testimonial text thank-you thread toast tutorial tweet vow vows worksheet "
    "flashcard flashcards lesson chapter plot obituary bulletin landing intro "
    "introduction conclusion requirements specification user_story stories "
    "content templates template comment comments instruction instructions".split()
)
# Who one can be, beside what the endings tell.
_PEOPLE = frozenset(
    "chef cook coach expert guide nurse pirate wizard king queen detective judge "
    "lawyer clerk agent assistant bot chatbot persona guru mentor critic scholar "
    "attorney host friend companion buddy pal doctor mechanic concierge sommelier "
    "barista butler butcher architect poet novelist pilot captain knight monk "
    "shakespeare therapist ai helper copilot character narrator teacher tutor "
    "professor student parent librarian representative rep receptionist secretary "
    "recruiter analyst accountant consultant terminal console interpreter compiler "
    "dungeon master oracle storyteller comedian salesperson person salesman nanny "
    "specialist scientist engineer developer journalist pharmacist dietitian "
    "nutritionist astronaut model genie robot ambassador advocate aide "
    "paralegal auditor midwife vet veterinarian".split()
)
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "bot", "smith", "ologist", "eur")
_NO_AGENTS = frozenset(
    "paper letter newsletter poster folder number answer order offer computer header "
    "banner flyer cover chapter character user server error behavior color flavor "
    "matter manner corner dinner summer winter weather water paperwork power tower "
    "buffer cluster parameter container docker router timer printer calendar "
    "counter thriller chapter disorder "
    "disclaimer teaser primer reminder starter brochure explainer over under after "
    "ever never other another either consumer customer tutor_session "
    "sister brother mother father adventor factor vector sector motor sensor monitor "
    "mirror horror humor labor favor honor rumor tumor cheaper better transfer "
    "trigger ledger tier layer border finger hunger "
    "shorter longer simpler clearer warmer faster slower smarter stronger softer "
    "sharper smoother tighter lighter darker deeper higher lower bigger smaller older "
    "younger newer".split()
)
_WITH_IER = frozenset(
    "cashier courier soldier supplier carrier hotelier financier classifier courtier "
    "cavalier brigadier chocolatier amplifier verifier identifier modifier".split()
)
CODE_THINGS = frozenset(
    "code function script program class method regex sql query queries module api "
    "endpoint algorithm app application website component test tests macro formula "
    "dockerfile makefile library package snippet codebase repository bug bugs "
    "programs functions scripts classes regexes unit pull diff patch config "
    "workflow pipeline".split()
)
_PROGRAMMING = frozenset(
    "python javascript typescript java c++ c# rust go golang ruby php swift kotlin "
    "scala perl r matlab bash shell powershell sql haskell elixir clojure dart lua "
    "react vue angular django flask node css html postgres postgresql mysql excel "
    "vba terraform ansible docker kubernetes c".split()
)
_LANGUAGES = (
    "English German French Spanish Portuguese Italian Dutch Japanese Chinese Korean "
    "Arabic Russian Ukrainian Polish Czech Slovak Hungarian Romanian Bulgarian Greek "
    "Turkish Hebrew Hindi Bengali Urdu Tamil Telugu Thai Vietnamese Indonesian Malay "
    "Swedish Norwegian Danish Finnish Icelandic Estonian Latvian Lithuanian Croatian "
    "Serbian Slovenian Catalan Basque Galician Irish Welsh Latin Persian Farsi "
    "Swahili Tagalog Filipino Mandarin Cantonese Esperanto Afrikaans"
).split()
LANGUAGES = frozenset(_LANGUAGES)
_FIELDS = (
    ("legal", "legal law lawyer contract contracts clause clauses nda agreement court"),
    ("medical", "medical patient patients clinical health doctor symptom diagnosis"),
    ("customer support", "support ticket tickets complaint complaints helpdesk"),
    ("financial", "financial finance invoice invoices bank earnings stock tax expense"),
    ("recruiting", "resume resumes cv cvs candidate candidates job hiring recruiter"),
    ("teaching", "student students school homework lesson exam essay essays quiz"),
    ("scientific", "scientific research paper papers abstract abstracts studies"),
    ("marketing", "marketing ad ads campaign brand slogan slogans tagline seo"),
    ("travel", "travel trip itinerary vacation holiday hotel flight"),
    ("nutrition", "meal meals recipe recipes diet nutrition"),
    ("security", "security vulnerability vulnerabilities phishing malware"),
    ("sales", "sales lead leads prospect prospects crm"),
)
_FIELD_OF = {word: field for field, words in _FIELDS for word in words.split()}


def is_person(word: str) -> bool:
    """Whether a noun names somebody, or something, that one can be."""
    low = word.lower().strip("\"'")
    if low in _PEOPLE:
        return True
    if low.endswith("ier") and low not in _WITH_IER:  # `friendlier` is no one
        return False
    if low in _NO_AGENTS or low in ARTEFACTS or low in TEXTS or len(low) < 5:
        return False
    return low.endswith(_AGENT_ENDINGS)


def profession_of(field: str) -> str:
    """Who works in a field, where that says more than its name before another."""
    return {"teaching": "teacher", "recruiting": "recruiter"}.get(field, "")


def field_of(words: tuple[str, ...]) -> str:
    """The field that a task's words belong to; nothing where they do not say."""
    return next((_FIELD_OF[word] for word in words[:8] if word in _FIELD_OF), "")


def programming_language(words: tuple[str, ...]) -> str:
    """The programming language that words name, as they write it."""
    for word in words:
        bare = word.strip(".,;:()\"'`")
        doubtful = bare.lower() in {"go", "r", "c", "swift", "dart", "excel", "node"}
        if bare.lower() in _PROGRAMMING and not (doubtful and bare.islower()):
            return bare
    return ""
