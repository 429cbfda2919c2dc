"""Words by which a phrase of a request is known to say something particular, or not."""

from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    CLAUSES,
    CODE,
    CONTENT,
    DETERMINERS,
    FORMATS,
    POINTERS,
    SIZES,
    TONES,
)

AUXILIARIES = frozenset(
    """
    do does did can could should would will may might must is are was were am be been
    being has have had don't doesn't didn't can't cannot couldn't shouldn't won't isn't
    aren't hasn't haven't i'm it's that's there's
    """.split()
)
PRONOUNS = frozenset(
    """
    i you he she it we they one me him us them myself yourself who whom whose what which
    this that these those someone anyone everyone somebody people there it's i'm we're
    they're he's she's i've we've i'd we'd i'll we'll you're
    """.split()
)
OWNERS = frozenset("my our your his her its their".split())
PLACING = frozenset(
    """
    about on regarding concerning for from to at with in into by between under against
    over after before during since until near without within through via across toward
    towards around across onto upon per as than like instead besides except behind
    versus vs. vs beyond above below
    """.split()
)
_ADVERBS = frozenset(
    """
    please also now then today tomorrow tonight yesterday soon later again already still
    just only even really very too not never always often usually sometimes together
    apart away here there out up down off otherwise beforehand afterwards instead
    about etc possible ago else if when while because so but however maybe perhaps once
    twice currently recently directly properly quickly easily safely early late max
    maximum approx roughly first finally mostly mainly no yes how why where whether
    works looks etc same
    """.split()
)
STOPS = AUXILIARIES | PRONOUNS | OWNERS | PLACING | _ADVERBS | CLAUSES | {"&", "+"}
# What people, and things, do: where the subject of a question ends.
DOES = frozenset(
    """
    want love like hate prefer told took moved planted got
    affect arrive bake become begin bleed bloom boil break bring burn buy call carry
    cause change charge come compare contain control cook cost count cover crack cross
    cure cut deal decide die differ do drink drive dry earn eat end exist expire explain
    extend fall feed feel ferment fight fill find fit fix float flower fly follow form
    freeze get give go grow handle happen have heal heat help hibernate hold hurt hunt
    improve increase influence interact keep kill know last lay leak learn leave live
    lose look make matter mean measure melt migrate mix move need offer open operate pay
    perform play prevent produce protect prove pump qualify react reach receive recover
    reduce relate remove reproduce require reset ripen rise run say scale see sell send
    serve set shrink sink sleep smell solve spread stand start stay stop store stick
    support survive swim take taste teach tell travel treat turn use vary wake want wash
    wear weigh win work write yield
    """.split()
)
# A noun that means a part of what is asked for, or nothing in particular.
_LOOSE = frozenset(
    """
    thing things way ways example examples detail details information text texts answer
    answers question questions list lists table tables format formats tone style voice
    word words sentence sentences step steps order time times end beginning start home
    mind general advance case cases fact facts line lines point points bullet bullets
    paragraph paragraphs section sections heading headings title titles summary reason
    reasons pros cons source sources help advice use purpose purposes terms language
    languages manner response responses reply replies output outputs input inputs result
    results part parts kind kinds type types sort sorts number numbers lot lots bit
    minute minutes hour hours second seconds day days week weeks weekend month months
    year years morning afternoon evening night people person reader readers user users
    audience conversation message messages page pages file files document documents
    content contents context topic topics subject problem problems issue issues task
    tasks job work project idea ideas tip tips plan plans cost costs price prices budget
    account row rows column columns key keys value values field fields item items entry
    entries level levels view perspective option options choice choices difference
    differences comparison side sides pair pairs set group groups quality practice
    practices life world everything anything nothing thanks request requests instruction
    instructions prompt prompts rule rules guideline guidelines tool tools explanation
    explanations recommendation recommendations conclusion reference references link
    links comment comments note notes feedback length total average minimum maximum
    deadline beginning bottom top middle front rest body header footer call action
    actions opening closing hook outline name names date dates place places today
    tomorrow yesterday morning term clarity brevity grammar spelling punctuation
    emphasis highlights structure layout mistakes errors error comments variables
    variable tests test approach approaches method methods technique process guide
    english markdown json yaml csv html plain bold italics code block blocks quotes
    offer visa characters letters lines emojis ticket tickets flight flights trip trips
    ride rides meal meals breakfast lunch dinner car weekdays weekends holidays purchase
    equipment audiences group repair extension boss version versions least most all both
    each total others other it own first last next following above below attached
    experience interest love fun chance possibility arguments argument
    """.split()
)
# Programs that a question may be about how to do something in.
TOOLS = frozenset(
    """
    git docker kubernetes linux ubuntu windows macos excel photoshop figma notion vim
    emacs terraform ansible jenkins wordpress shopify salesforce powerpoint outlook
    gmail blender unity tableau jira slack sheets lightroom illustrator autocad postgres
    postgresql mysql mongodb redis pandas numpy django flask react nginx vscode
    """.split()
)
# With one of these a sentence names the labels to answer with.
LABELLING = frozenset(
    """
    classify label labels reply answer return output tag respond mark rate assign
    categorize categorise say choose decide sort write
    """.split()
)
LOOSE = _LOOSE | CONTENT | FORMATS | CODE | POINTERS | DETERMINERS | OWNERS
COLOURLESS = (
    SIZES
    | TONES
    | frozenset(
        """
    best better worst easy hard difficult common main major key important useful
    different same similar certain specific general particular real typical normal
    following first last next new old more most less least other own clear top many few
    several some any single only possible current final whole entire right wrong proper
    cheap expensive fast fastest cheapest safe safest
    """.split()
    )
)
