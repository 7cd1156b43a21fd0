"""The stretch of time that is asked about: the same audience's view at its beginning and at its end."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gobetween.briefs.scenes import Scene
from gobetween.model.cases import Source
from gobetween.model.items import Item


@frozen
class Stretch:
    """What was known on the first day, and what was known on the last; what lies between became known in it."""

    before: Scene
    after: Scene

    def new(self, collection: str) -> Iterator[Item]:
        """The entries of that list that were not known at the beginning."""
        earlier = {each.id for each in getattr(self.before.case, collection)}
        return (each for each in getattr(self.after.case, collection) if each.id not in earlier)

    def kept(self, collection: str) -> Iterator[tuple[Item, Item]]:
        """The entries of that list that were known all along, each as it was and as it is."""
        earlier = {each.id: each for each in getattr(self.before.case, collection)}
        return ((earlier[each.id], each) for each in getattr(self.after.case, collection) if each.id in earlier)

    def new_sources(self) -> tuple[Source, ...]:
        """The reports that were not known at the beginning."""
        earlier = {each.id for each in self.before.case.sources}
        return tuple(each for each in self.after.case.sources if each.id not in earlier)
