import datetime as dt
import hashlib
import os
from pathlib import Path

import pytest

from gobetween.casefiles.file_access import read_within
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.model.errors import InvalidCase, NotDisclosed
from gobetween.model.evidence import Stance
from gobetween.model.passages import Span
from gobetween.model.positions import Series
from gobetween.model.preferences import ValueBasis

ASSUMED = "gobetween: 1\npreferences:\n  union: {values: {wage: {four: 9}}, reservation: 50%}\n"


def load(quay, audience="keeper", assumption=None, **files):
    return load_case(quay.folder(**files), audience=audience, assumption=assumption, today=quay.today)


def test_a_party_opens_its_own_file(quay):
    case = load(quay, "union", parties__union=quay.party_text).case
    (preferences,) = case.preferences
    assert preferences.option_values == {"wage": {"two": 60, "four": 300}, "hours": {"short": 7, "long": -5}}
    assert preferences.basis is ValueBasis.ENTRUSTED
    assert preferences.holders == {"union", "conciliator"}
    assert [(each.mandate, each.owner) for each in case.delegations] == [("wages alone", "union")]
    assert [each.text for each in case.interests] == ["Rest."]


def test_a_red_line_is_an_entrusted_position_of_the_party(quay):
    (line,) = load(quay, "union", parties__union=quay.party_text).case.positions
    assert (line.stance, line.is_red_line, line.series, line.owner) == (Stance.REJECT, True, Series.ENTRUSTED, "union")
    assert line.holders == {"union", "conciliator"}
    assert line.id.startswith("union/red_lines/red-line-")


def test_a_mediator_opens_what_was_entrusted_to_it_and_another_does_not(quay):
    assert load(quay, "conciliator", parties__union=quay.party_text).case.preferences
    assert not load(quay, "bishop", parties__union=quay.party_text).case.preferences


@pytest.mark.parametrize("audience", ["employers", "bishop", "keeper", "public"])
def test_nobody_else_opens_it_not_even_the_keeper(quay, audience):
    case = load(quay, audience, parties__union=quay.party_text).case
    assert (case.preferences, case.positions, case.interests, case.delegations) == ((), (), (), ())


def test_what_is_entrusted_to_the_mediators_is_for_each_of_them(quay):
    text = quay.party_text.replace("[conciliator]", "mediators")
    assert load(quay, "bishop", parties__union=text).case.preferences[0].holders == {"union", "conciliator", "bishop"}
    assert not load(quay, "keeper", parties__union=text).case.preferences


def test_what_is_entrusted_to_the_keeper_is_in_the_keepers_case(quay):
    assert load(quay, parties__union=quay.party_text.replace("[conciliator]", "[keeper]")).case.preferences


def test_warnings_about_a_partys_file_are_for_those_who_have_it(quay):
    text = quay.party_text.replace("{text: Rest.}", "{text: Rest., known: 2025}")
    warning = "parties/union.yaml:10: interests[0]: known 2025-01-01 to 2025-12-31, after today (2024-06-01)"
    for audience, warnings in {"union": (warning,), "conciliator": (warning,), "bishop": (), "keeper": (), "public": ()}.items():
        assert load(quay, audience, parties__union=text).warnings == warnings
    assert check_folder(quay.folder(parties__union=text), today=quay.today) == (warning,)


def test_a_party_entrusts_nothing_to_another_party(quay):
    (fault,) = quay.party_faults(quay.party_text.replace("[conciliator]", "[conciliator, employers]"))
    assert fault == (
        "parties/union.yaml:2: entrusted_to: employers is a party to the talks; "
        "what is for another side is relayed, or released in case.yaml"
    )


def test_a_party_does_not_open_the_file_of_another_even_if_it_is_named_there(quay):
    text = quay.party_text.replace("[conciliator]", "[employers]")
    assert load(quay, "employers", parties__union=text) == load(quay, "employers")


