"""The party of a position by its own words, where reading took somebody else for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.naming import key_of
from gobetween.model.evidence import Account, PositionMention
from gobetween.reading.proposing.casting.bearers import NAME, ROLE, Bearers
from gobetween.reading.proposing.casting.cast import Cast

_CONJOINED = 8  # characters between two clauses of one subject, as for " but also "
_BESIDE = 2  # actors that two reports name beside the bearer of a role, and that make them reports of the same talks
_STARTS = re.compile(rf"(?:[Tt]he |[Ii]ts |[Tt]heir )?{ROLE} (?!of\b|and\b|or\b|in\b|by\b)(?=[a-z])")
_STARTS_WITH_NAME = re.compile(rf"(?:[Tt]he )?{NAME}(?=,? (?!and\b|or\b|of\b)[a-z])")


def with_subjects(coverage: Coverage, cast: Cast, bearers: Bearers) -> Account:
    """The account, each position with the party that its own words begin with, where reading took somebody else for it.

    That is so where the words begin with the name of another actor, and reading has a person or a name in small letters; and where
    they begin with a bare role that is one actor's, in a report of the same talks. Whom no word names stays as read.
    """
    named = {report.name: frozenset(cast.ids(report.document.actors)) for report in coverage.reports}
    reports = []
    for report in coverage.account.reports:
        subjects = _Subjects(cast, bearers, named[report.name], tuple(named.values()))
        reports.append(evolve(report, document=evolve(report.document, positions=subjects.all_corrected(report.document.positions))))
    return evolve(coverage.account, reports=tuple(reports))


@frozen
class _Subjects:
    """By whose name or role the words of a report's positions begin; `named` are the actors in it, `all_named` those in each report."""

    cast: Cast
    bearers: Bearers
    named: frozenset[str]
    all_named: tuple[frozenset[str], ...]

    def all_corrected(self, positions: Sequence[PositionMention]) -> tuple[PositionMention, ...]:
        """The positions; what goes on without a subject ("and refuses ...") is of the party of what it goes on from."""
        found: list[PositionMention] = []
        for position in positions:
            own = self.corrected(position)
            before = [(read, now) for read, now in zip(positions, found, strict=False) if _goes_on_from(position, read)]
            if own is position and before and before[-1][0].party == position.party:
                own = evolve(position, party=before[-1][1].party)
            found.append(own)
        return tuple(found)

    def corrected(self, position: PositionMention) -> PositionMention:
        """The position, of the party that its words name."""
        words = " ".join(position.passage.text.split())
        meant = self._by_name(words, position.party) or self._by_role(words, position.party)
        own = self.cast.of(position.party)
        return position if meant is None or (own is not None and own.name == meant) else evolve(position, party=meant)

    def _by_name(self, words: str, party: str) -> str | None:
        is_vague = self.cast.person(party) is not None or party == party.lower()
        found = _STARTS_WITH_NAME.match(words) if is_vague else None
        member = self.cast.of(found["name"]) if found else None
        return member.name if member is not None and found and self.cast.person(found["name"]) is None else None

    def _by_role(self, words: str, party: str) -> str | None:
        found = _STARTS.match(words)
        bearer = self.bearers.of_role.get(found["role"]) if found else None
        if found is None or bearer is None or found["role"] in key_of(party).split():
            return None
        return bearer if self._is_of_same_talks(bearer) else None

    def _is_of_same_talks(self, bearer: str) -> bool:
        """Whether this report names the bearer, or two actors that some report names beside the bearer."""
        own = set(self.cast.ids((bearer,)))
        return own <= self.named or any(own <= others and len((self.named | own) & others) > _BESIDE for others in self.all_named)


def _goes_on_from(position: PositionMention, before: PositionMention) -> bool:
    """Whether the words begin with a verb in small letters, right behind those of another position."""
    is_near = 0 <= position.passage.start - before.passage.end <= _CONJOINED
    return is_near and re.match(r"(?:has |have |had |also |still |now )*[a-z]+(?:s|ed)\b", position.passage.text) is not None
