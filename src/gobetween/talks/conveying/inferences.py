"""What a recipient could infer beyond the words: deterministic rules, each of which gives its reasons to the carrier alone.

They are judged by what the carrier knows, and speak of nothing else. That none of them finds anything is no promise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from gobetween.model.caucuses import Handling, Told
from gobetween.model.evidence import Stance
from gobetween.model.permissions import Form
from gobetween.model.positions import Position, Series
from gobetween.model.routes import is_disputed, reaches
from gobetween.talks.confiding.allowances import names_owner
from gobetween.talks.confiding.sayings import Said
from gobetween.talks.conveying.likenesses import are_near, numbers_in
from gobetween.talks.knowing.ownership import is_public

SOON = 2
"""So many days after a caucus, what a mediator has thought of is still near to it."""

ASKING = frozenset({Stance.DEMAND, Stance.OFFER, Stance.ACCEPT, Stance.CONDITIONAL, Stance.SUPPORT})


Inference: TypeAlias = Callable[[Said], Iterator[str]]
"""The reasons why the recipient could infer more; none if the rule does not apply."""


def by_elimination(said: Said) -> Iterator[str]:
    """Where there is one other party, whatever does not come from the mediator comes from it."""
    if said.is_hidden and said.others == (said.owner,) and said.form is not Form.OWN_IDEA:
        yield f"there are two parties: what is not your own idea can only be from {said.owner}"


def by_terms(said: Said) -> Iterator[str]:
    """Terms that one party alone asks for point to it, also where they go as the mediator's own idea."""
    for issue, options in said.named_terms.items() if said.is_hidden else ():
        for option in sorted(options):
            asking = {each.actor for each in said.at.case.positions if _asks_for(each, issue, option)}
            if asking == {said.owner}:
                yield f"as far as you know, {said.owner} alone asks for '{option}' on '{issue}'"


def by_caucus(said: Said) -> Iterator[str]:
    """An idea that comes soon after a caucus points to whom the mediator saw there."""
    days = [each.when.day for each in said.at.case.caucuses if each.party == said.owner and each.when.day]
    last = max(days, default=None)
    if said.is_hidden and said.form is Form.OWN_IDEA and last is not None and (said.at.today - last).days <= SOON:
        yield f"you sat with {said.owner} on {last}: an idea that comes so soon after it points there"


def by_wording(said: Said) -> Iterator[str]:
    """Words that are nearly those that the owner said in public, or to others, or that the recipient has had as its words."""
    if not said.is_hidden:
        return
    for name in ("positions", "signals"):
        for item in getattr(said.at.case, name):
            if (
                is_public(item)
                and said.owner in (getattr(item, "actor", None), getattr(item, "by", None))
                and are_near(said.words, item.text)
            ):
                yield f"nearly the same words are public as {said.owner}'s ('{item.id}')"
    for told in said.at.case.told:
        own = said.source.item
        if told.owner == said.owner and (own is None or told.id != own.id) and are_near(said.words, told.text):
            yield f"{said.owner} told {', '.join(told.to)} nearly the same ('{told.id}'): heard from several, it points there"
    for message in said.at.case.messages:
        if message.attributed_to == said.owner and said.way.to in (message.to, message.onward) and are_near(said.words, message.text):
            yield f"{said.way.to} has had nearly these words as {said.owner}'s ('{message.id}')"


def by_own_words(said: Said) -> Iterator[str]:
    """A paraphrase or an own idea that keeps the owner's words."""
    if said.is_hidden and said.form is not Form.VERBATIM and are_near(said.words, said.source.known_words):
        yield f"it keeps {said.owner}'s own words, or nearly: put it in others"


def by_voice(said: Said) -> Iterator[str]:
    """Words in which a party speaks of itself."""
    if said.is_hidden and re.search(r"\b(we|us|our|ours|ourselves)\b", said.words, re.IGNORECASE):
        yield f"the words speak of 'we': whoever says so is not you, and so {said.owner} or another party"


def by_return(said: Said) -> Iterator[str]:
    """What goes back says in return for what: whoever sent that knows, or can ask, to whom it went."""
    if said.is_hidden and said.way.back_to is not None:
        yield f"it goes back in return for '{said.way.back_to}': whoever that came from may know to whom it went"