HIDDEN_MEDIATOR = (
    "bishop: {name: The Bishop, roles: [lead mediator]}",
    "bishop: {name: The Bishop, held_by: conciliator, roles: [mediator]}",
)
HIDDEN_ROLE = (
    "bishop: {name: The Bishop, roles: [lead mediator]}",
    "bishop: {name: The Bishop, roles: [{role: mediator, held_by: keeper}]}",
)


@pytest.mark.parametrize("hidden", [HIDDEN_MEDIATOR, HIDDEN_ROLE])
def test_by_mediators_a_party_means_those_that_it_knows_to_be_mediators(quay, hidden):
    case = quay.case_text.replace(*hidden)
    text = quay.party_text.replace("[conciliator]", "mediators")
    assert load(quay, "union", case=case, parties__union=text).case.preferences[0].holders == {"union", "conciliator"}
    with pytest.raises(InvalidCase) as caught:
        load(quay, "union", case=case, parties__union=text.replace("{text: Rest.}", "{text: Rest., held_by: public}"))
    assert "bishop" not in str(caught.value)


def test_the_file_of_an_actor_that_one_may_not_be_told_of_is_not_opened(quay):
    case = quay.case_text.replace("employers: {name: Port Employers,", "employers: {name: Port Employers, held_by: [bishop, keeper],")
    text = "gobetween: 1\nentrusted_to: [mediators]\nwrong: 1\n"
    assert load(quay, "conciliator", case=case, parties__employers=text) == load(quay, "conciliator", case=case)
    with pytest.raises(InvalidCase, match="wrong"):
        load(quay, "bishop", case=case, parties__employers=text)


def test_no_entry_of_a_partys_file_is_held_by_fewer_than_its_holders(quay):
    (fault,) = quay.party_faults(quay.party_text.replace("{text: Rest.}", "{text: Rest., held_by: union}"))
    assert "held by union, but all of this file by its party and 'entrusted_to'; leave 'held_by' out" in fault


def test_ids_of_a_partys_entries_never_meet_others(quay):
    more = "positions: [{id: union-x, actor: union, stance: demand, text: a, held_by: public}]\n"
    text = quay.party_text.replace("text: Never two.", "id: x, text: Never two.") + "positions: [{id: x, stance: claim, text: b}]\n"
    positions = load(quay, "union", case=quay.case_text + more, parties__union=text).case.positions
    assert len({each.id for each in positions}) == 3


POOLED = "gobetween: 1\nentrusted_to: [bishop]\npooling: [conciliator]\nvalues: {wage: {two: 9}}\nreservation: 1\n"


def test_numbers_pooled_for_a_mediator_are_there_to_compute_with_and_nothing_else_of_the_file(quay):
    text = POOLED + "positions: [{stance: claim, text: A word.}]\nmandate: all\n"
    case = load(quay, "conciliator", parties__employers=text).case
    (numbers,) = case.preferences
    assert (numbers.party, numbers.holders, numbers.pooled_for) == ("employers", {"bishop", "employers"}, {"conciliator"})
    assert (case.positions, case.delegations) == ((), ())
    assert load(quay, "union", parties__employers=text.replace("[conciliator]", "[union]")).case.preferences == ()


def test_a_fault_in_what_is_only_pooled_is_not_told(quay):
    assert load(quay, "conciliator", parties__employers=POOLED + "wrong: 1\n") == load(quay, "conciliator")


def test_a_party_may_keep_its_file_to_itself(quay):
    text = quay.party_text.replace("[conciliator]", "[]")
    assert load(quay, "union", parties__union=text).case.preferences[0].holders == {"union"}
    assert not load(quay, "conciliator", parties__union=text).case.preferences
    assert check_folder(quay.folder(parties__union=text), today=quay.today) == ()


def test_a_head_that_says_other_than_the_file_is_a_fault_and_opens_nothing(quay):
    text = 'gobetween: 1\nnote: "\nentrusted_to: [bishop]\n"\n' + "#" * 5000 + "\nentrusted_to: [conciliator]\n"
    assert "must stand near the top" in quay.party_faults(text)[0]
    assert load(quay, "conciliator", parties__union=text).case.delegations == ()


