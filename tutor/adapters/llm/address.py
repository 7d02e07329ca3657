"""Where a base URL leads."""

from ipaddress import ip_address
from urllib.parse import urlsplit

__all__ = ["destination_of", "host_of", "is_address", "is_loopback"]


def destination_of(base_url: str) -> str:
    """Where the learner's words go, for people: ``this machine`` or a host."""
    return "this machine" if is_loopback(base_url) else host_of(base_url)


def is_address(base_url: str) -> bool:
    """Whether an address can be parsed at all."""
    try:
        parts = urlsplit(base_url)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and port != 0


def is_loopback(base_url: str) -> bool:
    """Whether an address is this very machine's."""
    try:
        host = urlsplit(base_url).hostname or ""
        return ip_address(host).is_loopback
    except ValueError:
        host = host_of(base_url).partition(":")[0]
        return host == "localhost" or host.endswith(".localhost")


def host_of(base_url: str) -> str:
    """The host and port of an address; the address itself where it is malformed."""
    try:
        return urlsplit(base_url).netloc or base_url
    except ValueError:
        return base_url
