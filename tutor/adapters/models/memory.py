"""How much memory this machine lets one program have."""

import ctypes
import os
import sys
from pathlib import Path

__all__ = ["memory_bytes"]

_CONTAINER_LIMIT = Path("/sys/fs/cgroup/memory.max")


def memory_bytes() -> int:
    """The physical memory, or a container's limit where that is less; 0 where nobody tells."""
    return min(_physical(), _container_limit(_CONTAINER_LIMIT))


def _physical() -> int:
    if sys.platform == "win32":
        kilobytes = ctypes.c_ulonglong(0)
        ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return kilobytes.value * 1024
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        return 0


def _container_limit(file: Path) -> int:
    try:
        text = file.read_text(encoding="ascii").strip()
    except OSError:
        return sys.maxsize
    return int(text) if text.isdecimal() else sys.maxsize
