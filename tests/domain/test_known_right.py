"""What looks wrong and is not, and changes that are wrong whoever proposes them."""

import pytest

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.correcting import build_correction
from tutor.domain.transcript import typed_transcript

FACTS = WordfreqLexicon().facts


def better(said, proposed):
    return build_correction(typed_transcript(said), proposed, FACTS).better


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("El agua está fría.", "La agua está fría."),
        ("Tengo un hambre terrible.", "Tengo una hambre terrible."),
        ("La fiesta es en mi casa.", "La fiesta está en mi casa."),
        ("El concierto es a las nueve.", "El concierto está a las nueve."),
        ("Compré las patatas y los huevos.", "Compré las patatas y huevos."),
        ("El vive en Lima.", "Vive en Lima."),
        ("Uno de ellos acaba de llegar.", "Uno de ellos acaban de llegar."),
        ("Quiero comprar las casas.", "Quiero comprar las casa."),
        ("Por que no vienes, no lo sé.", "Por porque no vienes, no lo sé."),
        ("Visité *UNIVERSITY* ayer.", "Visité a *UNIVERSITY* ayer."),
        ("Es igual a mi *FIRST_NAME*.", "Es igual a mí *FIRST_NAME*."),
        ("Ven con mi al cine.", "Ven conmigo mi al cine."),
    ],
)
def test_what_is_right_and_what_would_be_worse_stays(said, proposed):
    assert better(said, proposed) == said


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("La problema es grande.", "El problema es grande."),
        ("Mi casa es en Madrid.", "Mi casa está en Madrid."),
        ("Mis gato duerme.", "Mi gato duerme."),
        ("Soy un médico.", "Soy médico."),
        ("Ellos vive en Lima.", "Ellos viven en Lima."),
        ("Visité *FIRST_NAME* ayer.", "Visité a *FIRST_NAME* ayer."),
    ],
)
def test_its_like_is_still_corrected(said, proposed):
    assert better(said, proposed) == proposed
