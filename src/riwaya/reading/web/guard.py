"""Which network addresses may be connected to: none of the local network, unless allowed.

The check is on the very address that the socket is then connected to, so that a name which resolves
differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket

from riwaya.reading.web.shapes import FetchError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, IPv4 addresses inside IPv6 ones included.

    >>> [is_public(a) for a in ("8.8.8.8", "10.0.0.1", "::1", "::ffff:127.0.0.1", "169.254.169.254")]
    [True, False, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(one) for one in (ip, *_embedded(ip)))


def _is_global(ip: _Address) -> bool:
    local = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_reserved
    outside = ip.is_global and not (ip.is_multicast or ip.is_unspecified)
    return outside and (not local or (ip.version == 6 and ip in _NAT64))


def _embedded(ip: _Address) -> list[_Address]:
    """The IPv4 addresses that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found: list[_Address] = [one for one in (ip.ipv4_mapped, ip.sixtofour) if one is not None]
    found += ip.teredo or ()
    if ip in _NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF))
    return found


def connect(host: str, port: int, timeout: float, *, allow_private: bool) -> socket.socket:
    """A socket connected to ``host``, the permitted addresses tried in turn.

    Raises :class:`FetchError` ``forbidden_address`` where the host has none that is permitted, and
    ``OSError`` where none answers.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        passing = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
        why = f"no address is known for {host}"
        raise FetchError("unreachable", why, passing=passing) from error
    permitted = [one for one in found if allow_private or is_public(str(one[4][0]))]
    if not permitted:
        shown = ", ".join(dict.fromkeys(str(one[4][0]) for one in found))
        raise FetchError("forbidden_address", f"{host} is {shown}")
    last: OSError | None = None
    for family, kind, protocol, _, address in permitted:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(timeout)
            sock.connect(address)
        except OSError as error:
            sock.close()
            last = error
        else:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return sock
    assert last is not None
    raise last
