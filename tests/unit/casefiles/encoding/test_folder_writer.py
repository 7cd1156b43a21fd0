import datetime as dt
import os
import stat
from pathlib import Path

import pytest
from attrs import evolve

from gobetween.casefiles.decoding.limits import LARGEST_FILE
from gobetween.casefiles.encoding import folder_writer
from gobetween.casefiles.encoding.folder_writer import files_of, write_folder
from gobetween.model.actors import Actor, Delegation, Role, RoleKind
from gobetween.model.cases import Case, Release, Source
from gobetween.model.dates import on
from gobetween.model.errors import GobetweenError, InvalidCase
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Contradiction, DisputeSide, Signal
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE
from gobetween.model.passages import Citation, Span
from gobetween.model.positions import Interest, Position, Series
from gobetween.model.preferences import ASSUMPTION_NOTICE, Preferences, ValueBasis
from gobetween.model.proposals import Answer, AnswerKind, Clause, Proposal, Version

DAY = dt.date(2031, 3, 1)
TOLD = frozenset({"union", "conciliator", "keeper"})


def quay(**more):
    """A small case: two parties, a mediator, one issue."""
    names = {"union": "Dockers' Union", "employers": "Port Employers", "conciliator": "Conciliator"}
    kinds = {"union": RoleKind.PARTY, "employers": RoleKind.PARTY, "conciliator": RoleKind.MEDIATOR}
    options = (Option("two", title="2 per cent", holders=EVERYONE), Option("four", title="4 per cent", holders=EVERYONE))
    lists = {
        "sources": (Source("wire", outlet="Coast Wire", published=on(DAY), known=on(DAY), holders=EVERYONE),),
        "actors": tuple(Actor(each, name=name, holders=EVERYONE) for each, name in names.items()),
        "roles": tuple(Role(f"as-{kind}", actor=each, role=kind, holders=EVERYONE) for each, kind in kinds.items()),
        "issues": (Issue("wage", title="Wage rise", options=options, holders=EVERYONE),),
    }
    return Case("quay", **{"title": "The quay talks", **lists, **more})


def red_line(**more):
    values = {"actor": "union", "issue": "wage", "stance": Stance.REJECT, "options": frozenset({"two"}), "text": "Never two."}
    known = {"id": "union/red_lines/never", "series": Series.ENTRUSTED, "is_red_line": True, "owner": "union", "holders": TOLD}
    return Position(**{**values, **known, **more})


def numbers(**more):
    values = {"reservation": 40, "basis": ValueBasis.ENTRUSTED, "holders": TOLD, **more}
    return Preferences("union", {"wage": {"two": 20, "four": 100}}, **values)


def test_a_case_reads_like_one_that_a_person_wrote():
    cited = {"citations": (Citation("wire", (Span(10, 40),)),), "known": on(DAY), "holders": EVERYONE}
    paper = Proposal(
        "paper",
        name="The paper",
        by=("conciliator",),
        holders=TOLD,
        terms={"wage": frozenset({"four", "two"})},
        versions=(Version("first", clauses=(Clause("One clause."),), holders=TOLD),),
    )
    case = quay(
        positions=(
            Position("asks", actor="union", issue="wage", stance=Stance.DEMAND, options=frozenset({"four"}), text="Four.", **cited),
        ),
        proposals=(paper,),
        signals=(Signal("no", by="union", text="no"),),
    )
    assert files_of(case) == {
        "case.yaml": """\
gobetween: 1
title: The quay talks
profile: closed

sources:
  wire: {outlet: Coast Wire, published: 2031-03-01}

actors:
  union: {name: Dockers' Union, roles: [{id: as-party, role: party}]}
  employers: {name: Port Employers, roles: [{id: as-party, role: party}]}
  conciliator: {name: Conciliator, roles: [{id: as-mediator, role: mediator}]}

issues:
  wage: {title: Wage rise, options: {two: 2 per cent, four: 4 per cent}}

positions:
  - {id: asks, actor: union, issue: wage, stance: demand, options: [four], text: Four., cite: wire@10-40}

proposals:
  paper:
    name: The paper
    by: [conciliator]
    terms: {wage: [two, four]}
    held_by: [union, conciliator, keeper]
    versions: [{id: first, clauses: [One clause.]}]

signals:
  - {id: "no", by: union, text: "no"}
"""
    }


