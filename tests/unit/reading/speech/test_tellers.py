"""Tellers whom a sentence names in passing, late, or beside somebody else."""

import pytest


def told(items):
    return [(each.speaker.passage.text, each.content.text) for each in items.statements]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The dam is the real quarrel, in the words of an aide to the governor.",
            "an aide to the governor",
            "The dam is the real quarrel",
        ),
        ("In the view of one banker, the loan will never be repaid.", "one banker", "the loan will never be repaid"),
        ("The strike, in the opinion of the mayor, has run its course.", "the mayor", None),
    ],
)
def test_in_the_words_of_somebody_is_said_by_them(read, text, speaker, content):
    ((who, what),) = told(read(text))
    assert who == speaker
    assert content is None or what == content


@pytest.mark.parametrize(
    "text", ["The deal was set out in the words of the treaty's annex.", "She took part in the view of two camps."]
)
def test_words_and_views_that_nobody_holds_are_no_sayings(read, text):
    assert all(len(what) > len("She took part") for _, what in told(read(text)))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norway let it be known through its embassy that it would sign the fishing treaty.", "Norway"),
        ("The tenants let it be known via their lawyer that they would pay half.", "The tenants"),
        ("The bishop let it be known that he was tired of both camps.", "The bishop"),
    ],
)
def test_what_is_let_be_known_by_way_of_another_is_ones_own(read, text, speaker):
    assert [who for who, _ in told(read(text))] == [speaker]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The pilots put the cost of the delay at 40 million euros.", [("The pilots", "the cost of the delay at 40 million euros")]),
        ("Norway's army estimated its losses at 30 men.", [("Norway's army", "its losses at 30 men")]),
        ("The miners spoke of 400 lost jobs.", [("The miners", "400 lost jobs")]),
        ('A Canadian envoy spoke of "a long night".', [("A Canadian envoy", '"a long night"')]),
    ],
)
def test_whoever_puts_a_thing_at_a_number_or_speaks_of_it_says_so(read, text, pairs):
    assert told(read(text)) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke of his childhood by the river.",
        "The driver put the boxes at the door.",
        "The envoy never spoke of 400 lost jobs.",
        "The president spoke of his many flights.",
    ],
)
def test_who_puts_things_somewhere_or_speaks_of_nothing_counted_says_nothing(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Berg, asked whether the ferry would sail, said only: "Ask the crew tomorrow."', "Berg"),
        ("Lund, asked about the loan, told reporters that the bank would decide.", "Lund"),
    ],
)
def test_who_was_asked_says_only_the_answer(read, text, speaker):
    ((who, what),) = told(read(text))
    assert who == speaker
    assert "whether" not in what
    assert "about the loan" not in what


def test_who_asks_says_what_they_ask(read):
    assert [who for who, _ in told(read("The judge asked whether the bank had known of the fraud."))] == ["The judge"]


@pytest.mark.parametrize(
    "text",
    [
        "Canada tells a different story: its envoy Ada Berg said the offer had been withdrawn.",
        "The bank gave another account: its lawyer Per Lund told the court that nobody had signed.",
    ],
)
def test_one_who_tells_another_story_leaves_the_telling_to_whom_a_colon_brings(read, text):
    ((who, _),) = told(read(text))
    assert who.endswith(("Ada Berg", "Per Lund"))


def test_a_sentence_may_go_on_behind_its_teller(read):
    text = "Canada has handed Norway a new draft on the salmon, Norwegian officials said on Friday, the third text in a month."
    ((_, what),) = told(read(text))
    assert what.startswith("Canada has handed")
    assert what.endswith("the third text in a month")


@pytest.mark.parametrize("text", ["The lock is closed, the mayor said on Friday, a tired man in a grey coat."])
def test_what_describes_the_teller_is_not_told(read, text):
    ((_, what),) = told(read(text))
    assert what == "The lock is closed"


def test_the_last_of_two_subjects_does_what_the_last_verb_says(read):
    text = (
        "The mine and the railway will for the first time open joint talks with the town, the two firms announced on Monday, "
        "a day after the council threatened to withdraw its grant."
    )
    pairs = told(read(text))
    assert ("the council", "to withdraw its grant") in pairs
    assert [what[:20] for who, what in pairs if who == "the two firms"] == ["The mine and the rai"]


def test_only_the_last_clause_is_told_by_a_source_that_closes_anothers_accusation(read):
    text = "Norway blames Canada for the flood in May, when 300 farms were lost, according to the farm ministry."
    assert ("the farm ministry", "300 farms were lost") in told(read(text))


