#!/usr/bin/env python3
"""How often our kinds of mistakes are the ones that the corpus's annotators named.

    python bench/kind_agreement.py --kinds KINDS.jsonl [--sample 6000]

KINDS has one marked error a line: {"sentence", "start", "said", "better", "kind"}. Each is put
right alone, aligned, and named by the tutor's own rules; our names are then read as theirs. Where
theirs has no equal (a spelling, a word choice) ours counts as disagreeing.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from json_lines import rows_of

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.alignment import align
from tutor.domain.correction import EditKind
from tutor.domain.diagnosis import Diagnosis, diagnose
from tutor.domain.sub_kinds import SubKind
from tutor.domain.word_facts import FactsOf

__all__ = ["Marked", "judge", "load", "table", "their_name"]

_SEED = 4

_BY_KIND: Mapping[EditKind, str] = {
    EditKind.GENDER_AGREEMENT: "gender",
    EditKind.NUMBER_AGREEMENT: "number",
    EditKind.SER_ESTAR: "ser_estar",
    EditKind.POR_PARA: "por_para",
    EditKind.PERSONAL_A: "personal_a_missing",
    EditKind.ADJECTIVE_POSITION: "adjective_position",
    EditKind.VERB_PERSON: "verb_person",
    EditKind.VERB_TENSE: "verb_tense",
    EditKind.VERB_MOOD: "verb_mood",
    EditKind.VERB_FORM: "verb_tense",
}
"""Annotators call an infinitive or gerund in place of a tense, and the reverse, *verb_tense*."""
_BY_SUB_KIND: Mapping[SubKind, str] = {
    SubKind.GENDER_AND_NUMBER: "gender_number",
    SubKind.VERB_FORM: "verb_form",
    SubKind.PARTICIPLE_IRREGULAR: "verb_form",
    SubKind.GUSTAR_AGREES: "verb_person",
    SubKind.GUSTAR_PLURAL: "verb_person",
    SubKind.GUSTAR_INFINITIVE: "verb_person",
    SubKind.GUSTAR_A_PERSON: "personal_a_missing",
    SubKind.A_REPEATED: "personal_a_missing",
    SubKind.ARTICLE_MISSING: "article_missing",
    SubKind.ARTICLE_WITH_LIKING: "article_missing",
    SubKind.ARTICLE_OF_WEEKDAY: "article_missing",
    SubKind.ARTICLE_OF_HOUR: "article_missing",
    SubKind.PREPOSITION_AND_ARTICLE: "article_missing",
    SubKind.ARTICLE_JOINED: "article_missing",
    SubKind.ARTICLE_SUPERFLUOUS: "article_superfluous",
    SubKind.ARTICLE_OF_PROFESSION: "article_superfluous",
    SubKind.ARTICLE_OF_MONTH: "article_superfluous",
    SubKind.ARTICLE_BEFORE_OTRO: "article_superfluous",
    SubKind.ARTICLE_BEFORE_POSSESSIVE: "article_superfluous",
    SubKind.ARTICLE_PARTED: "article_superfluous",
    SubKind.NEUTER_LO: "gender",
    SubKind.LO_BEFORE_NOUN: "gender",
    SubKind.DEMONSTRATIVE_NEUTER: "gender",
    SubKind.DEMONSTRATIVE_ALONE: "gender",
    SubKind.PRONOUN_GENDER: "gender",
    SubKind.ADVERB_MUCHO: "gender",
    SubKind.PRONOUN_NUMBER: "number",
    SubKind.A_SUPERFLUOUS: "a_superfluous",
    SubKind.OBJECT_WITHOUT_A: "a_superfluous",
    SubKind.BEFORE_INFINITIVE: "a_superfluous",
}
"""Their *gender* and *number* are also of pronouns, demonstratives, the neuter and *mucho*."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One error as an annotator marked and named it."""

    sentence: str
    start: int
    """About where ``said`` begins in the sentence."""
    said: str
    better: str
    kind: str

    @property
    def corrected(self) -> str:
        """The sentence with this error put right; unchanged where ``said`` is not in it."""
        at = self.place
        if at is None:
            return self.sentence
        better = self.better if self.said else f" {self.better} "
        return self.sentence[:at] + better + self.sentence[at + len(self.said) :]

    @property
    def place(self) -> int | None:
        """Where ``said`` begins: its occurrence nearest to ``start``."""
        if not self.said:
            return min(self.start, len(self.sentence))
        text, places, at = self.sentence, [], self.sentence.find(self.said)
        while at >= 0:
            places.append(at)
            at = text.find(self.said, at + 1)
        return min(places, key=lambda place: abs(place - self.start), default=None)


def load(path: Path) -> list[Marked]:
    """The marked errors of a file that change a word, one or more to a sentence."""
    fields = ("sentence", "start", "said", "better", "kind")
    marked = [Marked(*(row[field] for field in fields)) for row in rows_of(path)]
    return [each for each in marked if align(each.sentence, each.corrected).spans]


def their_name(diagnosis: Diagnosis) -> str:
    """What the annotators call what we call so; empty where they have no name for it."""
    by_kind = _BY_KIND.get(diagnosis.kind, "")
    return _BY_SUB_KIND.get(diagnosis.sub_kind, by_kind)


def judge(marked: Marked, facts: FactsOf) -> Diagnosis:
    """What we call a marked error; of several changes the first."""
    alignment = align(marked.sentence, marked.corrected)
    return diagnose(alignment, alignment.spans[0], facts)


def table(pairs: Sequence[tuple[str, Diagnosis]]) -> str:
    """Agreement for each of the annotators' names, with what we say where we disagree."""
    lines = [f"{'':20} {'marked':>6} {'agree':>6}  otherwise"]
    for name, _ in Counter(theirs for theirs, _ in pairs).most_common():
        own = [diagnosis for theirs, diagnosis in pairs if theirs == name]
        lines.append(_row(name, [(name, diagnosis) for diagnosis in own]))
    return "\n".join([*lines, _row("all", pairs)])


def _row(name: str, pairs: Sequence[tuple[str, Diagnosis]]) -> str:
    agreeing = sum(theirs == their_name(diagnosis) for theirs, diagnosis in pairs)
    others = Counter(
        diagnosis.kind.value for theirs, diagnosis in pairs if theirs != their_name(diagnosis)
    )
    shown = "" if name == "all" else ", ".join(f"{kind} {n}" for kind, n in others.most_common(3))
    return f"{name:20} {len(pairs):6} {agreeing / max(len(pairs), 1):6.1%}  {shown}".rstrip()


def _sampled(marked: Sequence[Marked], size: int) -> Iterable[Marked]:
    chance = random.Random(_SEED)  # noqa: S311  # which sentences are looked at is no secret
    return marked if size >= len(marked) else chance.sample(marked, size)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kinds", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=sys.maxsize, help="only N errors, at random")
    options = parser.parse_args()
    facts = WordfreqLexicon().facts
    pairs = [(one.kind, judge(one, facts)) for one in _sampled(load(options.kinds), options.sample)]
    print(table(pairs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
