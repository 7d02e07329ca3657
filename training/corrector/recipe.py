"""The recipe of the committed model; LOG.md says what else was tried."""

from training.corrector.training import Recipe, Round

__all__ = ["LAYERS", "RECIPE"]

LAYERS = 12
RECIPE = Recipe(
    rounds=(
        *[Round(real=8_000, annotated=5_000, invented=27_000)] * 8,
        *[Round(real=22_000, annotated=4_000, invented=5_000, strength=0.8)] * 3,
    ),
    encoder_rate=1.5e-4,
    words_at_once=1_600,
)
