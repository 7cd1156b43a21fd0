"""What would be said to somebody, and what its carrier knows of where it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from gobetween.model.issues import Option, OptionSets
from gobetween.model.permissions import Form
from gobetween.talks.conveying.conveyances import Source, Way
from gobetween.talks.conveying.likenesses import holds_all, plain_words
from gobetween.talks.standings import Standing


@frozen
class Said:
    """What the recipient would get, and what the carrier knows of where it comes from."""

    at: Standing
    source: Source
    way: Way
    words: str = field(kw_only=True)
    form: Form = field(kw_only=True)
    is_attributed: bool = field(kw_only=True)
    terms: OptionSets = field(kw_only=True)

    @property
    def owner(self) -> str:
        """Whose the item is; for a carrier's own, or a public one, nobody's who is to be guarded."""
        owner = self.source.owner
        return owner if owner is not None and owner != self.at.actor else ""

    @property
    def others(self) -> tuple[str, ...]:
        """The parties beside the recipient."""
        return tuple(each for each in self.at.case.parties if each != self.way.to)

    @property
    def named_terms(self) -> Mapping[str, frozenset[str]]:
        """The options that go with the words, and those whose title or term the words have in them."""
        found = {
            each.id: frozenset(option.id for option in each.options if _is_named(option, self.words)) for each in self.at.case.issues
        }
        both = ((issue, options | self.terms.get(issue, frozenset())) for issue, options in found.items())
        return {issue: options for issue, options in both if options}

    @property
    def is_hidden(self) -> bool:
        """Whether there is an owner whose name is not to be known."""
        return bool(self.owner) and not self.is_attributed


def _is_named(option: Option, words: str) -> bool:
    """Whether the words have the option's title or term; one word alone is too little to say so."""
    return any(len(plain_words(each)) > 1 and holds_all(words, each) for each in (option.title, option.term))
