import pytest

LINE = 19  # the first line that a test adds


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (
            "positions: [{actor: union, issue: wagge, stance: demand, text: a}]",
            "positions[0].issue: found 'wagge'; allowed: wage, hours; did you mean 'wage'?",
        ),
        (
            "positions: [{actor: unoin, stance: demand, text: a}]",
            "positions[0].actor: found 'unoin'; allowed: union, employers, conciliator, bishop; did you mean 'union'?",
        ),
        (
            "positions: [{actor: union, issue: wage, stance: demand, options: [short], text: a}]",
            "positions[0].options[0]: found 'short'; allowed: two, four ('short' is an option of hours)",
        ),
        (
            "positions: [{actor: union, stance: demand, options: [two], text: a}]",
            "positions[0].options: options are named, but no issue",
        ),
        ("positions: [{actor: union, issue: wage, stance: demand, options: [], text: a}]", "positions[0].options: found an empty list"),
        ("positions: [{actor: union, stance: demnad, text: a}]", "positions[0].stance: found 'demnad'; allowed: demand, offer"),
        ("positions: [{actor: union, stance: demand}]", "positions[0]: 'text' is missing"),
        (
            "positions: [{actor: union, stance: demand, text: a, red_line: yes}]",
            "positions[0].red_line: found 'yes'; allowed: true, false; did you mean true?",
        ),
        ("positions: [{actor: union, stance: demand, text: true}]", "positions[0].text: found true, which is not text here"),
        ("positions: [{actor: union, stance: demand, text: [a]}]", "positions[0].text: found a list; allowed: text"),
        ("positions: [{actor: union, stance: demand, text: a, said_by: viga}]", "positions[0].said_by: found 'viga'; allowed: vega"),
        ("positions: [{actor: union, stance: demand, text: a, round: autumn}]", "positions[0].round: found 'autumn'; allowed: spring"),
        (
            "positions: [{actor: union, stance: demand, text: a, cite: gazete}]",
            "positions[0].cite: found 'gazete'; allowed: gazette, wire",
        ),
        ("positions: [{actor: union, stance: demand, text: a, cite: wire@9-3}]", "positions[0].cite: found '9-3'; a span runs forward"),
        (
            "positions: [{actor: union, stance: demand, text: a, cite: wire @ 9}]",
            "positions[0].cite: found 'wire @ 9'; allowed: a source's id",
        ),
        ("positions: [{actor: union, stance: demand, text: a, held_by: []}]", "positions[0].held_by: found an empty list"),
        (
            "positions: [{actor: union, stance: demand, text: a, held_by: [mediator]}]",
            "positions[0].held_by[0]: found 'mediator'; allowed: public, keeper, mediators, parties, union",
        ),
        ("positions: [{actor: union, stance: demand, text: a, vai: b}]", "unknown key; found 'vai'; allowed: actor, issue, stance"),
        (
            "proposals: [{id: The Paper, name: a, by: [union]}]",
            "id: found 'The Paper'; allowed in an id: lower-case letters, digits and hyphens between them; 'the-paper' would do",
        ),
        (
            "positions: [{actor: union, issue: wage, stance: demand, text: a, options: 'two, four'}]",
            "options: found 'two, four'; several are written as a list: [two, four]",
        ),
        (
            "positions: [{actor: union, stance: demand, text: a, said_by: veg, round: spring}]",
            "said_by: found 'veg'; allowed: vega; did you mean 'vega'?",
        ),
        (
            "answers: [{proposal: paper, by: union, answer: accept}]",
            "found 'paper', but the case has no proposal yet; add the proposal under 'proposals', and name it by its id",
        ),
        ("signals: [{by: union, text: a, held_by: everyone}]", "held_by: found 'everyone'; allowed: public, keeper"),
        (
            "positions: [{actor: union, issue: wage, stance: demand, text: a, options: two or four}]",
            "are written as a list: [two, four]",
        ),
        (
            "positions: [{actor: union, issue: wage, stance: demand, text: a, options: (two; four)}]",
            "are written as a list: [two, four]",
        ),
        ("proposals: [{id: Käse, name: a, by: [union]}]", "'kase' would do"),
        (
            "proposals: [Paper]",
            "proposals[0]: found 'Paper'; allowed: a mapping with the keys of one proposal, {id: ..., name: ..., by: ...}",
        ),
        ("signals: {a: no good}", "signals.a: found 'no good'; allowed: a mapping with the keys of one signal, {by: ..., text: ...}"),
        ("positions: [just words]", "positions[0]: found 'just words'; allowed: a mapping with the keys of one position"),
        ("positions: {actor: union, stance: demand, text: a}", "positions: found the keys of one position; put '- ' before the first"),
        ("positions: just words", "positions: found a word; allowed: a list, or a mapping from ids"),
        ("positionz: []", "positionz: unknown key; found 'positionz'; allowed: title, summary"),
        ("positions: {Big One: {actor: union, stance: demand, text: a}}", "found 'Big One'; allowed in an id: lower-case letters"),
        ("positions: {a: {id: b, actor: union, stance: demand, text: a}}", "positions.a.id: found 'b' under the key 'a'"),
        ("access: [{mediator: bishop, to: bishop}]", "access[0]: found 'bishop' on both sides"),
        ("relays: [{from: union, to: union, route: [bishop], text: a}]", "relays[0]: found 'union' on both sides"),
        ("relays: [{from: union, to: employers, route: [], text: a}]", "relays[0].route: found an empty list"),
        ("links: [{if: {wage: [two]}, requires: {wage: [four]}}]", "links[0]: found the issue 'wage' under 'if' and under 'requires'"),
        ("links: [{if: {}}]", "links[0].if: found an empty mapping"),
        ("links: [{if: {pay: [two]}}]", "links[0].if.pay: found 'pay'; allowed: wage, hours"),
        ("links: [{if: {wage: []}}]", "links[0].if.wage: found an empty list"),
        ("delegations: [{actor: union, size: 0}]", "delegations[0].size: found '0'; allowed: whole numbers from 1 to 10,000"),
        ("delegations: [{actor: union, size: 4.5}]", "delegations[0].size: found '4.5'; use whole numbers"),
        ("delegations: [{actor: union, members: [vega, vega]}]", "delegations[0].members: found vega, vega; name each once"),
        ("figures: [{counted: a, value: 9, upper: 3}]", "figures[0]: found an upper end (3) below the value (9)"),
        ("figures: [{counted: a, value: 1 000}]", "figures[0].value: found '1 000'; allowed: a number"),
        ("answers: [{proposal: paper, by: union, answer: accept}]", "answers[0].proposal: found 'paper', but the case has no proposal"),
        ("obligations: [{actor: union, text: a, phase: first}]", "obligations[0].phase: found 'first', but the case has no phase"),
        ("violation_reports: [{obligation: o, by: union, reported_by: bishop, text: a}]", "violation_reports[0].obligation: found 'o'"),
        ("principals: [{party: bishop, name: a}]", "principals[0].party: found 'bishop'; allowed: union, employers"),
        ("contradictions: [{text: a, sides: [{source: wire-2, text: b}]}]", "sides[0].source: found 'wire-2'; allowed: gazette, wire"),
        ("phases: [{name: a}]", "phases[0]: 'id' is missing: every phase in a list has one"),
        (
            "positions: [{actor: union, stance: demand, text: a, when: {date: 2024, bases: stated}}]",
            "when.bases: unknown key; found 'bases'; allowed: date, basis, inference; did you mean 'basis'?",
        ),
    ],
)
def test_a_fault_says_where_what_was_found_and_what_is_allowed(quay, more, fault):
    faults = quay.faults(more + "\n")
    assert len(faults) == 1
    assert faults[0].startswith(f"case.yaml:{LINE}: ")
    assert fault in faults[0]


