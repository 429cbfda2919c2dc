"""The verbs with which people tell a model what to ."""

from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import labels as tongues

VERBS = (
    frozenset(
        """
    act adapt add advise analyse analyze annotate answer apply arrange assess brainstorm
    break build calculate categorise categorize change check choose cite clarify
    classify clean code combine come comment compare compile complete compose compute
    condense consider construct continue convert correct count craft create critique
    debug decide define deliver describe design detect determine develop diagnose
    discuss divide document draft draw edit elaborate estimate evaluate examine
    expand explain extract fill filter find fix flag focus follow format formulate
    generate get give grade group guess help highlight identify imagine implement
    improve include infer interpret invent judge keep label list localise localize look
    make mark mention migrate name optimise optimize order organise organize outline
    outlined output paraphrase parse perform pick plan play polish port predict prepare
    present pretend print process produce proofread propose provide quiz rank rate read
    recommend refactor refine remove rename render reorder rephrase replace reply report
    research respond restructure return review revise rewrite role schedule score search
    select send shorten show simplify simulate solve sort split structure suggest
    summarise summarize tag take teach tell test think transcribe transform translate
    turn update use verify walk weigh write
    """.split()
    )
    | tongues.VERBS
)
