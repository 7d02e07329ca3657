"""What is said right is left alone by the corrector that the tutor uses unless told otherwise."""

import tomllib
from pathlib import Path

from tutor import app
from tutor.domain.strictness import Strictness
from tutor.domain.transcript import typed_transcript

MOST_ALTERED = 3
FIXTURE = Path(__file__).parents[1] / "right_sentences.toml"


def test_of_300_right_sentences_at_most_3_are_altered():
    rows = tomllib.loads(FIXTURE.read_text(encoding="utf-8"))["sentences"]
    corrector = app.tagging_corrector(Strictness.NORMAL)
    corrections = [corrector.corrected(typed_transcript(row["text"])) for row in rows]
    altered = {each.said: each.better for each in corrections if each.edits}
    assert len(rows) == 300
    assert len(altered) <= MOST_ALTERED, altered
