"""What is said aloud of a correction."""

import pytest

from tests.fakes import FakeLexicon
from tutor.domain.correcting import build_correction
from tutor.domain.correction import Correction, Doubt, Edit, EditKind, Explanation
from tutor.domain.language import Language
from tutor.domain.spoken_correction import doubt_line, praise, spoken_lines
from tutor.domain.transcript import typed_transcript

FACTS = FakeLexicon().facts


def edit(start, kind, said="a", better="b"):
    return Edit(start, start + 1, said, better, kind, Explanation(f"es{start}", f"en{start}"))


def test_the_sentence_and_the_reason_come_in_spanish_then_in_english():
    correction = build_correction(
        typed_transcript("Ayer estuve en casa. Yo soy muy cansado hoy."),
        "Ayer estuve en casa. Yo estoy muy cansado hoy.",
        FACTS,
    )
    lines = spoken_lines(correction)
    assert [line.language for line in lines] == ["es", "es", "en"]
    assert lines[0].text == "Se dice: «Yo estoy muy cansado hoy.»"
    assert "«estoy»" in lines[1].text
    assert "«estoy»" in lines[2].text


@pytest.mark.parametrize("limit", [0, 1, 2, 3])
def test_no_more_corrections_are_said_than_the_limit(limit):
    edits = tuple(edit(n, EditKind.ARTICLE) for n in range(5))
    lines = spoken_lines(Correction("x", "y", edits), limit)
    assert sum(line.language is Language.ENGLISH for line in lines) == limit


def test_the_graver_mistakes_are_said_in_the_order_they_were_made():
    kinds = (EditKind.ARTICLE, EditKind.GENDER_AGREEMENT, EditKind.PREPOSITION, EditKind.SER_ESTAR)
    edits = tuple(edit(n, kind) for n, kind in enumerate(kinds))
    lines = spoken_lines(Correction("x", "y", edits), 2)
    assert [line.text for line in lines[1:]] == ["es1", "es3", "en1", "en3"]


def test_what_cannot_be_heard_is_not_said():
    silent = edit(0, EditKind.ACCENT, "como", "cómo")
    assert spoken_lines(Correction("como", "cómo", (silent,))) == ()


def test_nothing_is_said_about_what_was_right():
    assert spoken_lines(Correction("hola", "hola")) == ()
    assert doubt_line(Correction("hola", "hola")) is None


def test_a_doubt_is_asked_about():
    doubts = (Doubt("la", "las", 0.4), Doubt("soy", "estoy", 0.2))
    line = doubt_line(Correction("x", "x", (), doubts))
    assert line is not None
    assert line.text == "¿Dijiste «soy» o «estoy»?"
    assert line.language is Language.SPANISH


def test_praise_is_rare():
    praised = [count for count in range(20) if praise(count)]
    assert praised == [4, 10, 16]
