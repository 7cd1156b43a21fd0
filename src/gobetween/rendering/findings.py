"""What is unsound in a case's requirements, in the words of the files it is written in: for whoever mends them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gobetween.bargaining.requirements import Requirement
from gobetween.bargaining.soundness import CircularLinks, ContradictoryLinks, ContradictoryRedLines, Finding, ImpossibleOption
from gobetween.bargaining.unbound import find_unbound
from gobetween.model.cases import Case
from gobetween.model.evidence import Stance
from gobetween.model.issues import Link, OptionSets
from gobetween.model.items import KEEPER_ALONE, PUBLIC
from gobetween.model.positions import IN_CONFIDENCE, Position

MOST_NAMED = 12
"""So many entries are named one by one; of more, the others are counted."""

_MADE_ID = re.compile(r"-[0-9a-f]{8}$")
_LONGEST_WORDS = 80
_BARE = "no computation reckons with {}, as it names no options"


def finding_in_words(finding: Finding, case: Case) -> str:
    """Where it stands, what is wrong, which entries it comes from (by their id or their own words), and what would mend it."""
    match finding:
        case ContradictoryLinks(because):
            what = "no package meets these links together; they are nobody's to concede, so change one of them"
        case ImpossibleOption(issue, option, because=because):
            what = f"issues.{issue}.options.{option}: no package can contain it; leave it out, or change one of"
        case ContradictoryRedLines(owner, because=because):
            what = f"the red lines and links of '{owner}' leave it no package; one of them says more than was meant"
        case CircularLinks(because):
            what = "these links require each other in a circle: all of them bind, or none; is that meant?"
    entries = [entry for requirement in because for entry in _entries(requirement, case)]
    return f"{_files(entries)}: {what}: {'; '.join(map(_called, entries))}"


def doubts_in_words(case: Case, lines: Mapping[str, int], keys: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """A line for each kind of entry that says less than was likely meant, with all such entries and what would mend them.

    `lines` are those of positions and links in their files, `keys` what is written there.
    """
    yield from _doubts_of_holders(case, lines, keys)
    unbound = find_unbound(case)
    if unbound.of_others:
        actors = sorted({str(each.actor if isinstance(each, Position) else each.by) for each in unbound.of_others})
        named = _and_more([f"'{each}'" for each in actors], by=", ")
        what = f"no computation reckons with {{}}, as {named} {'is no party' if len(actors) == 1 else 'are no parties'}"
        yield _doubt(
            unbound.of_others,
            lines,
            what,
            "give each its role, `party` where its consent is needed, or name it in the issue's `consents`",
        )
    if unbound.without_options:
        what = "no computation reckons with {}, as they name no options" if len(unbound.without_options) > 1 else _BARE
        yield _doubt(unbound.without_options, lines, what, "name `options` of the issue, or say in a `note` why there are none")
    if conditional := [each for each in case.positions if each.stance is Stance.CONDITIONAL and not each.condition]:
        what = "{} are conditional, without a `condition`" if len(conditional) > 1 else "{} is conditional, without a `condition`"
        yield _doubt(conditional, lines, what, "add what it depends on; what depends on nothing is an `accept`")


def _doubts_of_holders(case: Case, lines: Mapping[str, int], keys: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Of positions in the common file that do not say what came in confidence, or that others than the keeper have them."""
    common = [each for each in case.positions if each.owner is None and each.series not in IN_CONFIDENCE]
    some = [each for each in common if each.holders != KEEPER_ALONE and PUBLIC not in each.holders]
    if unmarked := [each for each in some if each.actor in case.parties and "series" not in keys.get(each.id, ())]:
        what = "{} of parties are held by some only" if len(unmarked) > 1 else "{} of a party is held by some only"
        remedy = "add `owner` where the party entrusted it, and else a `series`, such as `reported`"
        yield _doubt(unmarked, lines, f"{what}, and nothing says whether that was entrusted, or is public after all", remedy)
    unsaid = [each for each in common if each.holders == KEEPER_ALONE and "held_by" not in keys.get(each.id, ())]
    if unsaid and not any(PUBLIC in each.holders for each in common):
        what = "{} are the keeper's alone" if len(unsaid) > 1 else "{} is the keeper's alone"
        sees = "them" if len(unsaid) > 1 else "it"
        remedy = "add `held_by: public` to what is public, to others those who have it, and `held_by: keeper` to what is meant so"
        yield _doubt(unsaid, lines, f"{what}, without `held_by`, and none is public: nobody else sees {sees}", remedy)


def _doubt(entries: Sequence[Position | Link], lines: Mapping[str, int], what: str, remedy: str) -> str:
    positions = sum(isinstance(each, Position) for each in entries)
    numbers = {"position": positions, "link": len(entries) - positions}
    counted = " and ".join(f"{number:,} {kind}{'s' if number > 1 else ''}" for kind, number in numbers.items() if number)
    return f"{_files(entries)}: {what.format(counted)}; {remedy}: {_and_more([_found(each, lines) for each in entries], by='; ')}"


def _found(entry: Position | Link, lines: Mapping[str, int]) -> str:
    """What the entry is called, and where it stands."""
    return f"{_called(entry)} (line {lines[entry.id]})" if entry.id in lines else _called(entry)


def _and_more(names: Sequence[str], *, by: str) -> str:
    left = len(names) - MOST_NAMED
    return by.join([*names[:MOST_NAMED], *([f"and {left:,} more"] if left > 0 else [])])


def _files(entries: Sequence[Position | Link]) -> str:
    return _and_more(sorted({_file(entry) for entry in entries}), by=", ") or "case.yaml"


def is_fault(finding: Finding) -> bool:
    """Whether nothing can be computed until it is mended; the others are worth a look."""
    return isinstance(finding, ContradictoryLinks | ContradictoryRedLines)


def _entries(requirement: Requirement, case: Case) -> Iterator[Position | Link]:
    yield from (position for position in case.positions if position.id in requirement.items)
    yield from (link for link in case.links if link.id in requirement.items)


def _file(entry: Position | Link) -> str:
    return f"parties/{entry.owner}.yaml" if entry.owner else "case.yaml"


def _called(entry: Position | Link) -> str:
    if not _MADE_ID.search(entry.id):
        return f"'{entry.id}'"
    if entry.text:
        words = " ".join(entry.text.split())
        return f"“{words if len(words) <= _LONGEST_WORDS else f'{words[: _LONGEST_WORDS - 1]}…'}”"
    if isinstance(entry, Position):
        return f"{entry.actor} on {entry.issue}: {entry.stance} {', '.join(sorted(entry.options))}"
    return f"if {_sets(entry.if_chosen)}, then {_sets(entry.requires) or 'never'}"


def _sets(sets: OptionSets) -> str:
    return " and ".join(f"{issue} {' or '.join(sorted(options))}" for issue, options in sets.items())
