"""Notes on ways: whom nobody reaches of those who are to carry something, said before it turns out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gobetween.model.cases import Case


def notes_on_ways(case: Case, to: tuple[str, ...], carriers: tuple[str, ...]) -> Iterator[str]:
    """One line for each recipient whom none of the carriers reaches by itself, as far as the case says, with those who do."""
    from gobetween.model.routes import reaches

    for each in to:
        if case.actor(each) is not None and not any(reaches(case, carrier, each) for carrier in carriers):
            reaching = [mediator for mediator in case.mediators if reaches(case, mediator, each)]
            remedy = f"who does: {', '.join(reaching)} (name them too, with --carrier)" if reaching else "nobody does"
            yield f"note: {' and '.join(carriers)} cannot bring it to {each}, as far as you know; {remedy}"
