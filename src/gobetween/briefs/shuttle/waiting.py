"""What waits for whoever reads: what is wanted of it, and what it may do now; each with the verb that does it."""

from __future__ import annotations

from gobetween.briefs.blocks import Section
from gobetween.briefs.cells import listing_of, paragraph, section_of
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.waiting_answers import answers_wanted
from gobetween.briefs.shuttle.waiting_duties import duties
from gobetween.briefs.shuttle.waiting_errands import errands, openings_to_convey, reactions_open, versions_to_show

_TITLE = "What waits for you"


def waiting_section(scene: Scene) -> tuple[Section, ...]:
    """What the audience could or should act on now, as far as it sees."""
    if not scene.view.is_live:
        return ()
    blocks = [
        *listing_of("Others wait for you", [*errands(scene), *answers_wanted(scene), *duties(scene)]),
        *listing_of("You may, if you wish", [*openings_to_convey(scene), *versions_to_show(scene), *reactions_open(scene)]),
    ]
    who = f"gobetween as {scene.view.audience} --talks NAME"
    if not blocks and scene.case.actor(scene.view.audience) is not None:
        return section_of("waiting", _TITLE, "", [paragraph("Nothing, as far as you see.")])
    lead = f"Below each stands what to write behind '{who}'; words in capitals are yours to fill in."
    return section_of("waiting", _TITLE, lead, blocks)