@pytest.mark.parametrize("text", ["The army left the valley in May, when the snow melted, according to a shepherd."])
def test_all_of_a_plain_sentence_is_told_by_the_source_that_closes_it(read, text):
    assert told(read(text)) == [("a shepherd", "The army left the valley in May, when the snow melted")]


@pytest.mark.parametrize(
    "text",
    ["The tenants want the lift repaired.", "Canada wants the ships to leave by June.", "The bank promised it for May."],
)
def test_what_is_wanted_of_others_is_a_demand_and_no_saying(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Doctors advise a rest of two weeks.", [("Doctors", "a rest of two weeks")]),
        ("The lawyer advises the minister.", []),
        ("She advised clients of the bank.", []),
    ],
)
def test_what_is_advised_is_said_and_who_is_advised_is_not(read, text, pairs):
    assert told(read(text)) == pairs


@pytest.mark.parametrize(
    ("text", "speaker", "parts"),
    [
        ("Overtime, both concede, could be settled in an hour.", "both", ["Overtime", "could be settled in an hour"]),
        ("The loan, the bank insists, will be repaid by June.", "the bank", ["The loan", "will be repaid by June"]),
        ("In private, two bankers suggest, the terms are softer.", "two bankers", ["In private", "the terms are softer"]),
        ("The pier, the mayor told state radio, will open on Monday.", "the mayor", ["The pier", "will open on Monday"]),
    ],
)
def test_a_teller_between_commas_interrupts_what_is_said(read, text, speaker, parts):
    ((who, what),) = told(read(text))
    assert (who, what.split(" … ")) == (speaker, parts)


@pytest.mark.parametrize(
    "text",
    ["On Monday, the guild said, adding that rain would fall, and left.", "The loan, which the bank says is safe, was repaid."],
)
def test_a_teller_before_an_addition_or_in_a_relative_clause_interrupts_nothing(read, text):
    assert all(" … " not in what for _, what in told(read(text)))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Members could vote on it, she said, as long as night rates were kept.",
            ["Members could vote on it", "as long as night rates were kept"],
        ),
        (
            "The Front will not return, said its envoy, Ada Berg, until the lists are out.",
            ["The Front will not return", "until the lists are out"],
        ),
        ("They are ready, the clerk added, but only if judges are.", ["They are ready", "but only if judges are"]),
        (
            "Tessaly would accept that, Lindqvist indicated, provided an inspector of its choosing could be present.",
            ["Tessaly would accept that", "provided an inspector of its choosing could be present"],
        ),
        ("The gate shut, but by then, according to Tarvan, 90 boats had left.", ["by then", "90 boats had left"]),
    ],
)
def test_what_goes_on_behind_its_teller_is_said_too(read, text, parts):
    ((_, what),) = told(read(text))
    assert what.split(" … ") == parts


@pytest.mark.parametrize(
    "text",
    [
        "The port is closed, the mayor said, as boats burned.",
        "The port is closed, the mayor said, and nobody knows for how long.",
        "The pay talks failed, according to the mayor, and the guild struck.",
    ],
)
def test_what_the_outlet_adds_behind_a_teller_is_not_said(read, text):
    assert all(" … " not in what for _, what in told(read(text)))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Nonsense, replies the mayor, Ada Berg.", ("the mayor, Ada Berg", "Nonsense")),
        ('"Closer than in May," is how one of the judges put it.', ("one of the judges", '"Closer than in May,"')),
        ('The mayor called the count "arithmetic done in a hurry".', ("The mayor", 'the count "arithmetic done in a hurry"')),
    ],
)
def test_short_words_and_names_for_things_are_said(read, text, pair):
    assert told(read(text)) == [pair]


def test_a_condition_behind_its_teller_is_said_too(read):
    ((_, what),) = told(read("He would back a second loan, the banker told state radio, only if the books were opened first."))
    assert what.endswith("only if the books were opened first")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The crews were told by the harbour master that the pier was shut.", ("the harbour master", "that the pier was shut")),
        ("The pier was shut, the crews were told by the harbour master.", ("the harbour master", "The pier was shut")),
    ],
)
def test_whoever_tells_speaks_and_who_is_told_does_not(read, text, pair):
    assert told(read(text)) == [pair]


def test_who_was_told_by_nobody_in_particular_says_nothing(read):
    assert told(read("Delegates were told that the bridge was closed.")) == []


def test_a_claim_denied_by_somebody_is_what_the_claim_says(read):
    assert told(read("Reports that it had sold the mine were denied by the firm.")) == [("the firm", "that it had sold the mine")]


