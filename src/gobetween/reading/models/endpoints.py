"""A server of language models that speaks the common chat protocol, asked over HTTP with the standard library."""

from __future__ import annotations

import http.client
import ipaddress
import json
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from gobetween.model.errors import GobetweenError

LARGEST_ANSWER = 2_000_000
"""Bytes; what is longer is no list of items."""


class NoAnswer(GobetweenError):
    """The model could not be asked, or its answer could not be used."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """What is sent to one address is sent to no other."""

    def redirect_request(self, *_arguments: object, **_more: object) -> None:
        """Not followed."""


@frozen
class Endpoint:
    """Where a model is asked: the address up to `/v1`, the model's name, and a key if the server wants one."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = field(default=120.0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            msg = f"'{self.address}' is no address of a model; write it as http://localhost:11434/v1"
            raise NoAnswer(msg)
        if parts.scheme == "http" and not self.is_local:
            msg = f"'{self.address}' would carry reports unencrypted to another machine; use https, or a model on this machine"
            raise NoAnswer(msg)

    @property
    def is_local(self) -> bool:
        """Whether the model runs on this machine, so that nothing leaves it."""
        host = urlsplit(self.address).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    def ask(self, request: dict[str, Any]) -> str:
        """The content of the model's answer.

        Raises:
            NoAnswer: the server cannot be reached, refuses, takes too long, or answers in another form.
        """
        opener = urllib.request.build_opener(
            _NoRedirect, urllib.request.ProxyHandler({}) if self.is_local else urllib.request.ProxyHandler()
        )
        headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {self.key}"} if self.key else {})}
        data = json.dumps(request, ensure_ascii=False).encode("utf-8", "replace")
        asked = urllib.request.Request(f"{self.address.rstrip('/')}/chat/completions", data, headers)  # noqa: S310  # http(s) only, see above
        try:
            with opener.open(asked, timeout=self.seconds) as answer:
                body = answer.read(LARGEST_ANSWER + 1)
        except urllib.error.HTTPError as error:
            raise NoAnswer(f"{self.address} answered {error.code} {error.reason}") from None
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(
                f"{self.address} could not be asked: {getattr(error, 'reason', None) or error or type(error).__name__}"
            ) from None
        if len(body) > LARGEST_ANSWER:
            raise NoAnswer(f"{self.address} answered with more than {LARGEST_ANSWER:,} bytes")
        return _content(body, self.address)


def _content(body: bytes, address: str) -> str:
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise NoAnswer(f"{address} answered in a form that is none of the chat protocol's")
    return content
