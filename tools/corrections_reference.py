"""Write ``docs/corrections.md`` from the library; with ``--check`` only judge if it is current.

Every explanation stands there as a learner meets it, filled in by the rules from its own example.
"""

import sys
from pathlib import Path

from generated_page import PageError, generate

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.alignment import align
from tutor.domain.correction import EditKind, Explanation
from tutor.domain.diagnosis import diagnose
from tutor.domain.explaining.entry import Entry
from tutor.domain.explaining.library import LIBRARY
from tutor.domain.explanations import explain
from tutor.domain.sub_kinds import SubKind
from tutor.domain.word_facts import FactsOf

PAGE = Path(__file__).parents[1] / "docs" / "corrections.md"
INTRODUCTION = """\
# What is corrected, and why

Generated from the library by `make docs`. A correction has a `kind`, which cards and statistics
go by, and a `subkind`, which its explanation goes by: both stand in `--json`. A sub-kind is named
only where a rule is certain of it; otherwise a plainer one of its kind is.

{kinds} kinds, {sub_kinds} sub-kinds. Explanations are written by hand, never by a model, and are
filled in below from the example; the Spanish voice speaks what stands in «guillemets», in both
languages.
"""
TITLES = {
    EditKind.GENDER_AGREEMENT: "Gender: words that belong together",
    EditKind.NUMBER_AGREEMENT: "Number: words that belong together",
    EditKind.ARTICLE: "Articles: missing, too many, or another one",
    EditKind.POSSESSIVE: "Possessives: whose it is",
    EditKind.DEMONSTRATIVE: "Demonstratives: this and that",
    EditKind.ADJECTIVE_POSITION: "Adjectives before or behind the noun",
    EditKind.SHORT_FORM: "Short forms before a noun",
    EditKind.MUY_MUCHO: "«Muy» and «mucho»",
    EditKind.COMPARISON: "Comparisons",
    EditKind.ADVERB: "Adjectives and adverbs",
    EditKind.SER_ESTAR: "«Ser» and «estar»",
    EditKind.HABER: "«Haber»: what there is",
    EditKind.IDIOM: "«Tener» and «hacer» where English has to be",
    EditKind.GUSTAR: "Verbs like «gustar»",
    EditKind.VERB_PERSON: "The person of a verb",
    EditKind.VERB_PHRASE: "Two verbs together",
    EditKind.VERB_TENSE: "The tense of a verb",
    EditKind.VERB_MOOD: "Indicative and subjunctive",
    EditKind.VERB_FORM: "Infinitive, gerund, participle, and forms that do not exist",
    EditKind.POR_PARA: "«Por» and «para»",
    EditKind.PREPOSITION: "Other prepositions",
    EditKind.PERSONAL_A: "«A» before a person",
    EditKind.CONJUNCTION: "Conjunctions",
    EditKind.NEGATION: "Negation",
    EditKind.PRONOUN: "Pronouns",
    EditKind.ACCENT: "Written accents",
    EditKind.SPELLING: "Spelling",
    EditKind.WORD_CHOICE: "The choice of a word",
    EditKind.ENGLISH_WORD: "English words",
    EditKind.WORD_ORDER: "The order of words",
    EditKind.MISSING_WORD: "Missing words",
    EditKind.EXTRA_WORD: "Words too many",
    EditKind.PHRASING: "Rewordings",
}


class UntrueExampleError(PageError):
    """An example is not named by the sub-kind that it is an example of."""


def page() -> str:
    """The whole page; raises UntrueExampleError."""
    facts = WordfreqLexicon().facts
    sections = [
        section(kind, [(sub_kind, entry, told(sub_kind, entry, facts)) for sub_kind, entry in own])
        for kind, own in ((kind, entries.items()) for kind, entries in LIBRARY.items())
    ]
    introduction = INTRODUCTION.format(kinds=len(LIBRARY), sub_kinds=len(SubKind))
    return "\n".join([introduction, *sections])


def told(sub_kind: SubKind, entry: Entry, facts: FactsOf) -> Explanation:
    """The explanation of a sub-kind's own example."""
    alignment = align(entry.wrong, entry.right)
    found = [(span, diagnose(alignment, span, facts)) for span in alignment.spans]
    if [diagnosis.sub_kind for _, diagnosis in found] != [sub_kind]:
        raise UntrueExampleError(f"'{entry.wrong}' is no example of {sub_kind.value}.")
    ((span, diagnosis),) = found
    return explain(alignment, span, diagnosis, facts)


def section(kind: EditKind, rows: list[tuple[SubKind, Entry, Explanation]]) -> str:
    """One kind as Markdown."""
    lines = [
        f"| `{sub_kind.value}` | {entry.wrong}<br>→ {entry.right} "
        f"| {explanation.spanish}<br>{explanation.english} |"
        for sub_kind, entry, explanation in rows
    ]
    head = ["| subkind | example | explanation |", "|---|---|---|"]
    return "\n".join([f"## {kind.value}", "", f"{TITLES[kind]}.", "", *head, *lines]) + "\n"


if __name__ == "__main__":
    sys.exit(generate(PAGE, page, __doc__))
