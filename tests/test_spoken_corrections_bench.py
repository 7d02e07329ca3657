"""What the bench of spoken corrections takes for right, and for misheard."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from gec_scoring import Sentence
from spoken_corrections import holds, kinds_table, read_verdicts, unread, voices_table
from spoken_judging import Error, Judge, Outcome, Told, Verdict, Why, distance
from spoken_learners import gold_sentences, right_sentences, wrong_sentences

from tests.fakes import FakeLexicon
from tutor.adapters.tts.spelled import Num2WordsSpeller
from tutor.domain.correcting import build_correction
from tutor.domain.language import Language
from tutor.domain.spoken_correction import spoken_edits
from tutor.domain.spoken_text import spoken
from tutor.domain.transcript import typed_transcript

BENCH = Path(__file__).parents[1] / "bench"
SPELLER = Num2WordsSpeller(Language.SPANISH)
FACTS = FakeLexicon().facts


def judge(verdicts=None):
    return Judge(
        lambda text: spoken(text, Language.SPANISH, SPELLER), lambda *_: "kind", verdicts or {}
    )


def outcome(said, heard, better, *references, verdicts=None):
    """Of a sentence that was heard so, and whose correction made this of it."""
    correction = build_correction(typed_transcript(heard), better, FACTS)
    edits = spoken_edits(correction.edits)
    sentence = Sentence("id", said, references or (said,))
    return judge(verdicts).outcome(sentence, "voice", heard, edits)


def whys(*texts):
    return [told.why for told in outcome(*texts).told]


RED = "La casa roja es de mi tío."


@pytest.mark.parametrize(
    ("said", "heard", "better", "teacher"),
    [
        ("La casa rojo es grande.", "La casa rojo es grande.", "La casa roja es grande.",
         "La casa roja es grande."),
        ("la casa rojo es grande", "La casa, rojo, es grande.", "La casa, roja, es grande.",
         "¡La casa roja es grande!"),
        ("Fuimos playa ayer.", "Fuimos playa ayer.", "Fuimos a la playa ayer.",
         "Fuimos a la playa ayer."),
        ("Tengo 3 hermano.", "Tengo tres hermano.", "Tengo tres hermanos.", "Tengo 3 hermanos."),
        ("Tengo tres hermano.", "Tengo 3 hermano.", "Tengo 3 hermanos.", "Tengo tres hermanos."),
        ("Yo a ver visto la casa rojo.", "Pues yo haber visto la casa rojo.",
         "Pues yo haber visto la casa roja.", "Yo he visto la casa roja."),
        ("Voy a la cassa rojo.", "Voy a la casa rojo.", "Voy a la casa roja.",
         "Voy a la casa roja."),
    ],
)  # fmt: skip
def test_a_teachers_change_of_what_was_said_is_right(said, heard, better, teacher):
    assert whys(said, heard, better, teacher) == [Why.RIGHT]


def test_one_teacher_of_several_is_enough():
    said = "La casa rojo es grande."
    better = "La casa roja es grande."
    assert whys(said, said, better, said, better) == [Why.RIGHT]


def test_half_of_what_a_teacher_changes_there_is_right_and_the_other_form_is_not():
    teacher = "Mi tío está muy contento."
    said = "Mi tío es mucho contento."
    assert whys(said, said, "Mi tío está mucho contento.", teacher) == [Why.RIGHT]
    assert whys(said, said, "Mi tío estaba mucho contento.", teacher) == [Why.OTHERWISE]


def test_the_same_change_at_another_place_is_not_a_teachers():
    said = "La perro come y la perro duerme."
    teacher = "El perro come y la perro duerme."
    assert whys(said, said, "La perro come y el perro duerme.", teacher) == [Why.OTHERWISE]


def test_what_was_not_said_cannot_be_corrected_rightly():
    heard = "La casa rojo es de mi tío."
    assert whys(RED, heard, RED) == [Why.MISHEARD]


def test_a_word_that_only_the_ears_left_out_is_misheard():
    assert whys("Voy a la playa.", "Voy la playa.", "Voy a la playa.") == [Why.MISHEARD]


def test_an_accent_counts_where_it_can_be_heard():
    heard = "Ayer habló con mi tío."
    said = "Ayer hablo con mi tío."
    better = "Ayer hablé con mi tío."
    assert whys(said, said, better, better) == [Why.RIGHT]
    assert whys(said, heard, better, better) == [Why.MISHEARD]


def test_a_change_made_for_a_misheard_neighbour_says_so():
    heard = "El caso roja es de mi tío."
    assert whys(RED, heard, "El caso rojo es de mi tío.") == [Why.NEARBY]


def test_a_change_that_teachers_leave_alone_is_listed_with_all_that_a_reader_needs():
    found = outcome(RED, RED, "La casa roja está de mi tío.")
    assert unread([found]) == [
        "id (voice): es → está: teachers do otherwise",
        f"    said   {RED}",
        f"    heard  {RED}",
        f"    right  {RED}",
    ]


def test_a_mistake_survives_where_the_wrong_words_were_heard():
    said, teacher = "La casa rojo es grande.", "La casa roja es grande."
    assert outcome(said, said, teacher, teacher).errors == (
        Error("kind", "rojo", "roja", survives=True, is_corrected=True),
    )
    assert outcome(said, teacher, teacher, teacher).errors == (
        Error("kind", "rojo", "roja", survives=False, is_corrected=False),
    )


def test_a_missing_word_survives_where_the_ears_did_not_put_it():
    said, teacher = "Fuimos playa ayer.", "Fuimos a la playa ayer."
    assert [error.survives for error in outcome(said, said, said, teacher).errors] == [True]
    assert [error.survives for error in outcome(said, teacher, teacher, teacher).errors] == [False]


def test_what_a_listener_cannot_act_on_is_no_mistake():
    said = "Yo haver visto la pelicula."
    found = outcome(said, said, said, "Yo haber visto la película.", "Haber visto la película.")
    assert found.errors == ()
    assert found.is_faultless


def test_a_teachers_accent_that_can_be_heard_spoils_no_right_sentence():
    said, better = "Ayer hablo con mi tío.", "Ayer habló con mi tío."
    found = outcome(said, said, better, better)
    assert [told.why for told in found.told] == [Why.RIGHT]
    assert (found.is_faultless, found.is_spoiled) == (True, False)
    assert outcome(said, said, "Ayer hablé con mi tío.", better).is_spoiled


def test_one_teacher_who_hears_a_mistake_makes_the_sentence_no_right_one():
    said = "La casa rojo es grande."
    found = outcome(said, said, said, said, "La casa roja es grande.")
    assert not found.is_faultless
    assert found.errors == ()


def test_words_are_counted_by_ear():
    assert distance("haver visto la mar".split(), "haber visto el mar hoy".split()) == 2
    found = outcome("Tengo 22 años.", "Tengo veintidós baños.", "Tengo veintidós baños.")
    assert (found.words, found.word_errors) == (3, 1)


def heard_as(*whys, is_faultless=False, verdict=None):
    told = tuple(Told("es", "está", why, verdict) for why in whys)
    error = Error("ser_estar", "es", "está", survives=True, is_corrected=bool(whys))
    errors = () if is_faultless else (error,)
    return Outcome(Sentence("id", RED, (RED,)), "dora", RED, 7, 1, is_faultless, errors, told)


SILENT = heard_as(is_faultless=True)


@pytest.mark.parametrize(
    ("outcomes", "kept"),
    [
        ([heard_as(Why.RIGHT)] * 4 + [heard_as(Why.OTHERWISE)], True),
        ([heard_as(Why.RIGHT)] * 3 + [heard_as(Why.OTHERWISE)], False),
        ([heard_as(Why.OTHERWISE, verdict=Verdict.RIGHT)], True),
        ([heard_as(Why.NEARBY, verdict=Verdict.RIGHT)], True),
        ([heard_as(Why.MISHEARD, verdict=Verdict.RIGHT)], False),
        ([heard_as(Why.OTHERWISE, verdict=Verdict.ARGUABLE)], False),
        ([heard_as(Why.OTHERWISE, verdict=Verdict.RIGHT, is_faultless=True)] + [SILENT] * 39, True),
        ([heard_as(Why.OTHERWISE, verdict=Verdict.RIGHT, is_faultless=True)] + [SILENT] * 38,
         False),
        ([SILENT], False),
    ],
)  # fmt: skip
def test_the_promise_is_four_of_five_right_and_one_of_forty_right_ones_corrected(outcomes, kept):
    assert holds(outcomes) == kept


def test_the_tables_have_a_line_for_each_voice_and_each_kind():
    outcomes = [heard_as(Why.RIGHT, Why.MISHEARD), heard_as(Why.RIGHT, Why.NEARBY), SILENT]
    assert [line.split() for line in voices_table(outcomes)[1:]] == [
        ["dora", "3", "14.3%", "2", "100.0%", "4", "50.0%", "25.0%", "25.0%", "1", "0"],
        ["all", "3", "14.3%", "2", "100.0%", "4", "50.0%", "25.0%", "25.0%", "1", "0"],
    ]
    assert [line.split() for line in kinds_table(outcomes)[1:]] == [["ser_estar", "2", "2", "2"]]


def test_a_verdict_is_found_by_sentence_and_change(tmp_path):
    file = tmp_path / "verdicts.toml"
    file.write_text(
        '[[verdict]]\nid = "id"\nsaid = "Es"\nbetter = "está"\nverdict = "right"\n', "utf-8"
    )
    better = "La casa roja está de mi tío."
    (told,) = outcome(RED, RED, better, verdicts=read_verdicts(file)).told
    assert (told.why, told.is_right) == (Why.OTHERWISE, True)
    assert unread([outcome(RED, RED, better, verdicts=read_verdicts(file))])[0].endswith(
        "teachers do otherwise, read as right"
    )
    assert read_verdicts(BENCH / "spoken_verdicts.toml") is not None


def test_sentences_are_spread_over_the_file_and_hidden_names_are_filled_in(tmp_path):
    file = tmp_path / "gold.jsonl"
    rows = [
        {"id": str(n), "source": f"*FIRST_NAME* vive en *CITY*. {n}", "references": [f"*CITY* {n}"]}
        for n in range(10)
    ]
    rows.append({"id": "cut", "source": "Y entonces", "references": ["Y ent*AGE*s"]})
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    chosen = gold_sentences(file, 3)
    assert [sentence.id for sentence in chosen] == ["0", "3", "6"]
    assert chosen[1].source == "alex vive en madrid. 3"
    assert chosen[1].references == ("madrid 3",)
    assert len(gold_sentences(file, 99)) == 10
    assert (len(wrong_sentences()), len(right_sentences())) == (100, 300)


def test_what_was_heard_before_needs_no_models(tmp_path):
    said, teacher = "Mi hermana es muy alto.", "Mi hermana es muy alta."
    gold, heard = tmp_path / "gold.jsonl", tmp_path / "heard.jsonl"
    gold.write_text(json.dumps({"id": "a", "source": said, "references": [teacher]}), "utf-8")
    words = [[word, n, n + 0.5, 0.99] for n, word in enumerate(said.split())]
    row = {"id": "a", "voice": "em_alex", "text": said, "language": "es", "words": words}
    heard.write_text(json.dumps(row) + "\n", "utf-8")
    done = subprocess.run(
        [sys.executable, BENCH / "spoken_corrections.py", "--gold", gold, "--heard", heard,
         "--list", "--check"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[3].split() == [
        "em_alex", "1", "0.0%", "1", "100.0%", "1", "100.0%", "0.0%", "0.0%", "0", "0"
    ]  # fmt: skip
