"""The composition root: the only file that names adapters.

Every function imports what it wires when it is called, so that starting up costs nothing.
"""

from tutor.config import Settings
from tutor.ports import ModelStore

__all__ = ["model_store"]


def model_store(settings: Settings) -> ModelStore:
    """The catalogue, and the cache folder its files are kept in."""
    from tutor.adapters.models.store import CachedModelStore

    return CachedModelStore(settings.cache_dir)
