"""Live talks from the command line: opened, acted in, looked at, exported, verified, kept safe; and how wrong input is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.model.errors import GobetweenError

CAIRO = Path(__file__).parents[3] / "examples" / "cairo"
PARTY = """gobetween: 1
entrusted_to: [mediators]
positions:
  - {issue: water, stance: demand, options: [half], text: Half would do in a dry year., id: dry-year}
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as the entry point does; its exit code and all that it prints."""
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_TALKS", "valleys")
    monkeypatch.delenv("GOBETWEEN_KEYS", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> tuple[int, str]:
        try:
            done = CliRunner().invoke(main, [str(each) for each in arguments], obj=Workshop(), standalone_mode=False)
        except click.ClickException as error:
            return error.exit_code, error.format_message()
        if isinstance(done.exception, GobetweenError | click.ClickException):
            return 2, str(getattr(done.exception, "message", done.exception))
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def valleys(run: Run, tmp_path: Path) -> Path:
    """The folder of small talks, opened."""
    run("new", "valleys")
    code, said = run("talks", "open", "valleys")
    assert code == 0, said
    return tmp_path / "valleys"


def test_opening_says_who_has_a_book_and_what_to_do_next(run: Run) -> None:
    run("new", "valleys")
    _, said = run("talks", "open", "valleys")
    assert "opened: valleys (closed)" in said
    assert "upper-valley, lower-valley, highland-council, port-city" in said
    assert "gobetween as ACTOR --talks valleys show" in said


def test_talks_are_listed_and_where_there_are_none_it_says_how_to_open_some(run: Run, valleys: Path) -> None:
    assert run("talks", "list") == (0, "valleys\n")
    assert "gobetween talks open" in run("talks", "list", "--store", "elsewhere.gobetween")[1]


def test_talks_are_opened_once_under_one_name_and_again_under_another(run: Run, valleys: Path) -> None:
    code, said = run("talks", "open", "valleys")
    assert code == 2
    assert "valleys" in said
    assert run("talks", "open", "valleys", "--name", "second")[0] == 0
    assert run("talks", "list") == (0, "second\nvalleys\n")


def test_a_folder_with_faults_is_not_opened_and_the_faults_are_told(run: Run, valleys: Path) -> None:
    file = valleys / "case.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("profile: closed", "profile: shut"), encoding="utf-8")
    code, said = run("talks", "open", "valleys", "--name", "faulty")
    assert code == 2
    assert "case.yaml:" in said
    assert "shut" in said
    assert run("talks", "list") == (0, "valleys\n")


def test_each_actor_sees_its_own_view(run: Run, valleys: Path) -> None:
    for actor in ("upper-valley", "highland-council", "keeper", "public"):
        code, said = run("as", actor, "brief")
        assert code == 0, said
        assert "Two valleys" in said or "Valleys" in said


@pytest.mark.parametrize("actor", ["nobody", "custodian"])
def test_somebody_who_is_not_there_is_refused_in_the_same_words_in_talks_that_are_not_there(
    run: Run, valleys: Path, actor: str
) -> None:
    assert run("as", actor, "show") == (2, f"there are no talks 'valleys' here that are open to '{actor}'")
    assert run("as", actor, "--talks", "others", "show") == (2, f"there are no talks 'others' here that are open to '{actor}'")


def test_options_may_stand_before_the_actor_or_after(run: Run, valleys: Path) -> None:
    first = run("as", "--talks", "valleys", "port-city", "history")
    assert first[0] == 0
    assert run("as", "port-city", "--talks", "valleys", "history") == first
    assert run("as", "port-city", "--talks=valleys", "history") == first


def test_a_verb_that_is_none_is_refused(run: Run, valleys: Path) -> None:
    code, said = run("as", "port-city", "dance")
    assert code == 2
    assert "dance" in said


def test_ones_own_record_is_read_line_by_line(run: Run, valleys: Path) -> None:
    _, said = run("as", "port-city", "history", "--last", "1")
    assert len(said.splitlines()) == 1
    assert "keeper: " in said


def test_searching_finds_what_one_sees(run: Run, valleys: Path) -> None:
    assert (
        "positions: " in run("as", "highland-council", "find", "water")[1]
        or "issues: " in run("as", "highland-council", "find", "water")[1]
    )
    assert run("as", "highland-council", "find", "zeppelin") == (0, "nothing found\n")


def test_the_folder_comes_back_byte_by_byte_and_opens_again_with_its_record(run: Run, valleys: Path, tmp_path: Path) -> None:
    assert run("talks", "export", "valleys", "exported")[0] == 0
    for path in valleys.rglob("*"):
        if path.is_file() and "evidence" not in path.parts:
            assert (tmp_path / "exported" / path.relative_to(valleys)).read_bytes() == path.read_bytes()
    assert run("talks", "open", "exported", "--name", "valleys", "--store", "second.gobetween")[0] == 0
    before, after = run("as", "port-city", "history"), run("as", "port-city", "--store", "second.gobetween", "history")
    assert before == after
    code, said = run("talks", "open", "exported", "--name", "other", "--store", "third.gobetween")
    assert code == 2
    assert "--name valleys" in said


def test_an_exported_folder_is_briefed_as_the_talks_are(run: Run, valleys: Path) -> None:
    run("talks", "export", "valleys", "exported")
    run("talks", "export", "valleys", "own", "--as", "port-city")
    of_folder = json.loads(run("brief", "exported", "--as", "port-city", "--format", "json")[1])
    of_talks = json.loads(run("as", "port-city", "brief", "--format", "json")[1])
    own = json.loads(run("brief", "own", "--as", "port-city", "--format", "json")[1])
    assert of_folder["brief"]["sections"]
    for other in (of_talks, own):
        assert {**other["brief"], "notices": []} == {**of_folder["brief"], "notices": []}


def test_an_actors_own_export_holds_its_own_book_alone(run: Run, valleys: Path, tmp_path: Path) -> None:
    assert run("talks", "export", "valleys", "own", "--as", "port-city")[0] == 0
    heads = [json.loads(line) for line in (tmp_path / "own" / "record.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["audience"] for line in heads if "audience" in line] == ["port-city"]
    code, said = run("brief", "own", "--as", "upper-valley")
    assert code == 2
    assert "port-city" in said
    assert run("talks", "open", "own", "--name", "valleys", "--store", "second.gobetween")[0] == 2


def test_nothing_is_exported_over_what_is_there(run: Run, valleys: Path) -> None:
    code, said = run("talks", "export", "valleys", "valleys")
    assert code == 2
    assert "valleys" in said


def test_a_record_is_verified_in_the_store_and_offline_against_a_checkpoint(run: Run, valleys: Path) -> None:
    run("checkpoint", "valleys", "--as", "port-city", "--output", "mine.json")
    run("talks", "export", "valleys", "own", "--as", "port-city")
    for arguments in (("valleys", "--as", "port-city", "--store", "talks.gobetween"), ("own",)):
        if arguments[0] == "valleys":
            valleys.rename(valleys.with_name("moved"))
        code, said = run("verify", *arguments, "--checkpoint", "mine.json")
        assert (code, said.count("whole:"), said.count("goes on from the checkpoint")) == (0, 1, 1), said


def test_a_record_cut_short_passes_its_chain_and_not_its_checkpoint(run: Run, valleys: Path, tmp_path: Path) -> None:
    run("checkpoint", "valleys", "--as", "port-city", "--output", "mine.json")
    run("talks", "export", "valleys", "own", "--as", "port-city")
    file = tmp_path / "own" / "record.jsonl"
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    cut = json.loads(head) | {"size": len(lines) - 1}
    file.write_text("\n".join([json.dumps(cut), *lines[:-1]]) + "\n", encoding="utf-8")
    assert run("verify", "own")[0] == 0
    code, said = run("verify", "own", "--checkpoint", "mine.json")
    assert code == 2
    assert "when the checkpoint was made" in said


def test_a_changed_line_is_found_with_its_place(run: Run, valleys: Path, tmp_path: Path) -> None:
    run("talks", "export", "valleys", "own", "--as", "port-city")
    file = tmp_path / "own" / "record.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("Port City", "Port Town", 1), encoding="utf-8")
    code, said = run("verify", "own")
    assert code == 2
    assert "record.jsonl, line " in said


@pytest.mark.parametrize("content", ["", "{}", "no checkpoint", "[1]"])
def test_what_is_no_checkpoint_is_refused(run: Run, valleys: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "given.json").write_text(content, encoding="utf-8")
    valleys.rename(valleys.with_name("moved"))
    code, said = run("verify", "valleys", "--checkpoint", "given.json")
    assert code == 2
    assert "holds no checkpoint" in said


def test_a_backup_is_restored_where_nothing_is(run: Run, valleys: Path) -> None:
    assert run("backup", "kept.gobetween")[0] == 0
    assert run("restore", "kept.gobetween")[0] == 2
    assert run("restore", "kept.gobetween", "--store", "second.gobetween")[0] == 0
    assert run("as", "port-city", "--store", "second.gobetween", "history") == run("as", "port-city", "history")


def test_a_sealed_book_is_read_with_its_key_and_not_without(run: Run, tmp_path: Path) -> None:
    run("new", "valleys")
    code, said = run("talks", "open", "valleys", "--seal", "handed-out")
    assert code == 0, said
    (key,) = tmp_path.glob("handed-out/*/upper-valley.key")
    (other,) = tmp_path.glob("handed-out/*/port-city.key")
    assert run("as", "upper-valley", "--key", key, "find", "assembly")[0] == 0
    closed = (2, "there are no talks 'valleys' here that are open to 'upper-valley'")
    assert run("as", "upper-valley", "show") == closed
    assert run("as", "upper-valley", "--key", other, "show") == closed
    valleys = tmp_path / "valleys"
    valleys.rename(tmp_path / "moved")
    assert run("verify", "valleys")[1].count("whole:") == 7


def test_a_key_that_is_destroyed_takes_what_it_covers_with_it_and_leaves_the_chain(run: Run, tmp_path: Path) -> None:
    run("new", "valleys")
    run("talks", "open", "valleys", "--seal", "handed-out")
    (key,) = tmp_path.glob("handed-out/*/upper-valley.key")
    assert "add --confirm" in run("talks", "destroy-key", "valleys", "upper-valley", "handed-out")[1]
    assert key.exists()
    assert run("talks", "destroy-key", "valleys", "upper-valley", "handed-out", "--confirm")[0] == 0
    assert not key.exists()
    assert run("talks", "destroy-key", "valleys", "upper-valley", "handed-out", "--confirm")[0] == 2
    (tmp_path / "valleys").rename(tmp_path / "moved")
    assert run("verify", "valleys")[1].count("whole:") == 7


def test_a_wrapped_key_opens_with_its_passphrase_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("new", "valleys")
    assert "--seal FOLDER" in run("talks", "open", "valleys", "--lock")[1]
    monkeypatch.setenv("GOBETWEEN_PASSPHRASE", "four quiet harbours")
    assert run("talks", "open", "valleys", "--seal", "handed-out", "--lock")[0] == 0
    (key,) = tmp_path.glob("handed-out/*/upper-valley.key")
    assert run("as", "upper-valley", "--key", key, "find", "assembly")[0] == 0
    monkeypatch.setenv("GOBETWEEN_PASSPHRASE", "four loud harbours")
    code, said = run("as", "upper-valley", "--key", key, "find", "assembly")
    assert code == 2
    assert "passphrase" in said


def test_talks_from_reports_are_looked_at_and_acted_in_only_as_a_rehearsal_which_every_view_says(run: Run) -> None:
    run("talks", "open", CAIRO)
    code, said = run("as", "egypt", "--talks", "cairo", "ask", "x", "--to", "hamas")
    assert code == 2
    assert "--rehearsal" in said
    run("talks", "open", CAIRO, "--name", "rehearsed", "--rehearsal")
    assert "--rehearsal" not in run("as", "egypt", "--talks", "rehearsed", "ask", "x", "--to", "hamas")[1]
    for audience in ("egypt", "hamas", "public", "keeper"):
        assert "Rehearsal." in run("as", audience, "--talks", "rehearsed", "show")[1]
        assert "Rehearsal." in run("as", audience, "--talks", "rehearsed", "brief", "--format", "html")[1]
    run("talks", "export", "rehearsed", "whole")
    run("talks", "export", "rehearsed", "own", "--as", "egypt")
    assert "rehearsal" in Path("whole/REHEARSAL.txt").read_text(encoding="utf-8")
    assert "rehearsal" in Path("own/case.yaml").read_text(encoding="utf-8")
    run("talks", "export", "cairo", "reported")
    assert not Path("reported/REHEARSAL.txt").exists()


def test_a_store_that_is_not_there_is_not_made_by_looking(run: Run, tmp_path: Path) -> None:
    code, said = run("as", "upper-valley", "show")
    assert code == 2
    assert "talks.gobetween" in said
    assert list(tmp_path.iterdir()) == []


def test_the_time_of_rehearsals_is_a_time(run: Run, valleys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOBETWEEN_NOW", "tomorrow")
    code, said = run("as", "port-city", "show")
    assert code == 2
    assert "GOBETWEEN_NOW" in said


def test_events_are_entered_corrected_and_struck(run: Run, valleys: Path) -> None:
    assert (
        run("as", "port-city", "event", "A gate was left open", "--to", "lower-valley", "--name", "gate", "--on", "2021-03-02")[0] == 0
    )
    assert "A gate was left open" in run("as", "lower-valley", "find", "gate", "left")[1]
    assert run("as", "upper-valley", "find", "gate", "left") == (0, "nothing found\n")
    run(
        "as",
        "port-city",
        "event",
        "Two gates were open",
        "--to",
        "lower-valley",
        "--corrects",
        "port-city/gate",
        "--by",
        "upper-valley",
    )
    assert "Two gates were open" in run("as", "lower-valley", "find", "gates")[1]
    assert "nobody you know of" in run("as", "port-city", "event", "x", "--by", "nobody")[1]
    assert run("as", "port-city", "strike", "port-city/gate", "--to", "lower-valley")[0] == 0
    assert run("as", "lower-valley", "find", "gates", "open") == (0, "nothing found\n")


def test_a_checkpoint_signed_by_another_key_is_refused(run: Run, valleys: Path, tmp_path: Path) -> None:
    run("checkpoint", "valleys", "--as", "port-city", "--output", "mine.json")
    valleys.rename(valleys.with_name("moved"))
    key = json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))["key"]
    assert run("verify", "valleys", "--checkpoint", "mine.json", "--signed-by", key)[0] == 0
    code, said = run("verify", "valleys", "--checkpoint", "mine.json", "--signed-by", "ab" * 32)
    assert code == 2
    assert "was signed with the key" in said
    assert "--checkpoint" in run("verify", "valleys", "--signed-by", key)[1]


def test_a_misspelt_verb_is_answered_with_those_written_like_it(run: Run, valleys: Path) -> None:
    assert run("as", "upper-valley", "shwo") == (2, "there is no verb 'shwo'; did you mean show?")
    assert run("as", "upper-valley", "xyzzy") == (2, "there is no verb 'xyzzy'; all verbs: gobetween as --help")


def test_without_the_name_of_talks_it_says_how_to_give_it_but_tells_what_a_verb_does(
    run: Run, valleys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOBETWEEN_TALKS")
    code, said = run("as", "upper-valley", "show")
    assert code == 2
    assert all(words in said for words in ("--talks NAME", "GOBETWEEN_TALKS", "gobetween talks list"))
    code, said = run("as", "upper-valley", "show", "--help")
    assert (code, "--as-of DATE" in said) == (0, True)


def test_a_brief_has_the_form_that_its_file_is_named_after_and_no_other(run: Run, valleys: Path, tmp_path: Path) -> None:
    forms = {"page.html": "<", "PAGE.HTML": "<", "data.json": "{", "brief.txt": "═", "brief.md": "#"}
    for name, begins in forms.items():
        code, said = run("as", "upper-valley", "brief", "-o", name)
        assert (code, said.split(":")[0].startswith("The brief as ")) == (0, True)
        assert (tmp_path / name).read_text(encoding="utf-8").lstrip()[:1] == begins
    assert run("as", "upper-valley", "brief", "--format", "md")[1].startswith("# ")
    for refused in (("-o", "brief.xml"), ("-o", "plain.html", "--format", "terminal"), ("-o", ".")):
        assert run("as", "upper-valley", "brief", *refused)[0] == 2


def test_what_to_do_next_can_be_typed_as_it_stands(run: Run, valleys: Path) -> None:
    _, said = run("talks", "open", "valleys", "--name", "the two valleys")
    assert "gobetween as ACTOR --talks 'the two valleys' show" in said
    assert "What waits for you [waiting]" in run("as", "upper-valley", "--talks", "the two valleys", "show")[1]


def test_who_asks_for_less_than_the_way_needs_is_told_so(run: Run, valleys: Path) -> None:
    run("as", "upper-valley", "tell", "Half would do.", "--to", "highland-council", "--name", "half")
    code, said = run("as", "highland-council", "ask", "upper-valley/half", "--to", "lower-valley")
    assert code == 0
    assert "note: highland-council cannot bring it to lower-valley, as far as you know; who does: port-city" in said
    both = ("--carrier", "highland-council", "--carrier", "port-city")
    assert "note:" not in run("as", "highland-council", "ask", "upper-valley/half", "--to", "lower-valley", *both)[1]
    assert "note:" not in run("as", "highland-council", "ask", "upper-valley/half", "--to", "port-city")[1]
    alone = ("--to", "lower-valley", "--carrier", "highland-council")
    assert "note:" in run("as", "upper-valley", "grant", "upper-valley/half", *alone)[1]
    assert "note:" in run("as", "upper-valley", "propose", "Half", *alone)[1]
    assert "note:" not in run("as", "upper-valley", "propose", "Half", *alone, "--carrier", "port-city")[1]


def test_to_grant_what_nobody_asked_for_is_refused_by_its_name(run: Run, valleys: Path) -> None:
    code, said = run("as", "upper-valley", "grant", "--asked", "nosuch")
    assert (code, "called 'nosuch'" in said) == (2, True)


def test_an_exported_record_is_verified_whole_and_not_for_another_than_it_holds(run: Run, valleys: Path) -> None:
    run("talks", "export", "valleys", "out", "--as", "upper-valley")
    assert run("verify", "out")[0] == 0
    assert run("verify", "out", "--as", "lower-valley")[0] == 2


def test_a_brief_with_an_assumption_set_that_is_not_open_to_one_is_refused(run: Run, valleys: Path) -> None:
    code, said = run("as", "upper-valley", "brief", "--assume", "no-such")
    assert (code, said) == (2, "no assumption set 'no-such' is open to upper-valley; open to upper-valley: none")
    assert run("as", "keeper", "brief", "--assume", "first-guess")[0] == 0
    assert run("as", "keeper", "brief", "--assume", "no-such")[1].endswith("open to keeper: first-guess")
