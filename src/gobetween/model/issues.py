"""What is to be settled: issues, the options for each, and terms that depend on one another."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from gobetween.model.items import Item

Package = Mapping[str, str]
"""One option id for every issue id; for some issues only, it is a partial package."""

OptionSets = Mapping[str, frozenset[str]]
"""For some issues, a set of their options."""


@frozen
class Option(Item):
    """One way to settle an issue; `term` is the option as it would be written in a text."""

    title: str = field(kw_only=True)
    term: str = field(default="", kw_only=True)


@frozen
class Issue(Item):
    """A matter to settle; `consents` are the actors without whom it cannot be settled."""

    title: str = field(kw_only=True)
    question: str = field(default="", kw_only=True)
    options: tuple[Option, ...] = field(kw_only=True)
    consents: tuple[str, ...] = field(default=(), kw_only=True)

    def option(self, option_id: str) -> Option | None:
        """Its option of that id, or `None`."""
        return next((option for option in self.options if option.id == option_id), None)


@frozen
class Link(Item):
    """A linkage: wherever a package takes one of the `when` options on each of those issues, it must take one of `requires` on these.

    `by` is the actor who makes the linkage, `None` where it lies in the matter itself. An empty `requires` forbids the combination.
    """

    by: str | None = field(default=None, kw_only=True)
    if_chosen: OptionSets = field(kw_only=True)
    requires: OptionSets = field(factory=dict, kw_only=True)
    text: str = field(default="", kw_only=True)
