"""The sentences that corrections are measured by, and what the domain alone makes of them."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.correcting import build_correction
from tutor.domain.correction import EditKind
from tutor.domain.disfluency import disfluent_words
from tutor.domain.fragment import is_fragment
from tutor.domain.sentences import plain_words
from tutor.domain.tokens import tokenize
from tutor.domain.transcript import typed_transcript


def rows(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))["sentences"]


HERE = Path(__file__).parent
RIGHT = rows(HERE / "right_sentences.toml")
WRONG = rows(HERE.parent / "bench" / "wrong_spoken.toml")
FACTS = WordfreqLexicon().facts

KNOWN_ZIPF = 1.5
WITH_PRONOUNS = {"repetírmelo", "devuélvemela", "duchándome"}
"""Right, and too rare in print to be counted."""
FLUENT = {
    "fragment", "spain", "mexico", "argentina", "pronoun", "name", "narrative", "question",
    "subjunctive", "ser_estar", "gender", "number", "long",
}  # fmt: skip
FEWEST_OF_A_GROUP = 12


def in_group(*groups):
    return [row["text"] for row in RIGHT if row["group"] in groups]


def test_there_are_300_right_and_100_wrong_sentences_and_no_two_alike():
    texts = [row["text"] for row in RIGHT] + [row["said"] for row in WRONG]
    assert (len(RIGHT), len(WRONG)) == (300, 100)
    assert len({tuple(plain_words(text)) for text in texts}) == 400


def test_every_group_is_large_enough_to_say_something():
    sizes = Counter(row["group"] for row in RIGHT)
    assert min(sizes.values()) >= FEWEST_OF_A_GROUP


@pytest.mark.parametrize("text", [row["text"] for row in RIGHT] + [row["better"] for row in WRONG])
def test_what_is_right_is_written_as_a_transcript_writes_it(text):
    assert text[0] in "¿¡" or text[0].isupper()
    assert text[-1] in ".?!"
    assert text.count("¿") == text.count("?")
    assert text.count("¡") == text.count("!")
    assert " ".join(text.split()) == text
    unknown = [
        token.norm
        for token in tokenize(text)
        if not token.is_name
        and not any(letter.isdigit() for letter in token.text)
        and FACTS(token.norm).spanish_zipf < KNOWN_ZIPF
    ]
    assert set(unknown) <= WITH_PRONOUNS


@pytest.mark.parametrize("text", in_group("repair"))
def test_every_repair_is_noticed(text):
    assert disfluent_words(tokenize(text))


@pytest.mark.parametrize("text", in_group(*FLUENT))
def test_in_fluent_sentences_only_a_filler_is_noticed(text):
    tokens = tokenize(text)
    flagged = [tokens[at].norm for at in sorted(disfluent_words(tokens))]
    assert set(flagged) <= set("la verdad claro no sé mirá che".split())


@pytest.mark.parametrize("row", WRONG, ids=lambda row: row["said"])
def test_in_sentences_with_a_mistake_nothing_is_taken_for_a_disfluency(row):
    assert not disfluent_words(tokenize(row["said"]))


FINITE = {
    "¿Yo? De Chicago, pero mi madre es colombiana.",
    "Porque me gusta.",
    "Quizás el año que viene.",
    "Depende del día.",
    "Los míos, sí; los tuyos, no sé.",
}
"""Answers that hold a verb after all."""
VERBLESS = {"Gracias por tu ayuda."}


@pytest.mark.parametrize("text", in_group("fragment"))
def test_an_answer_is_a_fragment_where_it_holds_no_verb(text):
    assert is_fragment(tokenize(text), FACTS) == (text not in FINITE)


@pytest.mark.parametrize(
    "text",
    [row["text"] for row in RIGHT if row["group"] != "fragment"]
    + [row["better"] for row in WRONG if row["better"] not in VERBLESS],
)
def test_a_sentence_is_no_fragment(text):
    assert not is_fragment(tokenize(text), FACTS)


@pytest.mark.parametrize("row", WRONG, ids=lambda row: row["said"])
def test_no_plain_mistake_is_silenced_before_it_is_told(row):
    assert row["kind"] in set(EditKind)
    correction = build_correction(typed_transcript(row["said"]), row["better"], FACTS)
    assert correction.better == row["better"]


@pytest.mark.parametrize(
    ("right", "elsewhere"),
    [
        ("¿Habéis visto mis llaves?", "¿Han visto mis llaves?"),
        ("Vosotros sois muy amables.", "Ustedes son muy amables."),
        ("¿Queréis tomar algo?", "¿Quieren tomar algo?"),
        ("Os espero en la puerta del cine.", "Los espero en la puerta del cine."),
        ("Me apetece un zumo de naranja.", "Me apetece un jugo de naranja."),
        ("Hoy no he cogido el metro.", "Hoy no cogí el metro."),
        (
            "Le vi ayer en la plaza, pero no le saludé.",
            "Lo vi ayer en la plaza, pero no lo saludé.",
        ),
        ("¿Ustedes ya comieron?", "¿Ustedes ya han comido?"),
        ("En la mañana tomo un jugo y un café.", "Por la mañana tomo un jugo y un café."),
        ("Se los dije a mis papás la semana pasada.", "Se lo dije a mis papás la semana pasada."),
        ("¿Vos de dónde sos?", "¿Tú de dónde eres?"),
        ("Decime la verdad, ¿te gustó la película?", "Dime la verdad, ¿te gustó la película?"),
        ("Mirá, yo vivo acá desde chico.", "Mira, yo vivo aquí desde chico."),
        ("A Pedro le conocí en la universidad.", "A Pedro lo conocí en la universidad."),
        ("Señora, ¿la puedo ayudar en algo?", "Señora, ¿le puedo ayudar en algo?"),
        ("Mi hermano está casado con una francesa.", "Mi hermano es casado con una francesa."),
        ("Sentate acá, que ya viene la comida.", "Siéntate aquí, que ya viene la comida."),
    ],
)
def test_a_right_sentence_is_not_put_into_the_spanish_of_elsewhere(right, elsewhere):
    assert right in {row["text"] for row in RIGHT}
    assert build_correction(typed_transcript(right), elsewhere, FACTS).better == right