def test_a_key_after_which_nothing_stands_is_told_at_its_line(quay):
    (fault,) = quay.faults("positions:\n  - actor: union\n    stance: demand\n    text: #2 is our demand\n")
    said = "positions[0]: 'text' is missing: nothing stands after it; put words that begin with '#' in quotation marks"
    assert fault == f"case.yaml:{LINE + 3}: {said}"


def test_all_faults_are_told_at_once_in_the_order_of_the_file(quay):
    faults = quay.faults("positions:\n  - {actor: nobody, stance: x}\n  - {actor: union, stance: demand, txt: a}\nsignals: 3\n")
    assert [fault.split(": ")[0] for fault in faults] == [f"case.yaml:{line}" for line in (20, 20, 20, 21, 22)]


def test_a_faulty_issue_brings_no_further_faults_where_it_is_named(quay):
    text = (
        quay.case_text.replace("two: 2 per cent", "two: {term: a}")
        + "positions: [{actor: union, issue: wage, stance: demand, options: [two], text: a}]"
    )
    assert quay.faults_of(text) == ["case.yaml:17: issues.wage.options.two: 'title' is missing"]


def test_an_id_that_cannot_be_one_brings_no_further_faults_where_it_is_named(quay):
    named = "signals:\n  - {by: bishop, text: a}\n  - {by: local bishop, text: b, held_by: [union, bishop]}\n"
    (fault,) = quay.faults_of(quay.case_text.replace("bishop:", "local bishop:") + named)
    assert "actors.local bishop: found 'local bishop'" in fault
    assert fault.endswith("'local-bishop' would do")