def test_the_share_of_the_best_is_rounded_up(quay):
    text = quay.party_text.replace("40%", "33%")  # of 3 * 100 + 7
    assert load(quay, "union", parties__union=text).case.preferences[0].reservation == 102
    assert load(quay, "union", parties__union=text.replace("33%", "33.5%")).case.preferences[0].reservation == 103


def test_an_option_left_out_is_worth_nothing_so_the_best_is_never_below_it(quay):
    text = "gobetween: 1\nentrusted_to: keeper\nvalues: {wage: {two: -40}}\nreservation: 100%\n"
    assert load(quay, parties__union=text).case.preferences[0].reservation == 0


def test_pooling_names_those_who_may_have_joint_results(quay):
    text = quay.party_text.replace("weights:", "pooling: mediators\nweights:")
    assert load(quay, "union", parties__union=text).case.preferences[0].pooled_for == {"conciliator", "bishop"}


BROKEN = [
    b"",
    b"\xff\xfe\x00",
    b"gobetween: 1\nentrusted_to: [\n",
    b"\0" * 5000,
    b"entrusted_to: [bishop\n",
    b"# long\n" * 10_000,
    b"a: &a [*a]",
]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("audience", ["employers", "bishop", "keeper", "public"])
def test_a_broken_file_of_a_party_changes_nothing_for_others(quay, broken, audience):
    without = load(quay, audience)
    assert load(quay, audience, parties__union=broken) == without


def test_a_directory_a_pipe_or_a_link_in_its_place_changes_nothing_for_others(quay):
    folder = quay.folder()
    without = load_case(folder, audience="bishop", today=quay.today)
    (folder / "parties" / "union.yaml").mkdir(parents=True)
    os.mkfifo(folder / "parties" / "employers.yaml")
    assert load_case(folder, audience="bishop", today=quay.today) == without
    (folder / "parties" / "union.yaml").rmdir()
    (folder / "parties" / "union.yaml").symlink_to("union.yaml")
    assert load_case(folder, audience="bishop", today=quay.today) == without


def test_no_link_out_of_the_folder_is_followed(quay, tmp_path):
    folder = quay.folder()
    outside = tmp_path / "outside.yaml"
    outside.write_text(quay.party_text)
    (folder / "parties").mkdir()
    (folder / "parties" / "union.yaml").symlink_to(outside)
    assert not load_case(folder, audience="conciliator", today=quay.today).case.preferences
    with pytest.raises(InvalidCase, match=r"parties/union.yaml:1: cannot be read"):
        load_case(folder, audience="union", today=quay.today)


@pytest.mark.parametrize("relative", ["case.yaml", "reports/wire.txt", "parties/union.yaml"])
def test_no_link_below_the_folder_is_followed(quay, relative):
    folder = quay.folder()
    (folder / "kept.yaml").write_text(quay.case_text)
    (folder / relative).parent.mkdir(exist_ok=True)
    (folder / relative).unlink(missing_ok=True)
    (folder / relative).symlink_to(folder / "kept.yaml")
    with pytest.raises(OSError, match="is a link"):
        read_within(folder, relative, 100)


def test_reports_behind_a_link_are_not_read_and_that_is_said(quay, tmp_path):
    folder = quay.folder()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("words")
    (folder / "reports").symlink_to(tmp_path / "elsewhere")
    loaded = load_case(folder, audience="public", today=quay.today)
    assert loaded.report_files == ()
    assert (
        loaded.warnings
        == check_folder(folder, today=quay.today)
        == ("reports/ is a link and was not followed; copy the reports into the folder",)
    )


