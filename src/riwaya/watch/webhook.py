"""Events sent to an address, signed as Standard Webhooks has it (https://www.standardwebhooks.com/).

``webhook-signature`` is ``v1,`` and the base64 of HMAC-SHA256 over id, timestamp and body, so that
whoever gets it knows that it is ours, unchanged, and not an old one sent again.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time

import msgspec

from riwaya import __version__
from riwaya.errors import RiwayaError
from riwaya.reading.web.exchange import exchange
from riwaya.reading.web.fetcher import retry_after, split
from riwaya.reading.web.shapes import FetchError, Settings
from riwaya.watch.state import Event

_PREFIX = "whsec_"


def secret_key(secret: str) -> bytes:
    """The key of a secret: of ``whsec_…`` the bytes that the base64 stands for, else its own.

    Error ``usage`` where it is too short to be one.
    """
    key = secret.encode()
    if secret.startswith(_PREFIX):
        try:
            key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error as error:
            raise RiwayaError(
                "usage", why="the webhook's secret: no base64 behind whsec_"
            ) from error
    if len(key) < 16:
        raise RiwayaError("usage", why="the webhook's secret: at least 16 bytes")
    return key


def signature(key: bytes, message_id: str, timestamp: int, body: bytes) -> str:
    """The value of ``webhook-signature``."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def post(
    address: str, key: bytes | None, event: Event, message_id: str, settings: Settings
) -> None:
    """Send an event; redirects are not followed.

    Raises :class:`FetchError` where it is not taken (``status`` and ``wait`` say what the server told),
    where there is no answer, or where the address is of a private network and that is not allowed.
    """
    body = msgspec.json.encode(
        {"type": event.kind, "timestamp": event.made_at, "title": event.title, "data": event.data}
    )
    timestamp = int(time.time())
    headers = {
        "Content-Type": "application/json", "User-Agent": f"riwaya/{__version__}",
        "Connection": "close", "webhook-id": message_id, "webhook-timestamp": str(timestamp),
    }  # fmt: skip
    if key is not None:
        headers["webhook-signature"] = signature(key, message_id, timestamp, body)
    answer = exchange(split(address), headers, settings, body=body)
    if 200 <= answer.status < 300:
        return
    elsewhere = ": it leads elsewhere; give that address" if 300 <= answer.status < 400 else ""
    raise FetchError(
        "http_status", f"status {answer.status}{elsewhere}", status=answer.status,
        wait=retry_after(answer.headers.get("retry-after")) or 0.0,
    )  # fmt: skip
