"""Names for what a view holds: actors, persons with their posts, issues and options; never an id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from gobetween.briefs.phrasing import listed
from gobetween.model.cases import Case, Source
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.issues import OptionSets

NOBODY = "someone"


@frozen
class Names:
    """The names of one view's entries; what is not there is `someone` or nothing, never its id."""

    case: Case
    _actors: Mapping[str, str] = field(init=False, repr=False)
    _persons: Mapping[str, str] = field(init=False, repr=False)
    _options: Mapping[tuple[str, str], str] = field(init=False, repr=False)

    @_actors.default
    def _named_actors(self) -> Mapping[str, str]:
        return {actor.id: actor.name for actor in self.case.actors}

    @_persons.default
    def _named_persons(self) -> Mapping[str, str]:
        return {person.id: person.name for person in self.case.persons}

    @_options.default
    def _named_options(self) -> Mapping[tuple[str, str], str]:
        return {(issue.id, option.id): option.title for issue in self.case.issues for option in issue.options}

    def actor(self, actor_id: str | None) -> str:
        """The actor's name."""
        return self._actors.get(actor_id or "", NOBODY)

    def actors(self, actor_ids: Iterable[str], *, last: str = "and") -> str:
        """The actors' names as a list."""
        return listed((self.actor(each) for each in actor_ids), last=last)

    def person(self, person_id: str | None, when: When = UNKNOWN_DATE) -> str:
        """The person's name with the post held at that time."""
        name = self._persons.get(person_id or "", NOBODY)
        post = self.post(person_id or "", when)
        return f"{name} ({post})" if post else name

    def person_alone(self, person_id: str | None) -> str:
        """The person's name without a post."""
        return self._persons.get(person_id or "", NOBODY)

    def post(self, person_id: str, when: When = UNKNOWN_DATE) -> str:
        """The post that the person held then, with the actor it is of where the title does not say so; empty if there is none."""
        held = [office for office in self.case.offices if office.person == person_id and _may_meet(office.when, when)]
        dated = [office for office in held if not office.when.is_unknown]
        for office in (*dated, *held):
            actor = self.actor(office.actor)
            return office.title if _names(office.title, actor) else f"{office.title}, {actor}"
        return ""

    def somebody(self, either_id: str, when: When = UNKNOWN_DATE) -> str:
        """The name of an actor or a person."""
        return self._actors.get(either_id) or self.person(either_id, when)

    def words(self, text: str) -> str:
        """Free words, with a name in their place if they are an actor's or a person's id."""
        return self._actors.get(text) or self._persons.get(text) or text

    def issue(self, issue_id: str | None) -> str:
        """The issue's title."""
        found = self.case.issue(issue_id or "")
        return found.title if found else ""

    def option(self, issue_id: str, option_id: str) -> str:
        """The option's title."""
        return self._options.get((issue_id, option_id), "")

    def options(self, issue_id: str | None, option_ids: Iterable[str], *, last: str = "or") -> str:
        """The options' titles in the issue's own order."""
        issue = self.case.issue(issue_id or "")
        chosen = set(option_ids)
        return listed((each.title for each in issue.options if each.id in chosen), last=last) if issue else ""

    def quoted(self, issue_id: str | None, option_ids: Iterable[str]) -> str:
        """The options' titles in quotation marks, joined by `or`."""
        issue = self.case.issue(issue_id or "")
        chosen = set(option_ids)
        return listed((f"“{each.title}”" for each in issue.options if each.id in chosen), last="or") if issue else ""

    def terms(self, terms: OptionSets) -> tuple[str, ...]:
        """What the terms say, issue by issue in the case's order."""
        return tuple(f"{issue.title}: {self.options(issue.id, terms[issue.id])}" for issue in self.case.issues if terms.get(issue.id))

    def round(self, round_id: str | None) -> str:
        """The round's name."""
        return next((each.name for each in self.case.rounds if each.id == round_id), "")

    def source(self, source_id: str) -> str:
        """Who published a source, or that this is not known; nothing if there is no such source."""
        return next((outlet_of(source) for source in self.case.sources if source.id == source_id), "")


def outlet_of(source: Source) -> str:
    """The outlet's name, or that it is unknown."""
    return source.outlet or "outlet unknown"


def _may_meet(office: When, when: When) -> bool:
    """Whether the two spans may share a day."""
    starts_late = office.earliest and when.latest and office.earliest > when.latest
    ends_early = office.latest and when.earliest and office.latest < when.earliest
    return not (starts_late or ends_early)


def _names(title: str, actor: str) -> bool:
    return any(word.lower() in title.lower() for word in actor.split() if len(word) > 3)