def test_what_a_party_entrusted_stands_in_its_file(there_and_back):
    mandate = Delegation("union/mandate", actor="union", mandate="Wages alone.", owner="union", holders=TOLD)
    rest = Interest("union/interests/rest", actor="union", text="Rest.", owner="union", holders=TOLD)
    case = quay(
        positions=(red_line(),), interests=(rest,), delegations=(mandate,), preferences=(numbers(pooled_for=frozenset({"keeper"})),)
    )
    assert (
        files_of(case)["parties/union.yaml"]
        == """\
gobetween: 1
entrusted_to: [conciliator, keeper]
pooling: [keeper]

values:
  wage: {two: 20, four: 100}

reservation: 40
mandate: Wages alone.

red_lines:
  - {id: never, issue: wage, options: [two], text: Never two.}

interests:
  - {id: rest, text: Rest.}
"""
    )
    assert there_and_back(case) == case


@pytest.mark.parametrize(
    "changes",
    [
        {"holders": frozenset({"conciliator", "keeper"})},
        {"holders": frozenset({"union", "employers"})},
        {"stance": Stance.OPPOSE},
        {"condition": "if"},
        {"actor": "employers"},
        {"id": "union/red_lines/a/b"},
        {"id": "union/red_lines/a--b"},
    ],
)
def test_what_a_partys_file_cannot_say_stands_in_the_common_one_with_its_owner(there_and_back, changes):
    case = quay(positions=(red_line(**changes),))
    (back,) = there_and_back(case).positions
    is_of_file = changes.get("id") == "union/red_lines/a--b"
    assert back == (case.positions[0] if is_of_file else evolve(case.positions[0], id=back.id))
    assert is_of_file or back.id == case.positions[0].id.replace("/", "--").replace("_", "-")


def test_ids_of_a_record_are_written_with_hyphens_wherever_they_are_named(there_and_back):
    offer = Proposal("union/offer-1", name="Offer", by=("union",), owner="union", holders=TOLD)
    answer = Answer(
        "conciliator/answer-1",
        proposal="union/offer-1",
        by="conciliator",
        answer=AnswerKind.PENDING,
        text="union/offer-1",
        holders=TOLD,
    )
    back = there_and_back(quay(proposals=(offer,), answers=(answer,)))
    assert back.proposals == (evolve(offer, id="union--offer-1"),)
    assert back.answers == (evolve(answer, id="conciliator--answer-1", proposal="union--offer-1"),)


def test_lists_take_the_order_of_a_folder(there_and_back):
    case = quay()
    back = there_and_back(evolve(case, roles=case.roles[::-1]))
    assert back == case


def test_another_audience_learns_of_no_other_holder_but_keeps_whom_it_told(there_and_back):
    hint = Signal("hint", by="union", text="x", holders=frozenset({"union", "conciliator"}))
    case = quay(signals=(hint,), positions=(red_line(holders=frozenset({"union", "conciliator"})),))
    seen = there_and_back(case, "union")
    assert (seen.signals[0].holders, seen.positions[0].holders) == ({"union"}, {"union", "conciliator"})
    seen = there_and_back(evolve(case, id="other", positions=()), "conciliator")
    assert seen.signals[0].holders == {"conciliator"}


def test_files_for_one_audience_say_for_whom():
    assert "# These talks as far as union has them; open them with --as union." in files_of(quay(), audience="union")["case.yaml"]
    assert "#" not in files_of(quay())["case.yaml"]


def test_a_rehearsal_says_so_and_assumed_numbers_whose_they_are():
    guess = numbers(basis=ValueBasis.ASSUMED, assumption="guess", holders=frozenset({"keeper"}))
    files = files_of(quay(is_rehearsal=True, preferences=(guess,)))
    assert files["case.yaml"].startswith("# A rehearsal: acts in the name of actors may be invented.\ngobetween: 1\n")
    assert files["assumptions/guess.yaml"].startswith(f"# {ASSUMPTION_NOTICE}\ngobetween: 1\n")


def test_a_party_holds_what_it_entrusted(there_and_back):
    case = quay(preferences=(numbers(holders=frozenset({"keeper"})),))
    assert there_and_back(case).preferences == (numbers(holders=frozenset({"keeper", "union"})),)


