"""What is said right is left alone by the corrector that the tutor uses unless told otherwise."""

import tomllib
from pathlib import Path

import pytest

from tutor import app
from tutor.config import Settings
from tutor.domain.transcript import typed_transcript

MOST_ALTERED = 3
FIXTURE = Path(__file__).parents[1] / "right_sentences.toml"

pytestmark = pytest.mark.models


async def test_of_300_right_sentences_at_most_3_are_altered(cache_dir, require_models):
    require_models("Qwen2.5-Coder-1.5B-Instruct")
    rows = tomllib.loads(FIXTURE.read_text(encoding="utf-8"))["sentences"]
    altered = {}
    async with app.language_models(Settings(cache_dir=cache_dir)) as models:
        corrector = app.corrector(models)
        for row in rows:
            correction = await corrector.correct(typed_transcript(row["text"]))
            if correction.edits:
                altered[correction.said] = correction.better
    assert len(rows) == 300
    assert len(altered) <= MOST_ALTERED, altered
