import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.figures import figures
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Book it for 2024-05-17.", ["DATE=2024-05-17"]),
        ("The log of 2024-05-17T10:30:00Z", ["DATE=2024-05-17T10:30:00Z"]),
        ("due 12/05/2024 or 5/17/24", ["DATE=12/05/2024", "DATE=5/17/24"]),
        ("am 17.05.2024 um 9 Uhr", ["DATE=17.05.2024", "TIME=9 Uhr"]),
        ("on March 3, 2025 with", ["DATE=March 3, 2025"]),
        ("on Friday, 17 May 2024 at", ["DATE=Friday, 17 May 2024"]),
        ("on 3 Feb.", ["DATE=3 Feb"]),
        ("the 3rd of May 2024", ["DATE=3rd of May 2024"]),
        ("May 3-5, 2024", ["DATE=May 3-5, 2024"]),
        ("from May 3 to May 10", ["START_DATE=May 3", "END_DATE=May 10"]),
        ("den 17. Mai 2024", ["DATE=17. Mai 2024"]),
        ("le vendredi 17 mai 2024", ["DATE=vendredi 17 mai 2024"]),
        ("el 17 de mayo de 2024", ["DATE=17 de mayo de 2024"]),
        ("em 3 de março de 2025", ["DATE=3 de março de 2025"]),
        ("2024年5月17日に", ["DATE=2024年5月17日"]),
        ("in March 2024", ["MONTH=March 2024"]),
        ("the Q3 2025 results", ["QUARTER=Q3 2025"]),
        ("for summer 2025.", ["DATE=summer 2025"]),
        ("What happened in 2024?", ["YEAR=2024"]),
        ("from 2019 to 2023", ["YEAR=2019", "YEAR=2023"]),
    ],
)
def test_dates(text: str, values: list[str]) -> None:
    assert told(figures, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "the 2024 Olympics",
        "in 2024 dollars",
        "version 1.2.30",
        "13/32/2024",
        "you may 5 times",
        "the build 2024-99-17",
    ],
)
def test_no_dates(text: str) -> None:
    assert not any(one.startswith(("DATE", "YEAR")) for one in told(figures, text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("at 3:30 pm EST", ["TIME=3:30 pm EST"]),
        ("9am-5pm", ["TIME=9am-5pm"]),
        ("à 14h30", ["TIME=14h30"]),
        ("à 20 h, pendant 2 h", ["TIME=20 h", "DURATION=2 h"]),
        ("午後3時に", ["TIME=午後3時"]),
        ("a 7-day trip", ["DURATION=7-day"]),
        ("for 2 weeks", ["DURATION=2 weeks"]),
        ("within 5 business days", ["DURATION=5 business days"]),
        ("für 3 Monate", ["DURATION=3 Monate"]),
        ("90 min", ["DURATION=90 min"]),
        ("open 24/7", []),
        ("a ratio of 16:9 or 25:61", []),
    ],
)
def test_times(text: str, values: list[str]) -> None:
    assert told(figures, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a budget of $2,500.", ["AMOUNT=$2,500"]),
        ("1.500,00 €", ["AMOUNT=1.500,00 €"]),
        ("1 500,50 €", ["AMOUNT=1 500,50 €"]),
        ("USD 40 million", ["AMOUNT=USD 40 million"]),
        ("$1.5M in funding", ["AMOUNT=$1.5M"]),
        ("€20-30 a head", ["AMOUNT=€20-30"]),
        ("40 million dollars", ["AMOUNT=40 million dollars"]),
        ("US$50 and $50 CAD", ["AMOUNT=US$50", "AMOUNT=$50 CAD"]),
        ("$10 NOW", ["AMOUNT=$10"]),
        ("5000円の", ["AMOUNT=5000円"]),
        ("15% of the bill", ["PERCENTAGE=15%"]),
        ("10-15%", ["PERCENTAGE=10-15%"]),
        ("3,5 % Zinsen", ["PERCENTAGE=3,5 %"]),
        ("be 100% sure", []),
        ("Team 2 won", []),
        ("25°C and -5 °C", ["TEMPERATURE=25°C", "TEMPERATURE=-5 °C"]),
        ("10 km or 5 miles", ["DISTANCE=10 km", "DISTANCE=5 miles"]),
        ("70 kg", ["WEIGHT=70 kg"]),
        ("80 square meters", ["AREA=80 square meters"]),
        ("plan 5 m from here", []),
    ],
)
def test_amounts(text: str, values: list[str]) -> None:
    assert told(figures, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in 3 sentences", ["SENTENCE_COUNT=3"]),
        ("about 200 words", ["WORD_COUNT=200"]),
        ("200-word summary", ["WORD_COUNT=200"]),
        ("3 to 5 short catchy titles", ["NUMBER_OF_ITEMS=3 to 5"]),
        ("10 multiple-choice questions", ["NUMBER_OF_ITEMS=10"]),
        ("at most 3 bullet points", ["NUMBER_OF_ITEMS=3"]),
        ("ideas, 20 of them", ["NUMBER_OF_ITEMS=20"]),
        ("Name 4 rivers", ["NUMBER_OF_ITEMS=4"]),
        ("dinner for 4 people", ["NUMBER_OF_PEOPLE=4"]),
        ("in 3 Sätzen", ["SENTENCE_COUNT=3"]),
        ("en 5 phrases", ["SENTENCE_COUNT=5"]),
        ("3文で", ["SENTENCE_COUNT=3"]),
        ("100文字以内", ["CHARACTER_COUNT=100"]),
        ("a 10-year-old", ["AGE=10"]),
        ("aged 35", ["AGE=35"]),
        ("kids ages 8-12", ["AGE=8-12"]),
        ("25歳の", ["AGE=25"]),
        ("my father, he is 68 and", ["AGE=68"]),
        ("une fille de 9 ans", ["AGE=9"]),
        ("un plan de 5 años", ["DURATION=5 años"]),
        ("Cover at least 3 cases", []),
        ("the 3 texts of the 2 pages", []),
        ("Step 2 ideas", []),
        ("on a scale of 1 to 5", []),
        ("a headline of at most 7 words", []),
        ("1. Ideas\n2) Names", []),
    ],
)
def test_counts(text: str, values: list[str]) -> None:
    assert told(figures, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("order #4821", ["ORDER_ID=4821"]),
        ("ticket ABC-1234.", ["TICKET_ID=ABC-1234"]),
        ("invoice INV-2024-001", ["INVOICE_NUMBER=INV-2024-001"]),
        ("order number 77812", ["ORDER_NUMBER=77812"]),
        ("Account number: 12345678", ["ACCOUNT_NUMBER=12345678"]),
        ("customer ID C-4711", ["CUSTOMER_ID=C-4711"]),
        ("flight BA 117", ["FLIGHT_NUMBER=BA 117"]),
        ("commande n° FR-88213", ["ORDER_ID=FR-88213"]),
        ("注文番号：12345", ["ORDER_ID=12345"]),
        ("in case 2 of the files", []),
        ("GPT-4, Claude 3, COVID-19 and ISO-8601", []),
        ("Call +1 (555) 010-9999.", ["PHONE_NUMBER=+1 (555) 010-9999"]),
        ("au 06 12 34 56 78.", ["PHONE_NUMBER=06 12 34 56 78"]),
        ("or (555) 123-4567", ["PHONE_NUMBER=(555) 123-4567"]),
        ("phone 0301234567", ["PHONE_NUMBER=0301234567"]),
        ("book by calling 0117 496 0132.", ["PHONE_NUMBER=0117 496 0132"]),
        ("RSVP to 555-0142.", ["PHONE_NUMBER=555-0142"]),
        ("Ring 030 12345678", ["PHONE_NUMBER=030 12345678"]),
        ("Text 07911 123456 to book", ["PHONE_NUMBER=07911 123456"]),
        ("a 150-to-200-word text", ["WORD_COUNT=150-to-200"]),
        ("erreichbar unter 0171 5554321", ["PHONE_NUMBER=0171 5554321"]),
        ("the office is on 0117 496 0132", ["PHONE_NUMBER=0117 496 0132"]),
        ("RSVP by 2031-05-12", ["DATE=2031-05-12"]),
        ("请用不超过100字总结", ["CHARACTER_COUNT=100"]),
        ("标题不超过20字", []),
        ("回答不要超过100字", []),
        ("127.0.0.1:8080", []),
    ],
)
def test_identifiers_and_phones(text: str, values: list[str]) -> None:
    assert told(figures, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Run `sleep 30 minutes` and `$5`",
        "```\nprice = $5 on 2024-05-17\n```",
        "x=5 f(3) 3x3 a1b2 v2.0 path/2024/5",
    ],
)
def test_code_has_no_figures(text: str) -> None:
    assert told(figures, text) == []