def by_names(said: Said) -> Iterator[str]:
    """Words that name the owner, or a person who holds a post with it."""
    if said.is_hidden and names_owner(said.at, said.words, said.owner):
        yield f"the words name {said.owner}"
    persons = {each.person for each in said.at.case.offices if each.actor == said.owner}
    for person in said.at.case.persons if said.is_hidden else ():
        names = (person.name, *person.aliases)
        if person.id in persons and any(re.search(rf"\b{re.escape(each)}\b", said.words, re.IGNORECASE) for each in names if each):
            yield f"the words name {person.name}, who holds a post with {said.owner}"


def by_numbers(said: Said) -> Iterator[str]:
    """Numbers that stand in the owner's bottom line, red line or reservation value."""
    spoken = numbers_in(said.words)
    for item in _limits(said) if said.owner else ():
        shared = sorted(spoken & numbers_in(item.text))
        if shared:
            yield f"it names {', '.join(shared)}, which stands in what {said.owner} called its {_limit(item)} ('{item.id}')"
    for each in said.at.case.preferences:
        value = None if each.assumption else each.reservation
        if value is not None and each.party == said.owner and str(value) in spoken:
            yield f"it names {value}, which is the reservation value that {said.owner} entrusted"


def by_limits(said: Said) -> Iterator[str]:
    """Terms that are the owner's red line or bottom line show where it stops."""
    for item in _limits(said) if said.owner else ():
        if item.issue and item.options and said.named_terms.get(item.issue) == item.options:
            yield f"it names exactly the terms of {said.owner}'s {_limit(item)} on '{item.issue}' ('{item.id}')"
        elif said.source.item is not None and item.id == said.source.item.id:
            yield f"it is {said.owner}'s {_limit(item)}: whoever hears it learns where {said.owner} stops"


def by_repetition(said: Said) -> Iterator[str]:
    """What the recipient has had before, from this carrier or another."""
    last = said.way.route[-1]
    for each in said.at.case.messages:
        if said.way.to in (each.to, each.onward) and each.carrier != said.way.to and are_near(said.words, each.text):
            same = each.carrier == last or last in each.through
            who = "you have sent nearly this" if same or each.carrier == said.at.actor else f"nearly this has gone from {each.carrier}"
            yield f"{who} to {said.way.to} already ('{each.id}'): it will see that somebody is behind it"


def by_handling(said: Said) -> Iterator[str]:
    """The label that the owner put on it."""
    item = said.source.item
    if not isinstance(item, Told) or not said.owner:
        return
    if item.handling is Handling.RED:
        yield f"{said.owner} marked it {item.handling}: for those alone who were told"
    if item.handling is Handling.AMBER_STRICT:
        yield f"{said.owner} marked it {item.handling}: not beyond the house of those who were told"


def by_access(said: Said) -> Iterator[str]:
    """A carrier who reaches one other party only can have it from nobody else."""
    last = said.way.route[-1]
    reached = [each for each in said.others if reaches(said.at.case, last, each)]
    if said.is_hidden and len(said.others) > 1 and reached == [said.owner] and said.form is not Form.OWN_IDEA:
        yield f"{last} reaches nobody but {said.owner} beside {said.way.to}: what it brings is from there"


def by_dispute(said: Said) -> Iterator[str]:
    """Access that is contested: it may not arrive, or not as said."""
    if is_disputed(said.at.case, said.way.route[-1], said.way.to):
        yield f"it is contested that {said.way.route[-1]} reaches {said.way.to} by itself"


INFERENCES: tuple[Inference, ...] = (
    by_elimination,
    by_access,
    by_return,
    by_names,
    by_voice,
    by_terms,
    by_caucus,
    by_wording,
    by_own_words,
    by_numbers,
    by_limits,
    by_repetition,
    by_handling,
    by_dispute,
)


def _asks_for(position: Position, issue: str, option: str) -> bool:
    return position.issue == issue and option in position.options and position.stance in ASKING


def _limits(said: Said) -> Iterator[Position]:
    """The owner's bottom lines and red lines, as far as the carrier knows them."""
    for each in said.at.case.positions:
        if each.actor == said.owner and (each.is_red_line or each.series is Series.BOTTOM_LINE):
            yield each


def _limit(position: Position) -> str:
    return "bottom line" if position.series is Series.BOTTOM_LINE else "red line"