def test_an_id_that_stands_twice_brings_no_further_faults_where_the_other_is_named(quay):
    (fault,) = quay.faults_of(quay.case_text.replace("  employers:", "  union:") + "signals: [{by: employers, text: a}]\n")
    assert "found the key 'union' again; it stands in line 8 already: name this one otherwise" in fault


def test_options_without_ids_bring_no_further_faults_where_they_are_named(quay):
    positions = "positions: [{actor: union, issue: wage, stance: demand, options: [two], text: a}]\n"
    text = quay.case_text.replace("{two: 2 per cent, four: 4 per cent}", "[2 per cent, 4 per cent]") + positions
    assert [each.partition(";")[0] for each in quay.faults_of(text)] == [
        f"case.yaml:17: issues.wage.options[{at}]: 'id' is missing: every option in a list has one" for at in (0, 1)
    ]


@pytest.mark.parametrize("role", ["Party", "Partei", "side"])
def test_a_role_that_is_none_brings_no_further_faults_where_the_parties_are_named(quay, role):
    case = quay.case_text.replace("roles: [party]", f"roles: [{role}]", 1)
    more = (
        "proposals: {paper: {name: a, by: [employers], held_by: parties}}\n"
        "answers: [{proposal: paper, by: union, answer: pending, held_by: [union]}]\n"
    )
    assert case != quay.case_text
    (fault,) = quay.faults_of(case + more)
    assert f"found '{role}'; allowed: party, mediator" in fault


def test_one_role_stands_for_a_list_of_one(quay):
    case = quay.case_text.replace("roles: [party]", "roles: party", 1)
    assert case != quay.case_text
    assert quay.load(case=case).case.parties == ("union", "employers")


def test_an_issue_without_options_is_a_fault(quay):
    assert (
        "case.yaml:17: issues.wage.options: found an empty list"
        in quay.faults_of(quay.case_text.replace("{two: 2 per cent, four: 4 per cent}", "{}"))[0]
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "case.yaml:1: found an empty file; the file begins with 'gobetween: 1'"),
        ("- a\n", "case.yaml:1: found no mapping"),
        ("title: a\nprofile: closed\n", "case.yaml:1: 'gobetween' is missing"),
        ("gobetween: 2\ntitle: a\nprofile: closed\n", "case.yaml:1: gobetween: found '2'; this Gobetween reads version 1"),
        ("gobetween: 1\nsummary: a\n", "case.yaml:1: 'title' is missing"),
        ("gobetween: 1\ntitle: a\nprofile: open\n", "case.yaml:3: profile: found 'open'; allowed: closed, open-unless-conditioned"),
    ],
)
def test_the_head_of_a_case_is_checked(quay, text, fault):
    assert any(found.startswith(fault) for found in quay.faults_of(text))


