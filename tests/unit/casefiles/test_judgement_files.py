"""`judgements.yaml`: what is written is read again, comments stay, every fault is told, nothing is lost."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.casefiles.decoding.limits import LARGEST_FILE, MOST_JUDGEMENTS
from gobetween.casefiles.folders import check_folder
from gobetween.casefiles.judgement_files import JUDGEMENTS_FILE, JudgementBook, file_for, read_judgements
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When, on
from gobetween.model.errors import InvalidCase, StoreUnavailable
from gobetween.model.evidence import (
    ActMention,
    AssessmentMention,
    DateMention,
    DelegationMention,
    DeliverableMention,
    DisputeMention,
    FigureMention,
    Item,
    ItemKind,
    Judgement,
    LeverageMention,
    MeetingMention,
    OfficeMention,
    PositionMention,
    SourceType,
    Speaker,
    Stance,
    StickingPointMention,
    Tone,
    Verdict,
)
from gobetween.model.passages import Passage, Span
from strategies.judged_documents import about, documents, event, judgements_of, meeting, position, statement, words

INFERRED = When(dt.date(2031, 3, 1), dt.date(2031, 3, 31), basis=DateBasis.INFERRED, inference="“in March”, of the report's year")
VOICE = Speaker(words(3, 12), "A spokesman: “on leave”", actor="Harbour Company", source_type=SourceType.ANONYMOUS_OFFICIAL)
ITEMS = {
    ItemKind.STATEMENT: evolve(statement(0, 30), via=VOICE),
    ItemKind.FIGURE: FigureMention(
        words(0, 9), 40, upper=45, qualifier="about", unit="hours", attributed_to=VOICE, sentence=words(0, 50)
    ),
    ItemKind.DATE: DateMention(words(0, 6), INFERRED),
    ItemKind.MEETING: meeting(0, 30),
    ItemKind.DELEGATION: DelegationMention(words(0, 9), "Union", head="no", size=4),
    ItemKind.POSITION: PositionMention(words(0, 9), "Union", stance=Stance.THREATEN, condition=words(20, 30), via=VOICE, when=INFERRED),
    ItemKind.STICKING_POINT: StickingPointMention(words(0, 9), "the week: how long?", parties=("A, Inc.", "B"), is_explicit=False),
    ItemKind.ASSESSMENT: AssessmentMention(words(0, 9), Tone.GLOOMY, by=VOICE, told_to="1:30"),
    ItemKind.LEVERAGE: LeverageMention(words(0, 9), "Union", "Company", demand="- a shorter week", otherwise="#strike"),
    ItemKind.DELIVERABLE: DeliverableMention(words(0, 9), "Company", "a list", due=on(dt.date(2031, 4, 1)), is_delivered=False),
    ItemKind.DISPUTE: DisputeMention(words(0, 9), "hours", "Union", "Company", denial=words(10, 20)),
    ItemKind.ACT: ActMention(words(0, 9), "Union", when=When(None, dt.date(2031, 3, 5))),
    ItemKind.OFFICE: OfficeMention(words(0, 9), "true", "Head: of\nall"),
    ItemKind.EVENT: event(0, 9),
}


def kept(file: Path, *judgements: Judgement) -> tuple[Judgement, ...]:
    book = JudgementBook(file)
    for judgement in judgements:
        book.add(judgement, "an-id")
    return read_judgements([file])


@pytest.mark.parametrize("kind", list(ItemKind), ids=lambda kind: kind.word)
def test_an_item_of_every_kind_is_written_and_read_again(tmp_path: Path, kind: ItemKind) -> None:
    judgement = Judgement(
        about(ITEMS[kind], kind), Verdict.RIGHT, by="Ana", day=dt.date(2031, 5, 1), note="two\nlines", report="a b.txt"
    )
    assert kept(tmp_path / JUDGEMENTS_FILE, judgement) == (judgement,)


@settings(derandomize=True, max_examples=60, deadline=None, database=None)
@given(st.data())
def test_any_judgements_are_written_and_read_again(tmp_path_factory: pytest.TempPathFactory, data) -> None:
    judgements = data.draw(judgements_of(data.draw(documents())))
    assert kept(tmp_path_factory.mktemp("book") / JUDGEMENTS_FILE, *judgements) == tuple(judgements)


def test_words_that_no_plain_text_can_hold_come_back_as_they_were(tmp_path: Path) -> None:
    odd = Passage("tab\tbell\x07 “quoted” \u202e \"double\" 'single' : # end", (Span(0, 4), Span(9, 12)))
    judgement = Judgement(about(PositionMention(odd, "null", stance=Stance.CLAIM)), Verdict.WRONG, note="---", by="yes")
    assert kept(tmp_path / JUDGEMENTS_FILE, judgement, judgement) == (judgement, judgement)


def test_comments_and_own_indentation_stay(tmp_path: Path) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    first, second = (Judgement(about(position(0, end)), Verdict.RIGHT) for end in (10, 20))
    kept(file, first)
    mine = "# mine\n" + file.read_text(encoding="utf-8").replace("\n  ", "\n").replace("gobetween: 1", "gobetween: 1  # version")
    file.write_text(mine + "# the end", encoding="utf-8")
    assert kept(file, second) == (first, second)
    assert file.read_text(encoding="utf-8").startswith(mine + "# the end\n- item: an-id\n")


@pytest.mark.parametrize(
    "start", ["", "gobetween: 1\n", "gobetween: 1\njudgements:\n", "gobetween: 1\njudgements: []  # none yet\n", "\n\n"]
)
def test_an_empty_book_takes_its_first_entry(tmp_path: Path, start: str) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    file.write_text(start, encoding="utf-8")
    assert read_judgements([file]) == ()
    judgement = Judgement(about(position(0, 10)), Verdict.RIGHT)
    assert kept(file, judgement) == (judgement,)


def test_what_another_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    mine, theirs = JudgementBook(tmp_path / JUDGEMENTS_FILE), JudgementBook(tmp_path / JUDGEMENTS_FILE)
    judgements = [Judgement(about(position(0, end)), Verdict.RIGHT) for end in (10, 20, 30)]
    for book, judgement in zip((mine, theirs, mine), judgements, strict=True):
        book.add(judgement, "x")
    assert read_judgements([tmp_path / JUDGEMENTS_FILE]) == tuple(judgements)


def test_a_list_that_cannot_be_added_to_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    judgement = Judgement(about(position(0, 10)), Verdict.RIGHT)
    kept(file, judgement)
    text = "judgements:\n" + file.read_text(encoding="utf-8").split("judgements:\n")[1] + "gobetween: 1\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCase, match="last key"):
        JudgementBook(file).add(judgement, "x")
    assert file.read_text(encoding="utf-8") == text


GOOD = {
    "verdict": "right",
    "document": "ab" * 32,
    "kind": "position",
    "words": "The dockers",
    "at": "0-11",
    "read": "{party: Union, stance: demand}",
}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"verdict": "fine"}, "found 'fine'; allowed: right, wrong, changed, merged, added, open"),
        ({"verdict": "rihgt"}, "did you mean 'right'?"),
        ({"verdict": ""}, "'verdict' is missing"),
        ({"document": "abc"}, "64 hexadecimal digits"),
        ({"kind": "posture"}, "allowed: statement, figure"),
        ({"at": "11-0"}, "spans run forward"),
        ({"at": "0-9+5-11"}, "none over another"),
        ({"at": "here"}, "allowed: start-end"),
        ({"read": "{party: Union}"}, "'stance' is missing"),
        ({"read": "{party: Union, stance: shout}"}, "allowed: demand, offer"),
        ({"read": "{party: Union, stance: demand, colour: red}"}, "unknown key; found 'colour'"),
        ({"read": "{party: Union, stance: demand, via: {name: A}}"}, "'words' is missing"),
        ({"verdict": "changed"}, "which fields"),
        ({"verdict": "changed", "changed": "{stance: shout}"}, "allowed: demand"),
        ({"verdict": "changed", "changed": "{color: red}"}, "'color' is no field of a position"),
        ({"verdict": "changed", "changed": "none"}, "allowed: a mapping"),
        ({"verdict": "merged"}, "which it is the same as"),
        ({"verdict": "merged", "into": "{words: The, at: 0-3}"}, "'party' is missing"),
        ({"day": "yesterday"}, "no date"),
        ({"remark": "x"}, "unknown key; found 'remark'"),
        ({"read": "nonsense"}, "allowed: a mapping"),
    ],
)
def test_every_fault_names_its_file_its_line_and_what_is_allowed(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    lines = [f"    {key}: {value}" for key, value in {**GOOD, **changes}.items()]
    file.write_text("gobetween: 1\njudgements:\n  - item: x\n" + "\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(InvalidCase) as refusal:
        read_judgements([file])
    assert said in str(refusal.value)
    assert all(f"{file}:" in fault for fault in refusal.value.faults)
    with pytest.raises(InvalidCase, match="nothing was added"):
        JudgementBook(file).add(Judgement(about(position(0, 10)), Verdict.RIGHT), "x")


@pytest.mark.parametrize(
    "text", ["gobetween: 2\njudgements: []\n", "judgements: []\n", "- a\n", "gobetween: 1\njudgement: []\n", "a: [\n"]
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / JUDGEMENTS_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCase):
        read_judgements([tmp_path / JUDGEMENTS_FILE])


def test_a_link_or_a_folder_is_no_book(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("secret", encoding="utf-8")
    (tmp_path / JUDGEMENTS_FILE).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InvalidCase, match="link") as refusal:
        read_judgements([tmp_path / JUDGEMENTS_FILE])
    assert "secret" not in str(refusal.value)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        JudgementBook(tmp_path / "missing" / JUDGEMENTS_FILE).add(Judgement(about(position(0, 10)), Verdict.RIGHT), "x")


def test_judgements_lie_beside_what_they_are_about(tmp_path: Path) -> None:
    case = tmp_path / "case"
    (case / "reports").mkdir(parents=True)
    (case / "case.yaml").write_text("", encoding="utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / "one.txt").write_text("", encoding="utf-8")
    assert file_for(case) == file_for(case / "reports") == file_for(case / "case.yaml") == case / JUDGEMENTS_FILE
    assert file_for(tmp_path / "reports") == tmp_path / "reports" / JUDGEMENTS_FILE
    assert file_for(tmp_path / "one.txt") == tmp_path / JUDGEMENTS_FILE


KILLED = """
import os, signal, sys
from pathlib import Path
from gobetween.casefiles import judgement_files
from gobetween.casefiles.judgement_files import JudgementBook
from gobetween.model.evidence import Judgement, Verdict
from strategies.judged_documents import about, position
book = JudgementBook(Path(sys.argv[1]))
for end in (10, 20):
    book.add(Judgement(about(position(0, end)), Verdict.RIGHT), "x")
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
book.add(Judgement(about(position(0, 30)), Verdict.RIGHT), "x")
"""


def test_what_was_judged_before_a_kill_is_there(tmp_path: Path) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], cwd=Path(__file__).parents[2], check=False, timeout=60)
    assert done.returncode != 0
    assert [judgement.about.spans[0].end for judgement in read_judgements([file])] == [10, 20]
    assert [each.name for each in tmp_path.iterdir() if not each.name.startswith(".")] == [JUDGEMENTS_FILE]


def test_a_check_of_the_folder_tells_the_faults_of_its_judgements(tmp_path: Path) -> None:
    case = "gobetween: 1\ntitle: T\nprofile: closed\nactors: {a: {name: A, roles: [party]}}\n"
    (tmp_path / "case.yaml").write_text(case, encoding="utf-8")
    (tmp_path / JUDGEMENTS_FILE).write_text("gobetween: 1\njudgements: []\n", encoding="utf-8")
    check_folder(tmp_path, today=dt.date(2031, 6, 1))
    (tmp_path / JUDGEMENTS_FILE).write_text("gobetween: 1\njudgements:\n  - verdict: fine\n", encoding="utf-8")
    with pytest.raises(InvalidCase) as refusal:
        check_folder(tmp_path, today=dt.date(2031, 6, 1))
    assert any(fault.startswith("judgements.yaml:3: ") for fault in refusal.value.faults)
    (tmp_path / JUDGEMENTS_FILE).unlink()
    (tmp_path / JUDGEMENTS_FILE).mkdir()
    with pytest.raises(InvalidCase, match="plain file"):
        check_folder(tmp_path, today=dt.date(2031, 6, 1))


NOBODY = MeetingMention(Passage("Talks resumed", (Span(0, 13),)), ())
NO_DAY = DateMention(Passage("one day", (Span(0, 7),)), UNKNOWN_DATE)


@pytest.mark.parametrize(("kind", "item"), [(ItemKind.MEETING, NOBODY), (ItemKind.DATE, NO_DAY)])
def test_an_item_that_says_little_is_written_and_read_again(tmp_path: Path, kind: ItemKind, item: Item) -> None:
    judgement = Judgement(about(item, kind), Verdict.RIGHT)
    assert kept(tmp_path / JUDGEMENTS_FILE, judgement) == (judgement,)


def test_keys_without_a_value_are_no_keys(tmp_path: Path) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    judgement = Judgement(about(position(0, 10)), Verdict.RIGHT)
    kept(file, judgement)
    file.write_text(file.read_text("utf-8") + "    changed:\n    into: ~\n", "utf-8")
    assert read_judgements([file]) == (judgement,)


def test_as_many_judgements_may_stand_in_a_file_as_it_has_room_for(tmp_path: Path) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    book = JudgementBook(file)
    book.add(Judgement(about(position(0, 10)), Verdict.RIGHT), "position-00000000")
    head, entry = file.read_text("utf-8").split("  - ")
    file.write_text(head + f"  - {entry}" * 5_001, encoding="utf-8")
    assert len(read_judgements([file])) == 5_001
    assert MOST_JUDGEMENTS * len("document: ,kind: act,verdict: open,words: a,at: 0-1" + "a" * 64 + "    \n" * 5) > LARGEST_FILE


def test_an_unknown_key_is_answered_with_each_that_is_known_once(tmp_path: Path) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    file.write_text("gobetween: 1\njudgements: []\nmore: 1\n", encoding="utf-8")
    with pytest.raises(InvalidCase) as refusal:
        read_judgements([file])
    assert str(refusal.value.faults[0]).count("judgements,") == 1


def refused(*_arguments: object, **_options: object) -> bytes:
    raise PermissionError(13, "Permission denied")


def test_what_may_not_be_opened_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    judgement = Judgement(about(position(0, 10)), Verdict.RIGHT)
    kept(file, judgement)
    before = file.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("gobetween.casefiles.judgement_files.read_within", refused)
        with pytest.raises(InvalidCase, match="Permission denied; let yourself read it, or name another file with --judgements"):
            read_judgements([file])
    with monkeypatch.context() as patched:
        patched.setattr("gobetween.casefiles.judgement_files.new_file_beside", refused)
        with pytest.raises(
            StoreUnavailable, match="nothing was added: let yourself write there, or name another file with --judgements"
        ):
            JudgementBook(file).add(judgement, "position-00000000")
    assert file.read_bytes() == before
    with pytest.raises(StoreUnavailable, match="make it or let yourself open it"):
        JudgementBook(tmp_path / "absent" / "mine.yaml").add(judgement, "position-00000000")


@pytest.mark.parametrize(
    ("verdict", "remedy"), [("changed", "give both 'changed' and that verdict"), ("merged", "give both 'into' and")]
)
def test_a_verdict_without_what_belongs_to_it_is_refused_with_the_remedy(tmp_path: Path, verdict: str, remedy: str) -> None:
    file = tmp_path / JUDGEMENTS_FILE
    kept(file, Judgement(about(position(0, 10)), Verdict.RIGHT))
    file.write_text(file.read_text("utf-8").replace("verdict: right", f"verdict: {verdict}"), encoding="utf-8")
    with pytest.raises(InvalidCase) as refusal:
        read_judgements([file])
    assert remedy in str(refusal.value.faults[0])
