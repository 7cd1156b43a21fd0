"""Which of the numbers that are computed with an audience may also see, and how much of a share shows of those it may not."""

from __future__ import annotations

from fractions import Fraction

from gobetween.briefs.scenes import Scene
from gobetween.model.items import PUBLIC
from gobetween.model.preferences import Preferences
from gobetween.model.proposals import Proposal


def sees(scene: Scene, party: str) -> bool:
    """Whether the audience has the numbers of that party that are computed with, not only what follows from them."""
    shown = [_numbers(each) for each in scene.case.preferences if each.party == party]
    return any(each.party == party and _numbers(each) in shown for each in scene.preferences)


def is_known_to_those_unseen(scene: Scene, proposal: Proposal) -> bool:
    """Whether all whose numbers are computed with, but may not be seen, have the proposal: only then is it weighed by their numbers.

    Otherwise one proposal after another, made for nobody's eyes, would bring their numbers out without their noticing.
    """
    having = {*proposal.holders, *proposal.to, *proposal.by}
    return PUBLIC in having or all(each.party in having or sees(scene, each.party) for each in scene.preferences)


def _numbers(preferences: Preferences) -> object:
    """The numbers, whoever else holds them: of that a view says no more than its audience may know."""
    return preferences.assumption, preferences.option_values, preferences.links, preferences.reservation


def in_whole_per_cent(share: Fraction) -> Fraction:
    """The share as it shows of numbers that may not be seen: an exact one would tell what it is a fraction of."""
    return Fraction(round(share * 100), 100)