def test_an_entry_may_say_nothing_in_words(there_and_back):
    case = quay(signals=(Signal("silent", by="union", text=""),))
    assert '{id: silent, by: union, text: ""}' in files_of(case)["case.yaml"]
    assert there_and_back(case) == case


def test_numbers_too_large_for_a_file_get_a_weight(there_and_back):
    case = quay(preferences=(evolve(numbers(), option_values={"wage": {"two": 3 * 10**12, "four": -9 * 10**12}}),))
    assert "weights: {wage: 10}\n" in files_of(case)["parties/union.yaml"]
    assert there_and_back(case) == case


def test_an_account_is_named_by_its_source_where_it_cites_it(there_and_back):
    accounts = (("Coast Wire", (Citation("wire"),)), ("Coast Wire", ()), ("the union", ()))
    sides = tuple(DisputeSide(name, "in words " * 5 + "of its own", citations=cited) for name, cited in accounts)
    case = quay(contradictions=(Contradiction("odd", text="x", sides=sides, holders=EVERYONE, known=on(DAY)),))
    lines = [line.strip() for line in files_of(case)["case.yaml"].splitlines() if "source:" in line]
    assert [line.partition(",")[0] for line in lines] == ["- {source: wire", "- {source: Coast Wire", "- {source: the union"]
    assert there_and_back(case) == case


def test_a_release_is_held_by_those_whom_it_names(there_and_back):
    told = Release("told", by="conciliator", to=("union",), text="x", draws_on=("union",), holders=frozenset({"conciliator", "union"}))
    assert there_and_back(quay(releases=(told,))).releases == (told,)
    with pytest.raises(InvalidCase, match=r"what would come back otherwise: releases \(told\)"):
        files_of(quay(releases=(evolve(told, holders=frozenset({"keeper"})),)))


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (quay(signals=(Signal("One", by="union", text="x"),)), "'One' cannot be an id in a case folder"),
        (quay(signals=(Signal("a/b", by="union", text="x"), Signal("a--b", by="union", text="y"))), "2 entries would be called 'a--b'"),
        (quay(signals=(Signal("a", by="union", text="  "),)), "signals[0].text: found ''; allowed: text"),
        (quay(signals=(Signal("a", by="unoin", text="x"),)), "signals[0].by: found 'unoin'; allowed: union, employers, conciliator"),
        (quay(signals=(Signal("a", by="union", text="x\ud800"),)), "half of a character"),
        (quay(signals=(Signal("a", by="union", text="x", holders=frozenset()),)), "signals[0].held_by: found an empty list"),
        (quay(roles=(Role("a", actor="nobody", role=RoleKind.HOST),)), "what would come back otherwise: roles (a)"),
        (quay(preferences=(numbers(holders=frozenset({"union", "employers"})),)), "cannot stand in parties/union.yaml"),
        (quay(preferences=(numbers(), numbers(note="again"))), "cannot stand in parties/union.yaml"),
        (quay(preferences=(numbers(basis=ValueBasis.REPORTED),)), "cannot stand in parties/union.yaml"),
        (quay(preferences=(numbers(assumption="guess"),)), "the set 'guess' cannot stand in one file of assumptions"),
        (quay(preferences=(numbers(basis=ValueBasis.ASSUMED, assumption="../a"),)), "the set '../a' cannot stand in one file"),
        (quay(title=" "), "title: found ''"),
    ],
)  # fmt: skip
def test_what_no_folder_can_say_is_refused_by_name(case, said):
    with pytest.raises(GobetweenError) as caught:
        files_of(case)
    assert said in str(caught.value)


def test_a_file_that_no_loader_takes_is_refused():
    with pytest.raises(InvalidCase, match=r"case\.yaml would be larger than the 5,000,000 bytes"):
        files_of(quay(summary="x" * LARGEST_FILE))


def test_what_an_audience_may_not_see_is_refused_without_naming_it():
    hidden = Signal("hidden", by="union", text="x", holders=frozenset({"conciliator"}))
    with pytest.raises(InvalidCase, match=r"^the case holds what union may not see; give the view that union has of it$"):
        files_of(quay(signals=(hidden,)), audience="union")


FILES = {"case.yaml": "gobetween: 1\n", "parties/union.yaml": b"entrusted\n", "a/b/c.txt": "x"}


