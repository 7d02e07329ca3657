"""English words as one: British and American, singular and plural, and those that sound alike."""

import re

__all__ = ["is_same_word", "sounds_the_same", "uncontracted"]

_AMERICAN = {
    "grey": "gray", "tyre": "tire", "pyjamas": "pajamas", "programme": "program",
    "aeroplane": "airplane", "mum": "mom", "mummy": "mommy", "cheque": "check",
    "plough": "plow", "jewellery": "jewelry", "moustache": "mustache", "cosy": "cozy",
    "licence": "license", "practise": "practice", "defence": "defense", "offence": "offense",
    "storey": "story", "kerb": "curb", "sceptical": "skeptical", "draught": "draft",
    "catalogue": "catalog", "dialogue": "dialog", "enrol": "enroll", "fulfil": "fulfill",
    "skilful": "skillful", "maths": "math", "centre": "center", "theatre": "theater",
    "metre": "meter", "litre": "liter", "kilometre": "kilometer", "fibre": "fiber",
    "learnt": "learned", "burnt": "burned", "spelt": "spelled", "dreamt": "dreamed",
    "analyse": "analyze", "whisky": "whiskey", "yoghurt": "yogurt", "doughnut": "donut",
}  # fmt: skip
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2}[bdhlmnpv])our(?=$|s$|ed$|ing$|ite$|ful$|hood$)"), "or"),
    (re.compile(r"is(?=e$|es$|ed$|ing$|er$|ation$)(?<=[aeiou][bcdfglmnrtv]is)"), "iz"),
    (re.compile(r"(?<=[aeiou])ll(?=ed$|ing$|er$|ers$)"), "l"),
)
_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "knives": "knife", "wives": "wife",
    "lives": "life", "leaves": "leaf", "loaves": "loaf", "shelves": "shelf", "thieves": "thief",
    "wolves": "wolf", "halves": "half", "potatoes": "potato", "tomatoes": "tomato",
    "shoes": "shoe", "heroes": "hero", "ties": "tie", "pies": "pie",
}  # fmt: skip
_SHORTEST_PLURAL = 3
_CONTRACTED = (
    (re.compile(r"^(i)'m$"), r"\1 am"),
    (re.compile(r"^(\w+)'re$"), r"\1 are"),
    (re.compile(r"^(he|she|it|that|what|there|who|where)'s$"), r"\1 is"),
    (re.compile(r"^(\w+)'ve$"), r"\1 have"),
    (re.compile(r"^(\w+)'ll$"), r"\1 will"),
    (re.compile(r"^can't$"), "can not"),
    (re.compile(r"^cannot$"), "can not"),
    (re.compile(r"^won't$"), "will not"),
    (re.compile(r"^(\w+)n't$"), r"\1 not"),
)
_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "meat meet",
        "sea see",
        "sun son",
        "flour flower",
        "week weak",
        "hour our",
        "male mail",
        "night knight",
        "two too to",
        "eight ate",
        "four for",
        "one won",
        "buy by bye",
        "know no",
        "hear here",
        "wear where",
        "write right",
        "red read",
        "blue blew",
        "pair pear",
        "hair hare",
        "steak stake",
        "sale sail",
        "tail tale",
        "road rode",
        "wait weight",
        "piece peace",
        "plane plain",
        "bear bare",
        "deer dear",
        "key quay",
        "aunt ant",
        "rain reign",
        "wood would",
        "cell sell",
        "break brake",
        "bored board",
        "cent scent sent",
        "fair fare",
        "hole whole",
        "knew new",
        "nose knows",
        "sweet suite",
        "their there they're",
        "through threw",
        "way weigh",
        "witch which",
        "would wood",
        "story storey",
        "cereal serial",
        "bean been",
        "beach beech",
        "bread bred",
        "chews choose",
        "dye die",
        "eye i",
        "heal heel",
        "made maid",
        "not knot",
        "pause paws",
        "root route",
        "seen scene",
        "sole soul",
        "stairs stares",
        "wine whine",
        "waste waist",
        "weather whether",
        "wheel we'll",
        "cheap cheep",
        "guest guessed",
        "higher hire",
        "mussel muscle",
        "past passed",
    )
)


def uncontracted(word: str) -> tuple[str, ...]:
    """The one word or two that a word of speech stands for, such as ``it is``."""
    for pattern, full in _CONTRACTED:
        if pattern.match(word):
            return tuple(pattern.sub(full, word).split())
    return (word,)


def is_same_word(one: str, other: str) -> bool:
    """Whether two lower-case words differ in nothing but number or the country of the spelling."""
    return not _plain_forms(one).isdisjoint(_plain_forms(other))


def _plain_forms(word: str) -> set[str]:
    """The word as America spells it, and what it is the plural of if it is one."""
    forms = {word, _PLURALS.get(word, word)}
    if len(word) > _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss"):
        forms.add(word[:-1])
        if re.search(r"(?:s|x|z|o|ch|sh)es$", word):
            forms |= {word[:-2], word.removesuffix("ses")}
        if word.endswith("ies"):
            forms.add(word[:-3] + "y")
    return {_as_in_america(form) for form in forms}


def _as_in_america(word: str) -> str:
    word = _AMERICAN.get(word, word)
    for pattern, american in _SPELLINGS:
        word = pattern.sub(american, word)
    return word


def sounds_the_same(one: str, other: str) -> bool:
    """Whether two lower-case words cannot be told apart by ear."""
    return any({one, other} <= group for group in _ALIKE)
