"""No form of a brief holds a word or a trace of what its audience may not see: not in its text, nor in what it says of itself."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from attrs import evolve, fields

from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs.blocks import Brief
from gobetween.briefs.compose import compose_brief
from gobetween.cli.services import BriefRequest
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case
from gobetween.model.evidence import Account
from gobetween.model.items import Item
from gobetween.model.preferences import Preferences

pypdf = pytest.importorskip("pypdf", reason="the extra reading, whose library looks into PDFs here, is not installed")
pytest.importorskip("docx", reason="the extra documents is not installed")
TODAY = dt.date(2031, 6, 1)
MARKER = "oleander"
WORDED = ("text", "name", "title", "note", "summary", "counted", "given_by", "via", "otherwise", "demand", "mandate")
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def quay() -> Case:
    spec = spec_from_file_location("quay_talks", Path(__file__).parents[1] / "unit" / "briefs" / "quay_talks.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.quay_talks()


def hidden_twin(entry: Item) -> Item:
    """The entry again, held by the union and the bishop alone, with the marker in all its words and its id."""
    words = {each.name: f"{MARKER} {getattr(entry, each.name)}" for each in fields(type(entry)) if each.name in WORDED}
    holders = frozenset({"union", "bishop"})
    return evolve(entry, id=f"{MARKER}-{entry.id}", owner="union", holders=holders, citations=(), **words)


def with_hidden_twins(case: Case) -> Case:
    twins: dict[str, list[Item]] = {}
    for name, entry in case.items():
        twins.setdefault(name, []).append(hidden_twin(entry))
    doubled = {name: (*getattr(case, name), *entries) for name, entries in twins.items()}
    values = {issue.id: {option.id: 7 for option in issue.options} for issue in case.issues}
    numbers = tuple(
        Preferences(party, values, reservation=1, basis="entrusted", holders=frozenset({"union", "bishop"}), note=MARKER)
        for party in case.parties
    )
    return evolve(case, **{**doubled, "preferences": numbers, "account": Account()})


def forms_of(brief: Brief) -> dict[str, bytes]:
    """Every form, whole and on one page."""
    shop = Workshop(TODAY)
    made: dict[str, bytes] = {}
    for extent, each in (("whole", brief), ("one page", shop.on_one_page(brief))):
        texts = {
            "terminal": shop.render_terminal(each, 100, colour=False),
            "html": shop.render_html(each),
            "markdown": shop.render_markdown(each),
            "json": shop.brief_text(each),
        }
        made |= {f"{form}, {extent}": text.encode() for form, text in texts.items()}
        made[f"docx, {extent}"] = shop.render_docx(each, "a4").data
        made[f"pdf, {extent}"] = shop.render_pdf(each, "a4").data
    return made


def opened(form: str, made: bytes) -> str:
    """All that whoever has the file can read in it, what it says of itself included."""
    if form.startswith("docx"):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            return "\n".join([*archive.namelist(), *(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())])
    if form.startswith("pdf"):
        reader = pypdf.PdfReader(io.BytesIO(made))
        pages = [page.extract_text() for page in reader.pages]
        titles = [str(each) for each in reader.outline]
        about = reader.trailer["/Root"]["/Metadata"].get_data().decode()
        return "\n".join([*pages, *titles, str(dict(reader.metadata or {})), about, made.decode("latin-1")])
    return made.decode()


def test_hidden_twins_of_everything_change_no_byte_of_any_form(quay: Case) -> None:
    plain, doubled = (
        forms_of(compose_brief(view_for("employers", case), today=TODAY))
        for case in (evolve(quay, preferences=(), account=Account()), with_hidden_twins(quay))
    )
    for form, made in doubled.items():
        assert MARKER not in opened(form, made).lower(), form
        assert made == plain[form], form


def test_those_who_hold_the_twins_find_them_in_every_form(quay: Case) -> None:
    for form, made in forms_of(compose_brief(view_for("union", with_hidden_twins(quay)), today=TODAY)).items():
        assert MARKER in opened(form, made).lower(), form


def test_what_the_conciliator_was_told_is_on_no_page_for_the_union() -> None:
    told = "if the ministry pays for it"  # on which the employers would retrain: they told the conciliator alone
    texts: dict[str, dict[str, str]] = {}
    for audience in ("conciliator", "union"):
        shop = Workshop(dt.date(2026, 11, 22))
        brief = shop.make_brief(BriefRequest(EXAMPLES / "harbour", audience=audience), lambda _: None).brief
        page = shop.on_one_page(brief)
        made = {
            "markdown": shop.render_markdown(brief).encode(),
            "docx": shop.render_docx(page, "a4").data,
            "pdf": shop.render_pdf(page, "a4").data,
        }
        texts[audience] = {form: " ".join(opened(form, each).split()) for form, each in made.items()}
    assert all(told in text for text in texts["conciliator"].values())
    assert not any(told in text for text in texts["union"].values())