@pytest.mark.parametrize("is_there", [False, True])
def test_files_are_written_to_a_new_folder_or_an_empty_one(tmp_path, is_there):
    folder = tmp_path / "quay"
    if is_there:
        folder.mkdir(mode=0o755)
    assert write_folder(FILES, folder) == tuple(folder / name for name in FILES)
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == set(FILES)
    assert (folder / "parties" / "union.yaml").read_bytes() == b"entrusted\n"
    assert stat.S_IMODE(folder.stat().st_mode) == (0o755 if is_there else 0o700)
    assert [path.name for path in tmp_path.iterdir()] == ["quay"]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "quay").mkdir()
    (tmp_path / "quay" / ".hidden").write_text("mine")
    with pytest.raises(InvalidCase, match="is there already and not empty"):
        write_folder(FILES, tmp_path / "quay")
    assert [path.name for path in (tmp_path / "quay").iterdir()] == [".hidden"]


@pytest.mark.parametrize("target", ["file", "folder", "nowhere"])
def test_links_and_files_in_the_way_are_refused(tmp_path, target):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / target)
    with pytest.raises(InvalidCase, match="is there already and no folder"):
        write_folder(FILES, tmp_path / "link")
    with pytest.raises(InvalidCase, match="is there already and no folder"):
        write_folder(FILES, tmp_path / "file")
    assert not (tmp_path / "nowhere").exists()
    assert list((tmp_path / "folder").iterdir()) == []


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "", ".", "a\\b", "c:x", "a\0b"])
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    with pytest.raises(InvalidCase, match="is no name of a file within a folder"):
        write_folder({name: "x"}, tmp_path / "quay")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("failing", [1, 2, 3])
def test_nothing_is_left_where_a_file_cannot_be_written(tmp_path, monkeypatch, is_there, failing):
    count = iter(range(1, 10))
    write = folder_writer._write

    def full(path, content):
        if next(count) == failing:
            raise OSError(28, "No space left on device")
        write(path, content)

    if is_there:
        (tmp_path / "quay").mkdir()
    monkeypatch.setattr(folder_writer, "_write", full)
    with pytest.raises(InvalidCase, match="cannot be written: No space left on device"):
        write_folder(FILES, tmp_path / "quay")
    assert [path.name for path in tmp_path.iterdir()] == (["quay"] if is_there else [])
    assert not is_there or list((tmp_path / "quay").iterdir()) == []


@pytest.mark.parametrize("in_the_way", ["case.yaml", "parties"])
def test_what_came_to_be_there_meanwhile_is_not_overwritten(tmp_path, monkeypatch, in_the_way):
    folder, sync = tmp_path / "quay", folder_writer._sync
    folder.mkdir()

    def sync_late(directory):
        if not (folder / in_the_way).is_symlink():
            (folder / in_the_way).symlink_to(tmp_path / "elsewhere")
        sync(directory)

    monkeypatch.setattr(folder_writer, "_sync", sync_late)
    with pytest.raises(InvalidCase, match="came to be there meanwhile"):
        write_folder(FILES, folder)
    assert [path.name for path in folder.iterdir()] == [in_the_way]
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_came_to_be_there_meanwhile_is_left_alone(tmp_path, monkeypatch):
    folder, sync = tmp_path / "quay", folder_writer._sync

    def sync_late(directory):
        if not folder.exists():
            folder.mkdir()
            (folder / "mine").write_text("mine")
        sync(directory)

    monkeypatch.setattr(folder_writer, "_sync", sync_late)
    with pytest.raises(InvalidCase, match="cannot be written"):
        write_folder(FILES, folder)
    assert [path.name for path in tmp_path.rglob("*")] == ["quay", "mine"]


def test_a_place_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidCase, match="cannot be written"):
        write_folder(FILES, tmp_path / "file" / "quay")
    with pytest.raises(InvalidCase, match="cannot be written"):
        write_folder(FILES, tmp_path / "missing" / "quay")


def test_everything_is_on_the_disk_before_it_is_in_its_place(tmp_path, monkeypatch):
    synced, real = [], os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: (synced.append(Path(f"/proc/self/fd/{descriptor}").resolve().name), real(descriptor))[1]
    )
    write_folder(FILES, tmp_path / "quay")
    assert {"case.yaml", "union.yaml", "c.txt", "parties", "a", "b"} <= set(synced[:-1])
    assert synced[-1] == tmp_path.name