def test_a_folder_of_parties_that_cannot_be_searched_is_a_fault_for_a_party_alone(quay, monkeypatch):
    folder = quay.folder(parties__union=quay.party_text)

    def refusing(method):
        def refuse(path, *arguments, **options):
            if "parties" in path.parts:
                raise PermissionError
            return method(path, *arguments, **options)

        return refuse

    monkeypatch.setattr(Path, "lstat", refusing(Path.lstat))
    monkeypatch.setattr(Path, "resolve", refusing(Path.resolve))
    assert load_case(folder, audience="bishop", today=quay.today).case.preferences == ()
    with pytest.raises(InvalidCase, match=r"parties/union.yaml:1: cannot be read"):
        load_case(folder, audience="union", today=quay.today)


def test_a_fault_in_an_entrusted_file_is_told_to_those_who_have_it(quay):
    for audience in ("union", "conciliator"):
        with pytest.raises(InvalidCase, match=r"parties/union.yaml:3: weights.pay: found 'pay'; allowed: wage, hours"):
            load(quay, audience, parties__union=quay.party_text.replace("{wage: 3}", "{pay: 3}"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("100}", "99.5}", "parties/union.yaml:5: values.wage.four: found '99.5'; use whole numbers"),
        (
            "100}",
            "2000000000000}",
            "found '2000000000000'; allowed: whole numbers from -1,000,000,000,000 to 1,000,000,000,000",
        ),
        ("{wage: 3}", "{wage: -3}", "weights.wage: found '-3'; allowed: whole numbers from 0 to 10,000"),
        ("four: 100", "five: 100", "values.wage.five: found 'five'; allowed: two, four"),
        ("40%", "140%", "reservation: found '140%'; allowed: a percentage from 0% to 100%"),
        ("40%", "a lot", "reservation: found 'a lot'; allowed: a whole number"),
        ("40%", "40 percent", "reservation: found '40 percent'; allowed: a whole number, or a percentage such as 40%"),
        ("40%", '"40"', "reservation: found '40'; allowed: a whole number; write 40 without quotation marks"),
        ("four: 100", 'four: "100"', "wage.four: found '100'; allowed: a whole number; write 100 without quotation marks"),
        (
            "entrusted_to: [conciliator]\n",
            "",
            "'entrusted_to' is missing; write who holds this file besides the party, entrusted_to: [ID], or entrusted_to: [] for",
        ),
        ("reservation: 40%\n", "", "parties/union.yaml:1: 'reservation' is missing"),
        ("[conciliator]", "[concilliator]", "entrusted_to[0]: found 'concilliator'; allowed: keeper, mediators, union"),
        ("[conciliator]", "public", "entrusted_to: found 'public'; allowed: keeper, mediators, union"),
        ("[conciliator]", "\n  - conciliator", "parties/union.yaml:2: 'entrusted_to' must stand near the top of the file, on one line"),
        ("options: [two], ", "", "parties/union.yaml:9: red_lines[0]: 'options' is missing"),
        (
            "{text: Rest.}",
            "{text: Rest., held_by: bishop}",
            "interests[0]: held by bishop, but all of this file by its party and 'entrusted_to'; leave 'held_by' out",
        ),
        ("mandate:", "mandat:", "parties/union.yaml:8: mandat: unknown key; found 'mandat'; allowed: entrusted_to"),
    ],
)
def test_what_is_wrong_with_a_partys_file_is_told_to_it(quay, old, new, fault):
    assert old in quay.party_text
    assert any(fault in found for found in quay.party_faults(quay.party_text.replace(old, new)))


def test_what_a_party_may_not_know_of_is_to_it_as_if_it_were_not_there(quay):
    hidden = quay.case_text.replace("two: 2 per cent", "two: {title: 2 per cent, held_by: bishop}")
    absent = quay.case_text.replace("two: 2 per cent, ", "")
    texts = []
    for case in (hidden, absent):
        with pytest.raises(InvalidCase) as caught:
            load(quay, "union", case=case, parties__union=quay.party_text)
        texts.append(str(caught.value))
    assert texts[0] == texts[1]
    assert "allowed: four" in texts[0]


