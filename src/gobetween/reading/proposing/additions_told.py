"""How additions to a case are told to its keeper: comments above the entries of the draft, and the listing of what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gobetween.briefs.phrasing import counted, shortened
from gobetween.model.cases import Case
from gobetween.reading.proposing.additions import COMPARED, Additions
from gobetween.reading.proposing.drafts import Name
from gobetween.reading.proposing.remarks import comments_of, in_markdown

LONGEST = 140
_SAID = ("name", "value", "counted", "title", "text", "what", "demand", "matter", "place")
_PLURALS = {"leverage": ("threat or pressure", "threats or pressures"), "access": ("way of access", "ways of access")}


def comments_on_additions(additions: Additions, case: Case) -> Mapping[Name, Sequence[str]]:
    """For each entry of the draft the lines above it, that on the case first."""
    comments = comments_of(additions.draft)
    drafted = [(name, each.id) for name in COMPARED for each in getattr(additions.draft.case, name)]
    return {**comments, **{name: [_beside(additions, name, case), *comments.get(name, ())] for name in drafted}}


def summary_of_additions(additions: Additions, case: Case) -> str:
    """In a line how much is new, and how much the case may have."""
    new = [_counted(number, name) for name in COMPARED if (number := sum(1 for _ in additions.new(name)))]
    there = counted(len(additions.perhaps), "entry", "entries")
    return f"New to {case.id}: {', '.join(new) or 'nothing'}; perhaps there already: {there}"


def listing_of_additions(additions: Additions, case: Case) -> str:
    """ADDITIONS.md: what is new to the case, what it may have already, which ids are taken."""
    drafted = additions.draft.case
    lines = [
        f"# What these reports would add to {in_markdown(case.title)}",
        "",
        f"Read by rules from {counted(len(drafted.sources), 'report')} that the case does not have. Nobody has accepted it, and",
        f"nothing in the folder of {case.id} was changed. Actors and persons bear the ids that they have there. Take over from",
        "`case.yaml` beside this file what you accept, with the source that it cites, and that report into `reports/`; strike the",
        f"rest. Issues and options bear ids of their own: name those of {case.id} where they are one. Then `gobetween check` tells",
        "whether everything holds together.",
    ]
    for name in COMPARED:
        if new := list(additions.new(name)):
            lines += ["", f"## New: {name.replace('_', ' ')}", "", *(f"- {_entry(each, drafted)}" for each in new)]
    if additions.perhaps:
        lines += ["", "## Perhaps in the case already: compare", ""]
    for (name, entry), there in additions.perhaps.items():
        item = next(each for each in getattr(drafted, name) if each.id == entry)
        lines.append(f"- {name.replace('_', ' ')}: {_entry(item, drafted)}; there: `{there}`")
    if additions.clashes:
        lines += ["", "## Ids that name something else there: give others when you take these over", ""]
        lines += [f"- {name.replace('_', ' ')}: `{entry}`" for name, entry in additions.clashes]
    return "\n".join(lines) + "\n"


def _beside(additions: Additions, name: Name, case: Case) -> str:
    if name in additions.known:
        return f"IN {case.id} under this id; what is new about it may be taken over."
    taken = "; its id names something else there" if name in additions.clashes else ""
    if name in additions.perhaps:
        return f"PERHAPS IN {case.id} as '{additions.perhaps[name]}'{taken}."
    return f"NEW to {case.id}{taken}."


def _entry(item: Any, case: Case) -> str:
    """The entry by its actors, its words and its id."""
    actors = {actor.id: actor.name for actor in case.actors}
    named = [getattr(item, each, "") for each in ("actor", "by", "owed_by", "mediator")] + list(getattr(item, "participants", ()))
    who = ", ".join(actors.get(each, each) for each in named if each)
    words = shortened(" ".join(str(part) for each in _SAID if (part := getattr(item, each, ""))), LONGEST)
    parts = (words,) if words.startswith(who) else (who, words)
    return f"{in_markdown(': '.join(part for part in parts if part))} (`{item.id}`)"


def _counted(number: int, collection: str) -> str:
    plural = collection.replace("_", " ")
    return counted(number, *_PLURALS.get(collection, (plural.removesuffix("s"), plural)))
