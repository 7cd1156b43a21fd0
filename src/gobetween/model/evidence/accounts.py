"""All that was read from a set of reports, and which of them tell one story."""

from __future__ import annotations

from attrs import frozen

from gobetween.model.evidence.documents import Document


@frozen
class Report:
    """A document under the name by which the reader knows it (its path within the folder that was given)."""

    name: str
    document: Document


@frozen
class Story:
    """Documents that tell one story: copies, excerpts, rewrites; `reason` says how that was found."""

    names: tuple[str, ...]
    reason: str


@frozen
class Occasion:
    """Stories of one event that are no copies of each other, such as two agencies' reports of one round, and how that was found."""

    names: tuple[str, ...]
    reason: str


@frozen
class Account:
    """All that was read from a set of reports: the reports in order of name, and which of them tell one story."""

    reports: tuple[Report, ...] = ()
    stories: tuple[Story, ...] = ()

    def origin_of(self, name: str) -> str:
        """The name that stands for the report's story: copies of one story count as one origin."""
        return next((story.names[0] for story in self.stories if name in story.names), name)