def test_limits_of_a_system_prompt_are_its_own() -> None:
    text = "Answer in 3 sentences within 2 days. Today is 2024-05-17."
    assert told(figures, text, "system") == ["DATE=2024-05-17"]
    assert len(told(figures, text)) == 3
    assert told(figures, "Create 5 questions", "system") == ["NUMBER_OF_ITEMS=5"]


def test_limits_in_a_long_list_are_rules() -> None:
    rules = "".join(f"- Rule {letter}\n" for letter in "abcdefgh")
    assert told(figures, f"- Use 80 words\n{rules}Write 3 poems") == [
        "NUMBER_OF_ITEMS=3"
    ]
    assert told(figures, "- Use 80 words\n- Be kind") == ["WORD_COUNT=80"]


@pytest.mark.parametrize(
    "text",
    [
        "Format dates like 2024-01-31 and prices such as $9.99",
        "You are an engineer with 10 years of experience",
        "Always answer in 3 sentences",
        "不要超过3句话",
        "Use the 24-hour clock",
        "Keep functions under 40 lines",
        "Use 3 sentences per answer",
    ],
)
def test_samples_and_habits_do_not_vary(text: str) -> None:
    assert told(figures, text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("I like 3 songs", ["NUMBER_OF_ITEMS=3"]),
        ("Find nurses with 10 years of experience", ["DURATION=10 years"]),
        ("Always be kind. Answer in 3 sentences", ["SENTENCE_COUNT=3"]),
        ("A 48-hour fast", ["DURATION=48-hour"]),
        ("Keep it under 40 lines", ["LINE_COUNT=40"]),
    ],
)
def test_what_only_looks_like_a_habit(text: str, values: list[str]) -> None:
    assert told(figures, text) == values
