"""By which names the service may be called.

A page in a browser can have its own name point to this machine, and then send us
requests as if we were its server. They say that name in `Host`, so we only answer to
names that no page can have.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[^\[\]:/@\s]{1,253})(?::\d{0,5})?")


def is_loopback(name: str) -> bool:
    """Whether a name or an address is always that of this machine."""
    return name.lower() == "localhost" or _is_own(_address(name))


def host_of(header: str) -> str | None:
    """The name that a `Host` header says, in lower case, without port and brackets."""
    match = _HOST.fullmatch(header.strip())
    return match and match[1].lower().strip("[]")


def is_ours(
    headers: list[str], local: str | None, *, named: frozenset[str], open_: bool
) -> bool:
    """Whether a request may call us as it does.

    Args:
        headers: its `Host` headers; no browser leaves them out.
        local: the address at which the request came in.
        named: the names that we are told to answer to.
        open_: nobody needs a key, so that any page could ask us.
    """
    reachable = local is not None and not is_loopback(local)
    if reachable and not open_:
        return True
    own = local.lower() if local is not None and reachable else None
    return all(
        name is not None and (is_loopback(name) or name in named or name == own)
        for name in map(host_of, headers)
    )


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name.strip("[]"))
    except ValueError:
        return None


def _is_own(address: IPv4Address | IPv6Address | None) -> bool:
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address is not None and address.is_loopback
