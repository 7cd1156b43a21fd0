"""How a draft is told to its keeper: the comments in the case file, and the listing of what to look at first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gobetween.briefs.phrasing import counted, shortened
from gobetween.model.cases import Case
from gobetween.reading.proposing.drafts import Draft, Name, Question, Remark, Support

_HEAD = (
    "A draft, read from reports by rules; nobody has accepted it. Above every entry stands how sure it is, and from which words.",
    "`inferred: true` marks what is not accepted: take it out of an entry that you accept, and take out the entries that you strike.",
    "DRAFT.md lists what to look at first. DOUBTFUL stands above what was concluded from words that may mean something else.",
    "No numbers of anybody's preferences were made up, and there are none.",
    "`profile: closed` was set for you: what a party tells a mediator is held by these two. The other choice: open-unless-conditioned.",
)
_SURE = {
    Support.DOUBTFUL: "DOUBTFUL",
    Support.ONE_ORIGIN: "One origin",
    Support.SEVERAL_ORIGINS: "Several independent reports",
    Support.CONFIRMED: "Confirmed by a person",
}
_MOST_WORDS = 3
_LONGEST = 160
_PARTS = {"actors": ("roles", "actor"), "persons": ("offices", "person")}


def head_of(draft: Draft) -> tuple[str, ...]:
    """The lines at the top of the case file."""
    return (*_HEAD, f"Drafted from {counted(len(draft.case.sources), 'report')}.")


def comments_of(draft: Draft) -> Mapping[Name, Sequence[str]]:
    """For each entry the lines above it; roles and offices are told above their actors and persons."""
    comments = {name: [_line(remark)] for name, remark in draft.remarks.items() if name[0] not in ("roles", "offices")}
    for whole, (collection, attribute) in _PARTS.items():
        told: dict[Name, list[str]] = {}
        for part in getattr(draft.case, collection):
            owner = getattr(part, attribute)
            remark = draft.remarks[collection, f"{owner}/{part.id}"]
            label = str(part.role) if collection == "roles" else part.title
            told.setdefault((whole, owner), []).append(f"{label}: {_line(remark)}")
        for name, lines in told.items():
            own = [] if not draft.remarks[name].doubts else comments[name]  # the words for the parts are words for the whole
            comments[name] = [*own, *lines]
    return comments


def _line(remark: Remark) -> str:
    words = "; ".join(f"“{shortened(each, _LONGEST)}”" for each in remark.words[:_MOST_WORDS])
    more = f" and {counted(len(remark.words) - _MOST_WORDS, 'place')} more" if len(remark.words) > _MOST_WORDS else ""
    doubts = f" ({'; '.join(remark.doubts)})" if remark.doubts else ""
    return f"{_SURE[remark.support]}{doubts}{f': {words}{more}' if words else ''}."


def listing_of(draft: Draft) -> str:
    """DRAFT.md: what was drafted, and what to look at first, the most consequential questions on top."""
    case = draft.case
    lines = [
        f"# Draft: {case.title}",
        "",
        "Read from reports by rules; nobody has accepted it. In `case.yaml` a comment above every entry says how sure it is and",
        "in which words it was read; the entry cites them and is marked `inferred: true`. Take that mark out of what you accept; take",
        "out what you strike. Then this file can go.",
        "",
        f"    gobetween check {case.id}",
        f"    gobetween brief {case.id}",
        f"    gobetween deadlock {case.id}",
        "",
        "## What was drafted",
        "",
        *_counts(case),
        "",
        *_sides(case),
    ]
    lines += [
        "",
        "The profile `closed` was set for you: what a party tells a mediator is held by these two, and by no other mediator. The other",
        "choice is `open-unless-conditioned`. Choose before anybody confides in anybody.",
    ]
    for title, questions in _by_kind(draft.questions):
        lines += ["", f"## {title}", "", *(f"- {in_markdown(each.text)}" for each in questions)]
    if draft.left_out:
        lines += ["", "## Left out", "", *(f"- {in_markdown(each)}" for each in draft.left_out)]
    return "\n".join(lines) + "\n"


_LISTED = (
    "sources",
    "actors",
    "persons",
    "access",
    "rounds",
    "meetings",
    "delegations",
    "issues",
    "links",
    "positions",
    "sticking_points",
    "assessments",
    "leverage",
    "deliverables",
    "disputes",
    "happenings",
    "figures",
)


def _counts(case: Case) -> Iterator[str]:
    for name in _LISTED:
        if found := len(getattr(case, name)):
            yield f"- {name.replace('_', ' ')}: {found}"


def _sides(case: Case) -> Iterator[str]:
    for label, ids in (("Parties", case.parties), ("Mediators", case.mediators)):
        named = [actor.name for actor in case.actors if actor.id in ids]
        yield f"{label}: {in_markdown(', '.join(named)) or 'none that the reports name as such'}."
        yield ""
    if case.issues:
        yield f"Issues: {in_markdown('; '.join(issue.title for issue in case.issues))}."


_KINDS = (
    ("Who takes part: look at this first", ("actors", "roles", "access")),
    ("Issues that may be one, and positions on none", ("issues", "links", "positions")),
    ("Rounds, meetings and delegations", ("rounds", "meetings", "delegations")),
    ("The rest", ()),
)


def _by_kind(questions: Sequence[Question]) -> Iterator[tuple[str, list[Question]]]:
    left = list(questions)
    for title, collections in _KINDS:
        chosen = [each for each in left if not collections or not each.about or each.about[0][0] in collections]
        left = [each for each in left if each not in chosen]
        if chosen:
            yield title, chosen


def in_markdown(text: str) -> str:
    """The words of reports and files as words: nothing in them becomes a heading, a link, a tag or a mark."""
    plain = "".join(character if character.isprintable() else " " for character in " ".join(text.split()))
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", plain)
