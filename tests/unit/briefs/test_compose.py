from __future__ import annotations

import datetime as dt

from attrs import evolve

from gobetween.briefs.notices import READ_BY_RULES
from gobetween.model.actors import Actor
from gobetween.model.agreement import Agreement, AgreementState
from gobetween.model.cases import Case, Release, Source
from gobetween.model.dates import UNKNOWN_DATE, on
from gobetween.model.evidence import Account, Document, Report, SourceType, Speaker, Statement
from gobetween.model.items import EVERYONE
from gobetween.model.passages import Passage, Span


def report(name, sha256):
    said = Statement(
        Speaker(Passage("An official", (Span(0, 11),)), "An official", source_type=SourceType.ANONYMOUS_OFFICIAL),
        Passage("the talks go on", (Span(17, 32),)),
    )
    return Report(name, Document(sha256, 40, title=f"Title of {name}", statements=(said,)))


def ids(brief):
    return [section.id for section in brief.sections]


def test_sections_come_in_the_order_in_which_a_mediator_reads(quay, brief_of):
    assert ids(brief_of(quay)) == ["table", "course", "positions", "debts", "sticking-points", "figures", "numbers"]


def test_a_case_of_reports_alone_has_what_was_read_and_nothing_else(brief_of):
    brief = brief_of(Case("reports", "Reports", account=Account((report("a.txt", "1" * 64),))), "public")

    assert all(each.startswith("account") for each in ids(brief))
    assert brief.essence
    assert [line.id for line in brief.sources] == ["a.txt"]
    assert brief.notices == (READ_BY_RULES,)


def test_what_was_read_follows_the_case_and_cites_the_source_that_the_case_lists(quay, brief_of):
    listed = evolve(quay.sources[0], sha256="1" * 64)
    account = Account((report("a.txt", "1" * 64), report("b.txt", "2" * 64)))
    brief = brief_of(evolve(quay, sources=(listed, *quay.sources[1:]), account=account))
    read = [section for section in brief.sections if section.id.startswith("account")]

    assert ids(brief)[-len(read) :] == [section.id for section in read]
    assert all(section.title.startswith("Read from the reports: ") for section in read)
    assert [(line.id, line.number) for line in brief.sources] == [("wire", 1), ("gazette", 2), ("post", 3), ("b.txt", 4)]
    assert "source='a.txt'" not in repr(read)
    assert "source='wire'" in repr(read)


def test_the_keeper_is_told_what_the_case_does_not_have_yet_and_nobody_else(brief_of):
    union = Actor("union", name="Union", holders=EVERYONE)
    case = Case("new", "New talks", actors=(union,))

    assert "missing" in ids(brief_of(case))
    assert "missing" not in ids(brief_of(case, "union"))


def test_a_brief_as_of_a_day_does_not_call_missing_what_that_day_leaves_out(quay, brief_of, lines_of):
    undated = evolve(quay, positions=tuple(evolve(each, known=UNKNOWN_DATE, citations=()) for each in quay.positions), links=())
    told = " ".join(lines_of(brief_of(undated, as_of=dt.date(2031, 1, 1))))

    assert "As far as was known by then, no demand was made on these issues." in told
    assert "is recorded" not in told
    assert "add " not in told
    assert "No demand on these issues is recorded." in " ".join(lines_of(brief_of(evolve(undated, positions=()))))


def test_a_release_shows_what_it_draws_on_to_the_one_who_made_it_alone(quay, brief_of, lines_of):
    release = Release("rel", by="conciliator", to=("union",), text="3 per cent could do", draws_on=("employers",), holders=EVERYONE)
    case = evolve(quay, releases=(release,))
    rows = {
        audience: [line for line in lines_of(brief_of(case, audience)) if "3 per cent could do" in line.lower()]
        for audience in ("union", "conciliator")
    }

    assert rows["union"] == ["date unknown | State Conciliator | Dockers' Union | 3 per cent could do."]
    assert rows["conciliator"] == ["date unknown | State Conciliator | Dockers' Union | 3 per cent could do. | Port Employers"]


def test_a_list_of_sources_alone_is_no_content_of_a_case(brief_of):
    brief = brief_of(Case("s", "Sources", sources=(Source("s1", published=on(dt.date(2031, 1, 1)), holders=EVERYONE),)), "public")

    assert brief.sections == ()
    assert [line.label for line in brief.sources] == ["outlet unknown"]


def test_a_brief_says_until_when_the_record_is_kept(quay, brief_of):
    kept = evolve(quay, retained_until=dt.date(2036, 12, 31))
    assert any("Kept until 31 December 2036" in each for each in brief_of(kept).notices)
    assert not any("Kept until" in each for each in brief_of(quay).notices)


def test_the_essence_says_how_binding_an_agreement_is(quay, brief_of):
    text = Agreement("text", name="Quay accord", parties=("union", "line"), state=AgreementState.IN_FORCE, holders=EVERYONE)
    agreed = brief_of(evolve(quay, agreements=(text,)))
    assert [each.text for each in agreed.essence if each.text.startswith("Agreements")] == ["Agreements: Quay accord: in force."]
    assert not any(each.text.startswith("Agreements") for each in brief_of(quay).essence)


def test_once_an_agreement_is_in_force_the_essence_asks_no_more_what_blocks_one(quay, brief_of):
    text = Agreement("text", name="Quay accord", parties=("union", "line"), state=AgreementState.IN_FORCE, holders=EVERYONE)
    words = ("On the table", "Blocks")
    assert any(
        each.text.startswith(words) for each in brief_of(evolve(quay, agreements=(evolve(text, state=AgreementState.OPEN),))).essence
    )
    assert not any(each.text.startswith(words) for each in brief_of(evolve(quay, agreements=(text,))).essence)