def test_faults_of_the_case_itself_are_told_to_the_keeper_alone(quay):
    more = quay.case_text + "signals: [{by: secretive, text: a, held_by: bishop}]\n"
    with pytest.raises(InvalidCase, match="secretive"):
        load(quay, case=more)
    for audience in ("union", "bishop", "public"):
        with pytest.raises(InvalidCase) as caught:
            load(quay, audience, case=more)
        assert caught.value.faults == ()
        assert "secretive" not in str(caught.value)


def test_an_unknown_audience_is_told_which_there_are(quay):
    with pytest.raises(
        NotDisclosed, match=r"nobody in this case is called 'unoin'; audiences: keeper, public, union, .*did you mean 'union'"
    ):
        load(quay, "unoin")


def test_a_folder_without_a_case_says_so(tmp_path):
    with pytest.raises(InvalidCase, match=r"is no case folder: its case.yaml is not there"):
        load_case(tmp_path, today=dt.date(2024, 6, 1))


# Assumptions


def test_assumed_numbers_are_in_the_case_only_when_asked_for_and_say_that_they_are_assumed(quay):
    assert load(quay, assumptions__guess=ASSUMED).case.preferences == ()
    loaded = load(quay, assumption="guess", assumptions__guess=ASSUMED)
    (preferences,) = loaded.case.preferences
    assert (preferences.basis, preferences.assumption, preferences.reservation) == (ValueBasis.ASSUMED, "guess", 5)
    assert preferences.holders == {"keeper"}


@pytest.mark.parametrize("name", ["guess", "nothing", "../case", "", "/etc/passwd"])
def test_a_set_that_is_not_open_is_as_if_it_were_not_there(quay, name):
    texts = []
    for files in ({"assumptions__guess": ASSUMED}, {"assumptions__guess": b"\0"}, {}):
        folder = quay.folder(name=f"quay-{len(texts)}", **files)
        with pytest.raises(NotDisclosed) as caught:
            load_case(folder, audience="union", assumption=name, today=quay.today)
        texts.append(str(caught.value))
    opens = "Sets are the keeper's alone where they do not say `held_by: public`, or `held_by: [ACTOR]`"
    assert set(texts) == {f"no assumption set '{name}' is open to union; open to union: none. {opens}"}


def test_an_unknown_set_is_told_those_that_are_open(quay):
    with pytest.raises(NotDisclosed, match="no assumption set 'gess' is open to keeper; open to keeper: guess, other"):
        load(quay, assumption="gess", assumptions__guess=ASSUMED, assumptions__other=ASSUMED)


def test_a_set_is_open_to_those_who_hold_it(quay):
    text = ASSUMED.replace("preferences", "held_by: [mediators, union]\npreferences")
    assert load(quay, "union", "guess", assumptions__guess=text).case.preferences
    assert load(quay, "bishop", "guess", assumptions__guess=text).case.preferences
    with pytest.raises(NotDisclosed):
        load(quay, "keeper", "guess", assumptions__guess=text)


# Reports and the words cited from them

REPORT = "\ufeff<p>The <b>dockers</b> &amp; the port\r\n  met.</p><p>Then they left.</p>"


DIGEST = hashlib.sha256(REPORT.encode()).hexdigest()


def cited(quay, cite, sha256=DIGEST):
    case = quay.case_text.replace("{outlet: Harbour Gazette,", f"{{outlet: Harbour Gazette, sha256: {sha256},")
    folder = quay.folder(case=f"{case}signals: [{{by: union, text: a, cite: {cite}}}]\n")
    (folder / "reports").mkdir(exist_ok=True)
    (folder / "reports" / "odd name.html").write_bytes(REPORT.encode())
    return load_case(folder, today=quay.today)


