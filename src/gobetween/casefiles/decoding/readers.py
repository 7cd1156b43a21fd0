"""What a reader of values is: it gives the value that stands at a place, and says what it accepts there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from attrs import frozen

from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.schemas.fragments import Schema

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol[T_co]):
    """Gives the value that stands at a place, or keeps a fault and raises `Unreadable`."""

    @property
    def schema(self) -> Schema:
        """What may stand there; what hangs on the rest of the case is left out (see `docs/reference/schemas`)."""

    def __call__(self, at: Place) -> T_co:
        """The value."""


AnyReader = Reader[Any]


@frozen
class _Accepting(Generic[T]):
    """A reader made of a function and of what it accepts."""

    read: Callable[[Place], T]
    schema: Schema

    def __call__(self, at: Place) -> T:
        return self.read(at)


def accepts(schema: Schema) -> Callable[[Callable[[Place], T]], Reader[T]]:
    """Makes the decorated function a reader that accepts this."""

    def reader(read: Callable[[Place], T]) -> Reader[T]:
        return _Accepting(read, schema)

    return reader
