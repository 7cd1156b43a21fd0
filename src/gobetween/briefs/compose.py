"""A brief for one audience, put together from its sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from attrs import evolve, frozen

from gobetween.briefs.agreements import agreements_section
from gobetween.briefs.blocks import Brief, Cell, Section, SourceLine
from gobetween.briefs.confidences import confided_in
from gobetween.briefs.course import course_section
from gobetween.briefs.debts import debts_section
from gobetween.briefs.essence import essence_of
from gobetween.briefs.figures import figures_section
from gobetween.briefs.missing import missing_section
from gobetween.briefs.notices import notices_of, notices_of_live_talks, notices_of_reports
from gobetween.briefs.numbers import is_computable, numbers_section
from gobetween.briefs.phrasing import day_in_words
from gobetween.briefs.positions import positions_section
from gobetween.briefs.readings import readings_of
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle import SHUTTLE_SECTIONS
from gobetween.briefs.shuttle.routes import routes_section
from gobetween.briefs.shuttle.waiting import waiting_section
from gobetween.briefs.sources import cited_in, source_lines
from gobetween.briefs.sticking_points import sticking_points_section
from gobetween.briefs.table import table_section
from gobetween.disclosure.views import View
from gobetween.model.cases import Case, Source
from gobetween.model.errors import NotDisclosed
from gobetween.model.items import PUBLIC

SECTIONS: tuple[Callable[[Scene], tuple[Section, ...]], ...] = (
    waiting_section,
    table_section,
    *SHUTTLE_SECTIONS,
    course_section,
    positions_section,
    debts_section,
    sticking_points_section,
    figures_section,
    numbers_section,
    agreements_section,
)


def compose_brief(view: View, *, today: dt.date, assumption: str | None = None) -> Brief:
    """The brief of a view: what its case holds, section by section, then what was read from its reports.

    `today` is the day of the brief unless the view is as of another. `assumption` names the set of assumed preferences that may
    be used; without it none is. Where the view holds nothing but reports, the brief is what was read from them.
    """
    scene = Scene(view, view.as_of or today, assumption)
    has_case = has_content(view.case)
    is_open = bool(view.case.account.reports) and all(PUBLIC in source.holders for source in view.case.sources)
    readings = readings_of(view, beside_case=has_case)
    shown = _of_case(scene)
    sections = shown.sections
    return Brief(
        view.case.title,
        PUBLIC if is_open and not has_case else view.audience_name,  # open reporting is everybody's
        subtitle=f"Brief of {day_in_words(scene.day)}",
        as_of=view.as_of,
        notices=_notices(scene, shown) if has_case else notices_of_reports(scene),
        essence=shown.essence if has_case else readings.essence,
        sections=(*sections, *missing_section(scene, sections), *readings.sections),
        sources=readings.sources,
    )


@frozen
class _Shown:
    """What a brief shows of a case."""

    essence: tuple[Cell, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[SourceLine, ...] = ()


def _of_case(scene: Scene) -> _Shown:
    if not has_content(scene.case):
        return _Shown()
    sections = tuple(section for make in SECTIONS for section in make(scene))
    return _Shown(essence_of(scene), sections, source_lines(scene.case))


def _notices(scene: Scene, shown: _Shown) -> tuple[str, ...]:
    confided = confided_in(shown, lambda view: _of_case(evolve(scene, view=view)), scene.view)
    return notices_of(scene, computed=is_computable(scene), confided=confided)


def compose_live(view: View, *, today: dt.date, only: tuple[str, ...] = ()) -> Brief:
    """What the view holds of the live talks alone, each section's name behind its title; `only` names those that are wanted.

    Raises:
        NotDisclosed: a section is named that is not there for this audience.
    """
    scene = Scene(view, view.as_of or today)
    makers = (waiting_section, *SHUTTLE_SECTIONS, routes_section, debts_section)
    sections = {section.id: section for make in makers for section in make(scene)}
    for name in only:
        if name not in sections:
            raise NotDisclosed(f"there is no section '{name}' for {view.audience} now; sections: {', '.join(sections) or 'none'}")
    chosen = [sections[name] for name in only or sections]
    cited = cited_in(chosen)
    return Brief(
        view.case.title,
        view.audience_name,
        subtitle=f"Live talks on {day_in_words(scene.day)}",
        as_of=view.as_of,
        notices=notices_of_live_talks(scene),
        sections=tuple(evolve(section, title=f"{section.title} [{section.id}]") for section in chosen),
        sources=tuple(source for source in readings_of(view, beside_case=True).sources if source.id in cited),
    )


def has_content(case: Case) -> bool:
    """Whether the case holds more than reports and their list."""
    return any(not isinstance(item, Source) for _name, item in case.items())