def test_cited_words_are_shown_as_a_reader_sees_them(quay):
    loaded = cited(quay, f"gazette@0-{len(REPORT)}")
    assert loaded.case.signals[0].citations[0].words == "The dockers & the port met. Then they left."
    assert loaded.case.sources[0].file == "odd name.html"
    assert [report.name for report in loaded.report_files] == ["odd name.html"]


def test_words_in_two_places_are_joined(quay):
    first, second = REPORT.index("dockers"), REPORT.index("left")
    (citation,) = cited(quay, f"gazette@{first}-{first + 7}+{second}-{second + 4}").case.signals[0].citations
    assert citation.words == "dockers … left"
    assert citation.spans == (Span(first, first + 7), Span(second, second + 4))


def test_a_span_outside_the_original_is_a_fault(quay):
    with pytest.raises(InvalidCase, match=f"the original of 'gazette' has {len(REPORT)} characters"):
        cited(quay, f"gazette@5-{len(REPORT) + 1}")


def test_a_source_whose_original_is_not_at_hand_has_no_words(quay):
    loaded = cited(quay, "gazette@5-9999", sha256="0" * 64)
    assert (loaded.case.sources[0].file, loaded.case.signals[0].citations[0].words) == (None, "")


# Checking a folder


def test_a_check_reads_every_file(quay):
    folder = quay.folder(
        parties__union=quay.party_text.replace("mandate", "mandat"),
        parties__employers=b"\0",
        parties__nobody="gobetween: 1\n",
        assumptions__guess=ASSUMED.replace("four", "six"),
    )
    with pytest.raises(InvalidCase) as caught:
        check_folder(folder, today=quay.today)
    assert [fault.split(": ")[0] for fault in caught.value.faults] == [
        "assumptions/guess.yaml:3",
        "parties/employers.yaml:1",
        "parties/nobody.yaml:1",
        "parties/union.yaml:8",
    ]


def test_the_name_of_an_assumption_set_is_an_id(quay):
    folder = quay.folder()
    (folder / "assumptions").mkdir()
    (folder / "assumptions" / "My guess.yaml").write_text(ASSUMED)
    with pytest.raises(InvalidCase, match="allowed in the name: lower-case letters"):
        check_folder(folder, today=quay.today)


def test_a_check_gives_all_warnings(quay):
    folder = quay.folder(case=quay.case_text + "signals: [{by: union, text: a, known: 2025, held_by: bishop}]\n")
    assert len(check_folder(folder, today=quay.today)) == 1


@pytest.mark.parametrize(("by", "is_entitled"), [("conciliator", True), ("union", True), ("employers", True), ("bishop", False)])
def test_a_release_is_made_by_someone_entitled_to_all_that_it_draws_on(quay, by, is_entitled):
    folder = quay.folder(
        case=quay.case_text + f"releases: [{{by: {by}, to: [union], text: a, draws_on: [union]}}]\n",
        parties__union=quay.party_text.replace("weights", "pooling: employers\nweights"),
    )
    if is_entitled:
        assert check_folder(folder, today=quay.today) == ()
        return
    with pytest.raises(
        InvalidCase, match=r"case.yaml:19: releases: 'bishop' draws on what union entrusted; entitled to it: conciliator, emp"
    ):
        check_folder(folder, today=quay.today)


def test_a_partys_file_named_with_capitals_is_told_the_name_that_is_meant(quay):
    with pytest.raises(InvalidCase) as caught:
        check_folder(quay.folder(parties__Union=quay.party_text), today=quay.today)
    (fault,) = caught.value.faults
    assert fault.startswith("parties/Union.yaml:1: 'Union' is no actor of this case; actors: union, ")
    assert fault.endswith("; did you mean 'union'? rename the file")


