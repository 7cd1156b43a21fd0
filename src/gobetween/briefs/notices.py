"""What every copy of a brief must say of itself."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.confidences import Confided, entries_of, held_in
from gobetween.briefs.phrasing import counted, day_in_words, listed
from gobetween.briefs.scenes import Scene
from gobetween.disclosure.undated import REMEDY, in_lists
from gobetween.disclosure.views import View
from gobetween.model.cases import Profile
from gobetween.model.evidence import Standing, items_of
from gobetween.model.items import KEEPER, PUBLIC
from gobetween.model.preferences import ASSUMPTION_NOTICE, ValueBasis

PROFILES = {
    Profile.CLOSED: "Profile: closed. What a party said in caucus is not conveyed, not even in part, without that party's permission.",
    Profile.OPEN_UNLESS_CONDITIONED: (
        "Profile: open unless conditioned. The substance of a caucus may be conveyed, except what was given under a condition."
    ),
}
DRAWN_ON = frozenset(
    {"actors", "persons", "offices", "rounds", "issues", "links", "positions", "sticking_points", "proposals", "phases", "obligations"}
)
"""The lists of a case that the engine's answers draw on, or take names and order from."""
REPORTED = "From reports: what real actors are reported to have done and said. Nobody acts here in their name."
REHEARSAL = "Rehearsal. Acts here are invented by those who rehearse; no real party did, said or agreed to any of it."
FICTIONAL = "Fictional case: everything in it is invented; no real person or body did or said any of it."
READ_BY_RULES = "Read from the reports by rules; no person has checked it. Every line shows its words: judge it by them."
READ_AND_JUDGED = "Read from the reports by rules; a person has checked {} of {}. Every line shows its words: judge the others by them."
NOTHING_KNOWN = "Nothing was known by then: everything in it is later, or has no date by which to tell."
DEMONSTRATION = "This view was made by someone who {}. It shows what {} may see; it is a demonstration and protects nothing."


def notices_of(scene: Scene, *, computed: bool, confided: Confided) -> tuple[str, ...]:
    """The notices, the weightiest first; `computed` says whether the numbers were worked with, `confided` whose confidences show."""
    return tuple(_notices(scene, confided, computed=computed))


def notices_of_results(scene: Scene, *, computed: bool) -> tuple[str, ...]:
    """The notices of what the engine worked out: everything that it may draw on counts, as a result tells of it."""
    items = [item for name, item in entries_of(scene.case) if name in DRAWN_ON]
    return notices_of(scene, computed=computed, confided=held_in(scene.view, (*items, *(scene.preferences if computed else ()))))


def notices_of_reports(scene: Scene) -> tuple[str, ...]:
    """The notices of a brief that holds nothing but what was read from reports, or nothing at all."""
    invented = (FICTIONAL,) if scene.case.is_fictional else ()
    if not scene.case.account.reports:
        return (*invented, *_as_of(scene), NOTHING_KNOWN)
    return (*invented, _how_read(scene), *_as_of(scene), *_unread(scene))


def _how_read(scene: Scene) -> str:
    """That no person has checked what was read, or how much of it one has."""
    documents = {report.document.sha256: report.document for report in scene.case.account.reports}
    items = [item for document in documents.values() for _, _, item in items_of(document)]
    judged = sum(item.standing in (Standing.CONFIRMED, Standing.CHANGED) for item in items)
    return READ_AND_JUDGED.format(counted(judged, "item"), len(items)) if judged else READ_BY_RULES


def _unread(scene: Scene) -> Iterator[str]:
    foreign = [each.name for each in scene.case.account.reports if each.document.language != "en"]
    if foreign:
        yield f"Not read, because only English is, or because no language could be made out: {listed(foreign)}."


def notices_of_live_talks(scene: Scene) -> tuple[str, ...]:
    """The notices that even the shortest look at live talks carries."""
    return tuple(_first(scene, held_in(scene.view, (*(item for _, item in entries_of(scene.case)), *scene.case.preferences))))


def _first(scene: Scene, confided: Confided) -> Iterator[str]:
    if scene.case.is_fictional:
        yield FICTIONAL
    if scene.case.is_rehearsal:
        yield REHEARSAL
    elif scene.case.is_reported and scene.view.is_live:
        yield REPORTED
    if confided.owners:
        besides = ", and positions that are not public" if confided.is_of_some else ""
        yield f"Not for passing on: contains what {listed(confided.owners)} entrusted{besides}."
    elif confided.is_private:
        yield "Not for passing on: contains entries that are not public."


def _notices(scene: Scene, confided: Confided, *, computed: bool) -> Iterator[str]:
    yield from _first(scene, confided)
    if computed and any(each.basis is ValueBasis.ASSUMED for each in scene.preferences):
        yield ASSUMPTION_NOTICE
    yield PROFILES[scene.case.profile]
    if scene.case.retained_until is not None:
        yield f"Kept until {day_in_words(scene.case.retained_until)}; to be destroyed then."
    yield from _as_of(scene)
    if scene.view.audience not in (KEEPER, PUBLIC):
        access = "has access to the store of the talks" if scene.view.is_live else "holds the whole folder"
        yield DEMONSTRATION.format(access, scene.view.audience_name)


def _as_of(scene: Scene) -> Iterator[str]:
    if scene.view.as_of:
        yield f"As of {day_in_words(scene.view.as_of)}: what was known by then, and nothing later."
    if scene.view.undated or scene.view.undated_reports:
        yield f"Left out, because they have no date and may be later: {listed(_undated(scene))}."
    yield from notices_of_left_out(scene.view)


def notices_of_left_out(view: View) -> tuple[str, ...]:
    """That a view as of a day leaves out what nothing says the day of, and how many entries that is: for the keeper alone."""
    if not view.undated_entries:
        return ()
    left_out = in_lists(view.undated_entries)
    return (f"Left out, because nothing says when they became known: {left_out}. To have them as of a day, {REMEDY}.",)


def _undated(scene: Scene) -> Iterator[str]:
    for source in scene.view.undated:
        yield f"“{source.title}”" if source.title else source.outlet or "a report of an unknown outlet"
    known = {source.sha256 for source in scene.view.undated}
    yield from (report.name for report in scene.view.undated_reports if report.document.sha256 not in known)
