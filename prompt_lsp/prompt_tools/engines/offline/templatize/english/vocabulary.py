"""Words of English prompts by what they do in a sentence."""

DETERMINERS = frozenset({"a", "an", "the"})
# What begins a phrase that points elsewhere instead of saying something.
POINTERS = frozenset(
    """
    this that these those it its them they him her following above below each every all
    any what which whatever given provided attached same here there one such everything
    something anything someone anyone nothing him himself me you your yourself us i we
    how why when where whether both other another user user's users' reader customer's
    text article message email document content
    """.split()
)
# What ends a phrase in any case.
CLAUSES = frozenset(
    """
    that which who whose because while when where if unless but then so please using
    including without whether although though since until before after where's
    """.split()
)
NUMBERS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty
    fifty hundred dozen
    """.split()
)
TONES = frozenset(
    """
    academic accessible angry apologetic assertive authoritative bold bright calm casual
    catchy cautious charming cheerful cheery chatty clear clever comforting confident
    conversational cordial courteous creative diplomatic direct dramatic dry eloquent
    emotional empathetic empathic encouraging energetic engaging enthusiastic epic
    exciting factual firm formal friendly fun funny gentle grateful gritty haunting
    heartfelt hopeful humorous humble informal informative inspirational inspiring
    ironic joyful kind light light-hearted lighthearted lively lyrical melancholic
    melancholy motivational motivating mysterious neutral nostalgic objective optimistic
    passionate persuasive philosophical playful poetic polite positive punchy
    professional quirky reassuring relaxed respectful romantic sad sarcastic satirical
    scary sensitive serious silly sincere snarky solemn soothing spooky stern
    suspenseful sweet sympathetic technical thoughtful touching uplifting upbeat urgent
    warm whimsical wise witty
    """.split()
)
SIZES = frozenset(
    """
    short brief long detailed concise quick simple complete comprehensive good great
    high-quality compelling new full basic small one-page well-written well-structured
    step-by-step in-depth thorough unique original beautiful nice perfect effective
    personalized custom strong appropriate structured seo-friendly seo-optimized
    """.split()
)
CONTENT = frozenset(
    """
    abstract acrostic ad advert advertisement announcement apology article ballad bio
    biography blog blurb brief brochure bulletin caption card case-study chapter
    column comic commentary complaint copy critique description dialogue documentary
    ebook editorial elegy email e-mail emails essay eulogy explainer fable fairytale
    fairy-tale feature fiction flyer greeting guide haiku headline infographic
    interview introduction invitation itinerary jingle joke letter limerick linkedin
    lyrics mail manifesto manual memo message mission monologue narrative newsletter
    note notice obituary op-ed outline page pamphlet parable paragraph piece
    pitch play podcast poem policy post postcard presentation proposal prologue quiz
    rap reference reminder report resignation response review riddle
    screenplay script sermon skit slogan sms song sonnet speech statement story
    storyline syllabus tagline tale testimonial thread toast tutorial tweet
    voicemail warning webinar whitepaper worksheet story essay release
    rhyme scene plot backstory quote motto faq readme flashcards slides
    agreement disclaimer agenda checklist escalation intro outro curriculum leaflet
    handout poster request lullaby hymn chant shanty petition invite
    """.split()
)
CODE = frozenset(
    """
    algorithm api app application bot class cli code command component crawler
    decorator dockerfile endpoint expression extension formula function functions game
    generator hook implementation macro method middleware migration module oneliner
    one-liner package parser plugin procedure program query regex scraper script server
    service snippet solution test tests tool trigger website workflow
    """.split()
)
LANGUAGES_OF_CODE = frozenset(
    """
    ada apl applescript assembly awk bash c c# c++ clojure cobol coffeescript css cuda
    cypher d dart delphi elixir elm erlang excel f# fortran go golang graphql groovy
    haskell html html5 java javascript js julia kotlin latex lisp lua matlab mysql
    next.js node node.js nodejs objective-c ocaml opencl pascal perl php postgresql
    powershell prolog python python3 r racket rails react react.js ruby rust sas scala
    scheme shell smalltalk solidity sparql sql sqlite svelte swift t-sql tcl terraform
    ts typescript vb.net vba verilog vhdl vue vue.js zig zsh
    """.split()
)
# Names of languages of code that are everyday words or letters as well.
UNSURE_LANGUAGES = frozenset(
    "ada c d go r node scheme shell swift elm excel rails".split()
)
FORMATS = frozenset(
    """
    ascii asciidoc atom avro base64 binary bibtex bson cbor csv docx doc edn epub excel
    hex hexadecimal decimal octal html ical ini json jsonl json5 kml latex markdown md
    mermaid msgpack ndjson odt org parquet pdf plaintext protobuf restructuredtext rst
    rtf spreadsheet sql svg tex toml tsv txt unicode wiki xhtml xls xlsx xml yaml yml
    """.split()
)
UNITS = frozenset(
    """
    acre acres bar bars btu byte bytes bit bits celsius centigrade centimeter
    centimeters centimetre centimetres cm cup cups day days degree degrees eur euro
    euros fahrenheit feet foot ft furlongs gallon gallons gb gigabyte gigabytes gram
    grams hectare hectares hour hours inch inches joule joules kb kelvin kg kilobytes
    kilogram kilograms kilometer kilometers kilometre kilometres km km/h knot knots
    kph kwh lb lbs liter liters litre litres mb megabytes meter meters metre metres mg
    mile miles milliliter milliliters ml mm mph minute minutes month months nm ounce
    ounces oz pascal pascals pint pints pound pounds psi quart quarts rad radians
    second seconds stone tablespoon tablespoons tb tbsp teaspoon teaspoons terabytes
    ton tonne tonnes tons tsp usd watt watts week weeks yard yards year years yen
    gbp jpy cny inr chf cad aud rupees dollars dollar pesos bitcoin btc eth won
    """.split()
)
AUDIENCE = frozenset(
    """
    adult adults amateurs analyst analysts architects artists athletes attendees
    audience audiences baby babies beginner beginners board boss buyer buyers candidates
    ceo ceos child children clients cio colleagues collectors college community
    consumers couple couples coworkers cto customer customers designer designers
    developer developers doctors dummies educators elderly employee employees engineer
    engineers enthusiasts entrepreneurs executive executives experts fans farmers
    families family fifth-graders five-year-old founders freelancers freshmen friend
    gamers generation grader graders graduates grandma grandmother grandparents hikers
    hobbyists homeowners immigrants interns investors job-seekers journalists kid kids
    kindergartners laypeople layperson leaders learner learners lawyers managers
    marketers members millennials mothers moms newbie newbies newcomer newcomers
    non-engineers non-technical novice novices nurses parents patients pensioners people
    person physicians policymakers preschoolers principals professionals programmers
    prospects public readers recruiters researchers retirees runners salespeople
    schoolers scientists senior seniors shareholders sophomores staff stakeholders
    startups student students subscribers surgeons teachers team teams teen teenager
    teenagers teens toddler toddlers tourists travelers travellers undergraduates
    undergrads users vegans veterans viewers visitors volunteers women men workers
    year-old
    year-olds youngsters
    tenant tenants landlord landlords renters homeowner donors donor freshman sophomore
    apprentices apprentice trainees trainee hires hire nephew niece classmates followers
    commuters drivers cyclists gardeners cooks bakers singles newlyweds bride groom
    committee management leadership crew dads fathers caregivers carers neighbours
    neighbors residents citizens voters patrons backers owners owner dwellers
    flyers subscribers hobbyist layman laymen graduate freelancer economists
    """.split()
)
BUSINESS = frozenset(
    """
    agency airline app bakery bank bar blog boutique brand brewery business cafe café
    channel charity chain clinic club company consultancy dealership diner e-commerce
    farm firm florist forum franchise gallery garage gym hospital hotel inn kitchen lab
    label laundromat library magazine marketplace museum newsletter nonprofit
    non-profit org organization practice pharmacy pizzeria platform podcast pub
    restaurant saas salon school service shop spa startup store studio truck website
    winery workshop
    """.split()
)
EVENTS = frozenset(
    """
    anniversary barbecue birthday ceremony christening clean-up concert conference
    convention exam expo fair farewell festival fundraiser funeral gala graduation
    hackathon hike holiday housewarming launch marathon meetup negotiation offsite
    opening parade party picnic prom retirement retreat reunion shower sleepover summit
    tournament triathlon trip wedding workshop
    """.split()
)
JOBS = frozenset({"position", "role", "job", "opening", "vacancy", "internship"})
RELATIONS = frozenset(
    """
    aunt boss boyfriend brother buddy candidate client co-worker colleague cousin
    coworker customer dad daughter doctor employee father fiance friend girlfriend
    flatmate granddaughter housemate stepfather stepmother
    grandfather grandma grandmother grandpa grandson husband landlord manager mentor
    mom mother neighbor neighbour nephew niece partner patient professor roommate
    sister son student supervisor teacher tenant uncle user wife
    """.split()
)
PEOPLE = RELATIONS | frozenset(
    """
    advisor agent attorney board ceo city clients committee company congressman council
    customers department director editor electrician employees employer guests hr
    insurer investor investors lawyer mayor minister neighbors parents plumber president
    press principal prospect recruiter representative school sales seller senator
    shareholders staff subscribers supplier support team tenants vendor
    """.split()
)
TITLES = frozenset(
    "dr mr mrs ms prof professor sir madam judge senator captain".split()
)
PRODUCT_COPY = frozenset(
    "description ad advert advertisement slogan tagline copy page blurb pitch jingle "
    "name commercial listing".split()
)