def test_what_is_wrong_with_entries_is_told_together_with_what_is_wrong_with_the_head(quay):
    text = quay.party_text.replace("[conciliator]", "[conciliatr]").replace(
        "{text: Rest.}", "{text: Rest., held_by: public, actor: union}"
    )
    with pytest.raises(InvalidCase) as caught:
        check_folder(quay.folder(parties__union=text), today=quay.today)
    told = " ".join(caught.value.faults)
    assert len(caught.value.faults) == 3
    assert "found 'conciliatr'" in told
    assert "interests[0].actor: it is 'union', by where this stands; leave 'actor' out" in told
    assert "leave 'held_by' out" in told


HALF = "gobetween: 1\nentrusted_to: [conciliator]\nvalues: {wage: {two: 20}}\nreservation: 10\n"
LEFT_OUT = (
    "parties/union.yaml:3: values: nothing is said of hours: for union every option there counts 0; give values, or 0 if that is meant"
)


def test_issues_that_numbers_leave_out_are_noted_for_those_who_hold_them(quay):
    assert check_folder(quay.folder(parties__union=HALF), today=quay.today) == (LEFT_OUT,)
    for audience in ("union", "conciliator"):
        assert quay.load(audience=audience, parties__union=HALF).warnings == (LEFT_OUT,)
    for audience in ("employers", "bishop", "public", "keeper"):
        assert quay.load(audience=audience, parties__union=HALF).warnings == ()


@pytest.mark.parametrize(
    "more",
    [
        "values: {wage: {two: 20}, hours: {short: 0}}",
        "values: {wage: {two: 20}}, value_links: [{if: {hours: [short]}, value: 5}]",
    ],
)
def test_an_issue_of_which_anything_is_said_is_not_noted(quay, more):
    text = HALF.replace("values: {wage: {two: 20}}", more.replace(", value_links", "\nvalue_links"))
    assert check_folder(quay.folder(parties__union=text), today=quay.today) == ()


def test_an_issue_that_does_not_need_the_partys_consent_may_be_left_out(quay):
    case = quay.case_text.replace("{title: Hours, ", "{title: Hours, consents: employers, ")
    assert check_folder(quay.folder(case=case, parties__union=HALF), today=quay.today) == ()


def test_no_note_tells_of_an_issue_that_not_all_its_readers_hold(quay):
    case = quay.case_text.replace("{title: Hours, ", "{title: Hours, held_by: [union, keeper], ")
    assert check_folder(quay.folder(case=case, parties__union=HALF), today=quay.today) == ()


def test_issues_that_assumed_numbers_leave_out_are_noted_with_the_set(quay):
    guess = "gobetween: 1\npreferences:\n  union: {values: {wage: {two: 20}}, reservation: 10}\n"
    folder = quay.folder(assumptions__guess=guess)
    (note,) = load_case(folder, assumption="guess", today=quay.today).warnings
    assert note.startswith("assumptions/guess.yaml:3: preferences.union.values: nothing is said of hours: for union")
    assert load_case(folder, today=quay.today).warnings == ()
    assert check_folder(folder, today=quay.today) == (note,)


@pytest.mark.parametrize("name", ["union.yml", "Union.YAML", "union.yaml.txt"])
def test_a_file_whose_name_is_none_of_a_case_file_is_told_of(quay, name):
    folder = quay.folder()
    (folder / "parties").mkdir(exist_ok=True)
    (folder / "parties" / name).write_text(quay.party_text)
    (warning,) = check_folder(folder, today=quay.today)
    assert warning == f"parties/{name} is not read; name it {name.split('.')[0]}.yaml"


def test_notes_beside_case_files_are_left_alone(quay):
    folder = quay.folder()
    (folder / "parties").mkdir(exist_ok=True)
    (folder / "parties" / "notes.txt").write_text("Ask her again.")
    assert check_folder(folder, today=quay.today) == ()


def test_what_nothing_reads_is_told_to_the_keeper_with_the_case_and_to_nobody_else(quay):
    folder = quay.folder()
    (folder / "partys").mkdir()
    assert load_case(folder, today=quay.today).warnings == ("'partys/' is not read; did you mean parties/?",)
    assert load_case(folder, audience="union", today=quay.today).warnings == ()
