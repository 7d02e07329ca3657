"""The recipe of the committed model; LOG.md says what else was tried."""

from training.corrector.training import Recipe, Round

__all__ = ["LAYERS", "RECIPE"]

LAYERS = 12
RECIPE = Recipe(
    rounds=(
        *[Round(real=7_000, annotated=4_500, invented=28_500)] * 10,
        *[Round(real=18_000, annotated=4_000, invented=8_000, strength=0.8)] * 2,
    ),
    encoder_rate=1.5e-4,
    words_at_once=1_600,
)