@pytest.mark.parametrize("word", ["public", "keeper", "mediators", "parties"])
def test_no_actor_is_called_as_an_audience(quay, word):
    assert f"found an actor called '{word}'" in quay.faults_of(f"{quay.head}actors: {{{word}: {{name: A}}}}\n")[0]


def test_an_actor_and_a_person_have_different_ids(quay):
    assert "as an actor and as a person" in quay.faults_of(f"{quay.head}actors: {{a: {{name: A}}}}\npersons: {{a: {{name: A}}}}\n")[0]


@pytest.mark.parametrize(
    "copies", [{"gazette": "gazette"}, {"gazette": "wire", "wire": "gazette"}, {"wire": "gazette", "gazette": "gazette"}]
)
def test_no_source_is_a_copy_of_itself(quay, copies):
    text = quay.case_text
    for source, other in copies.items():
        text = text.replace(f"{source}: {{", f"{source}: {{same_story_as: {other}, ")
    assert f"'{min(copies)}' comes out as a copy of itself" in quay.faults_of(text)[0]


def test_nothing_is_held_more_widely_than_what_it_names(quay):
    text = quay.case_text.replace("two: 2 per cent", "two: {title: 2 per cent, held_by: bishop}")
    text += "positions:\n  - {actor: union, issue: wage, stance: demand, options: [two], text: a, held_by: HOLDERS}\n"
    (fault,) = quay.faults_of(text.replace("HOLDERS", "public"))
    assert fault.startswith("case.yaml:20: positions[0].options[0]: held by public, but the option 'wage/two' only by bishop")
    assert quay.faults_of(text.replace("HOLDERS", "[bishop, union]"))
    assert quay.load(case=text.replace("HOLDERS", "bishop")).case.positions


def test_a_part_is_not_held_more_widely_than_its_whole(quay):
    text = quay.case_text.replace("title: Wage rise,", "title: Wage rise, held_by: bishop,").replace(
        "two: 2 per cent", "two: {title: a, held_by: union}"
    )
    assert "held by union, but what it is part of only by bishop" in quay.faults_of(text)[0]


def test_what_cites_a_source_is_not_held_more_widely_than_the_source(quay):
    text = quay.case_text.replace("outlet: Coast Wire,", "outlet: Coast Wire, held_by: keeper,")
    assert (
        "held by public, but the source 'wire' only by keeper"
        in quay.faults_of(text + "signals: [{by: union, text: a, cite: wire}]\n")[0]
    )


def test_a_file_of_nothing_but_faults_is_judged_quickly(quay):
    faults = quay.faults("".join(f"key-{number}: 1\n" for number in range(3000)))
    assert len(faults) == 3000


def test_a_private_source_is_not_named_as_the_source_of_a_public_account(quay):
    text = quay.case_text.replace("outlet: Coast Wire,", "outlet: Coast Wire, held_by: keeper,")
    text += "contradictions: [{text: a, held_by: public, sides: [{source: wire, text: b}]}]\n"
    assert "held by public, but the source 'wire' only by keeper" in quay.faults_of(text)[0]


def test_words_that_are_cut_off_at_a_sign_of_a_comment_are_warned_of(quay):
    others = "  - {by: union, text: 'Flat #3'}  #here\n  - by: union # yes\n    text: Two. # said\n"
    more = f"signals:\n  - by: union\n    text: Die Küche #3 is cold\n{others}"
    (warning,) = quay.load(more).warnings
    assert warning == (
        f"case.yaml:{LINE + 2}: signals[0].text: '#3 is cold' is read as a comment; if it belongs to the words, put all of them in "
        "quotation marks; if not, write a blank after '#'"
    )
    assert quay.load(more, audience="union").warnings == ()