@pytest.mark.parametrize(("text", "said"), [("The dockers say 40 ships were stopped; the port says nine.", "nine")])
def test_a_bare_number_is_said(read, text, said):
    assert told(read(text))[-1] == ("the port", said)


@pytest.mark.parametrize(
    "text",
    ["She met a judge whom the council asked to mediate.", "The rosters that the guild demanded were late.", "Each blamed the other."],
)
def test_what_stands_before_a_relative_or_means_each_other_is_not_said_alone(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway has not confirmed that a buyer was found.",
        "Neither bank has said whether the merger would go on.",
        "The carrier did not say when flights would resume.",
    ],
)
def test_an_answer_withheld_is_no_statement_of_what_was_asked(read, text):
    assert [each.kind.value for each in read(text).statements] == ["no comment"]


@pytest.mark.parametrize(
    "text", ["Norway never said that it would leave the pact.", "Officials did not rule out that flights would resume."]
)
def test_what_was_never_said_is_no_statement(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize("text", ["Norway said that it would not leave the pact.", "Lund believes that no buyer was found."])
def test_a_denial_inside_what_is_said_leaves_it_said(read, text):
    assert [each.kind.value for each in read(text).statements] in (["statement"], ["belief"])


def test_all_who_decline_to_comment_are_named(read):
    assert [each.speaker.actor for each in read("Norway and Canada declined to comment.").statements] == ["Norway", "Canada"]


def test_who_is_known_to_speak_through_another_is_told_with_the_other(read):
    outer, inner = read("Diplomats said Norway had told them that the pact was dead.").statements
    assert (inner.speaker.name, inner.via and inner.via.name, outer.via) == ("Norway", "Diplomats", None)
    (plain,) = read("Norway said that the pact was dead.").statements
    assert plain.via is None


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("By the guild's count, 3,000 drivers walked out.", "guild", "3,000 drivers walked out"),
        ("Half of the boats were lost, by the bank's estimate.", "bank", "Half of the boats were lost"),
        ("By its own reckoning, the carrier lost 40 million euros.", "carrier", "the carrier lost 40 million euros"),
    ],
)
def test_by_whose_count_it_is_says_so(read, text, speaker, content):
    (statement,) = read(text).statements
    assert (statement.speaker.name, statement.content.text) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    ["By the end of the count, 3,000 votes were lost.", "The boats were sold by the bank's account manager.", "By law, 40 left."],
)
def test_a_count_that_is_nobodys_tells_nothing(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A statement from Norway said the ferry was safe.", "Norway"),
        ("The ferry was safe, Norway's letter said.", "Norway"),
        ("The draft says 40 ships will be sold.", "draft"),
    ],
)
def test_a_statement_is_its_authors_and_a_draft_its_own(read, text, name):
    assert [each.speaker.name for each in read(text).statements] == [name]


def test_a_chamber_keeps_the_word_that_tells_it_apart(read):
    (statement,) = read("The chamber of commerce said the strike cost 90 million crowns.").statements
    assert statement.speaker.name == "chamber of commerce"


@pytest.mark.parametrize("text", ["The army, which calls itself the Guard, left."])
def test_what_somebody_calls_themselves_is_no_saying(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Norway, Berg made clear, would not sign before Friday.", "Berg", "Norway … would not sign before Friday"),
        ("The crossing, she let it be known, would stay shut.", "she", "The crossing … would stay shut"),
        ('"It was a frank meeting," Berg allowed.', "Berg", '"It was a frank meeting,"'),
        ('"We came with a pen," the envoy let it be known.', "the envoy", '"We came with a pen,"'),
        ('Asked about the draft, he would only say: "Ask the generals."', "he", '"Ask the generals."'),
    ],
)
def test_words_made_clear_or_allowed_are_told(read, text, speaker, content):
    (statement,) = read(text).statements
    assert (statement.speaker.passage.text, statement.content.text) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody expects the talks to end before Friday.",
        "Nothing says that the talks will end.",
        "The judge welcomed the delegations at the airport.",
        "The board rejected a sweetened takeover offer on Monday.",
    ],
)
def test_nobody_and_a_mere_act_say_nothing(read, text):
    assert read(text).statements == ()


def test_who_is_told_is_never_who_says_it(read):
    (told,) = read('"We are ready to return to the table," Per Holm, a spokesman for Norda Harbour, told reporters.').statements
    assert told.speaker.name == "Norda Harbour"
    assert told.content.text == '"We are ready to return to the table,"'
    assert all(each.speaker.name != "reporters" for each in read('"We are ready," Per Holm told reporters in Norda.').statements)
