import pytest

from gobetween.model.evidence import Mode, SourceType, StatementKind


def only(items):
    (statement,) = items.statements
    return statement


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The minister said that the border would stay closed.", "The minister", "that the border would stay closed"),
        ("The border would stay closed, two officials said.", "two officials", "The border would stay closed"),
        ("The border would stay closed, added the Norwegian source.", "the Norwegian source", "The border would stay closed"),
        ("According to union leaders, the strike is over.", "union leaders", "the strike is over"),
        ("The strike is over, according to union leaders.", "union leaders", "The strike is over"),
        ("Norway urged Sweden to open the border.", "Norway", "Sweden to open the border"),
        ("The union called for an inquiry into the accident.", "The union", "an inquiry into the accident"),
        ("Anna Berg was optimistic that a treaty could be signed.", "Anna Berg", "that a treaty could be signed"),
        ("Lena Holt is confident of a deal before the summer.", "Lena Holt", "of a deal before the summer"),
        ("The union said Thursday the strike would go on.", "The union", "the strike would go on"),
        ("The minister told the port authority to open the lock.", "The minister", "to open the lock"),
        ("Anna Berg called the offer an insult to every docker.", "Anna Berg", "the offer an insult to every docker"),
        ("The plan was rejected by the union.", "the union", "The plan"),
        ("The minister welcomed the decision to open the lock.", "The minister", "the decision to open the lock"),
        ("The union wants to see the books of the depot.", "The union", "to see the books of the depot"),
        ("Norway plans to close the border.", "Norway", "to close the border"),
        ("The owners' claim that the mine is safe was never tested.", "The owners", "that the mine is safe"),
        ("A claim by the owners that the mine is safe was never tested.", "the owners", "that the mine is safe"),
        ("The ministry acted in the belief that the border would stay open.", "The ministry", "that the border would stay open"),
        ("The report found that the homes had been lost.", "The report", "that the homes had been lost"),
        (
            "The Greens would agree if the freeze ended, said a member of their board.",
            "a member of their board",
            "The Greens would agree if the freeze ended",
        ),
        ("The lock had been shut for good, as one diplomat put it.", "one diplomat", "The lock had been shut for good"),
        ("The minister made it clear that the lock would stay shut.", "The minister", "that the lock would stay shut"),
        ("The guild let it be known that the pass would stay shut.", "The guild", "that the pass would stay shut"),
        ("Anna Berg urged both sides to find a way and ruled out a new law.", "Anna Berg", "both sides to find a way"),
        ("A survey by the institute showed that most would stay.", "A survey by the institute", "that most would stay"),
    ],
)
def test_speaker_and_content_are_found_whatever_the_order(read, text, speaker, content):
    statement = only(read(text))
    assert statement.speaker.passage.text == speaker
    assert statement.content.text == content


def test_coordinated_clauses_belong_to_what_is_said(read):
    statement = only(read("They stated that the mine would close on Monday, and that the owners would pay the miners."))
    assert statement.content.text.endswith("pay the miners")


def test_a_second_saying_begins_a_second_statement(read):
    items = read("The mediator said the gap was small and warned that time was short.")
    assert len(items.statements) == 2
    assert "warned" not in items.statements[0].content.text


def test_a_split_quotation_is_one_statement(read):
    statement = only(read("“We will not sell our nights,” Marta Okonkwo said. “The company must think again.”"))
    assert len(statement.content.spans) == 2
    assert statement.mode is Mode.DIRECT


def test_a_quotation_signed_with_a_name_has_that_speaker(read):
    statement = only(read("“The offer is an insult to every miner in this valley.” — Piet de Vries"))
    assert statement.speaker.passage.text == "Piet de Vries"


def test_quotations_inside_a_clause_make_it_mixed(read):
    assert only(read("Lena Holt said the draft was “a good start”.")).mode is Mode.MIXED


def test_a_quotation_with_its_cue_in_the_paragraph_before_is_found(read):
    statement = only(read("Marta Okonkwo continued:\n“The company has had nine weeks to answer us and it has not.”"))
    assert statement.speaker.name == "Marta Okonkwo"


def test_a_person_quoted_as_saying_is_the_speaker(read):
    statement = only(read("Lena Holt was quoted as saying that the draft needed work."))
    assert statement.speaker.name == "Lena Holt"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The owner denied that the plant would close.", StatementKind.DENIAL),
        ("A company official declined to comment.", StatementKind.NO_COMMENT),
        ("Marta Okonkwo accused the owners of playing for time.", StatementKind.ALLEGATION),
        ("The union said Norway was trying to delay the vote for political reasons.", StatementKind.ALLEGATION),
        ("Norway said it was determined to find a way out.", StatementKind.SIGNAL),
        ("The union fears that the plant will close.", StatementKind.BELIEF),
        ("The union said the vote would be on Friday.", StatementKind.STATEMENT),
    ],
)
def test_a_statement_knows_what_it_does(read, text, kind):
    assert read(text).statements[0].kind is kind


def test_the_hearer_is_kept_as_said(read):
    assert only(read("Anna Berg told the Harbour Gazette that the talks were at a critical stage.")).told_to == "the Harbour Gazette"


@pytest.mark.parametrize(
    ("speaker", "source_type"),
    [
        ("Anna Berg", SourceType.NAMED_PERSON),
        ("Two Norwegian sources", SourceType.ANONYMOUS_SOURCES),
        ("A diplomatic source", SourceType.ANONYMOUS_SOURCE),
        ("A senior Norwegian official", SourceType.ANONYMOUS_OFFICIAL),
        ("Norway", SourceType.BODY),
        ("The report", SourceType.DOCUMENT),
    ],
)
def test_the_type_of_source_is_told(read, speaker, source_type):
    assert only(read(f"{speaker} said that the treaty was near.")).speaker.source_type is source_type


def test_what_is_asked_of_reporters_is_no_statement(read):
    items = read("The border will open, said a source who requested anonymity.")
    assert [statement.cue.text for statement in items.statements] == ["said"]


def test_a_sources_word_for_who_stands_behind_a_body_stays_with_its_name(read):
    (statement,) = read("Forty people were hurt, as reported by the union-run Safety Board.").statements
    assert statement.speaker.name == "union-run Safety Board"


@pytest.mark.parametrize(
    "text",
    [
        "The draft, Anna Berg said, needs another reading.",
        "The draft, said Anna Berg, needs another reading.",
    ],
)
def test_a_speaker_named_in_the_middle_is_no_part_of_what_is_said(read, text):
    statement = only(read(text))
    assert [text[span.start : span.end] for span in statement.content.spans] == ["The draft", "needs another reading"]


def test_a_reason_behind_what_is_said_belongs_to_it(read):
    statement = only(read("The union said it had no trust in the board because the board had broken its word."))
    assert statement.content.text.endswith("broken its word")


def test_what_a_speaker_cites_does_not_belong_to_what_is_said(read):
    statement = only(read("Anna Berg said the vote would be held in June, citing a shortage of ballots."))
    assert statement.content.text == "the vote would be held in June"


def test_two_speakers_quoted_in_one_paragraph_are_kept_apart(read):
    items = read("“The offer is late,” Anna Berg said. “We asked for it nine weeks ago,” added Lena Holt.")
    assert [(s.speaker.name, len(s.content.spans)) for s in items.statements] == [("Anna Berg", 1), ("Lena Holt", 1)]


def test_a_paragraph_that_is_one_quotation_goes_on_with_the_one_before(read):
    text = "“The offer is late and small,” Anna Berg said.\n“It will not be signed by us, and it will not be signed by anyone.”"
    assert len(only(read(text)).content.spans) == 2


def test_a_quotation_behind_a_colon_is_of_whoever_acts_before_it(read):
    text = "Anna Berg turned to the board: “You have had nine weeks and wrote two pages.”"
    assert [(s.speaker.name, s.mode) for s in read(text).statements] == [("Anna Berg", Mode.DIRECT)]


def test_what_one_says_that_another_said_is_the_ones_statement(read):
    statement = only(read("An official said the union had claimed that the depot was unsafe."))
    assert statement.speaker.passage.text == "An official"


def test_what_a_state_is_told_to_have_said_is_kept_beside_who_tells_it(read):
    items = read("Delegates were gloomy after Norway said that it could not pay, two observers said.")
    assert [s.speaker.passage.text for s in items.statements] == ["two observers", "Norway"]


def test_what_is_no_longer_demanded_is_no_statement(read):
    assert read("The union no longer insists that the depot be reopened.").statements == ()


def test_a_source_named_by_the_way_inside_a_statement_is_kept(read):
    items = read("The minister said that, according to the harbour office, forty ships were waiting.")
    assert [s.speaker.passage.text for s in items.statements] == ["The minister", "the harbour office"]


@pytest.mark.parametrize(
    "text",
    [
        "The company did not respond to a request for comment.",
        "The company has yet to comment on the report.",
        "The company declined to comment.",
    ],
)
def test_an_answer_withheld_is_no_comment(read, text):
    statement = only(read(text))
    assert (statement.speaker.passage.text, statement.kind) == ("The company", StatementKind.NO_COMMENT)


def test_a_question_left_open_in_the_talks_is_no_answer_withheld(read):
    assert read("The lock did not return to service.").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The visit demands patience from everyone in the valley.",
        "The claim that angered the miners was false.",
        "They read a draft that calls for a truce in the valley.",
        "The company dismissed two hundred workers.",
        "If the union said yes, the port would open.",
    ],
)
def test_what_nobody_says_is_no_statement(read, text):
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway wants to reopen the lock.", StatementKind.BELIEF),
        ("The ministry acted in the belief that the border would stay open.", StatementKind.BELIEF),
        ("Marta Okonkwo dismissed the claim that the mine was unsafe.", StatementKind.DENIAL),
    ],
)
def test_wishes_beliefs_and_claims_dismissed_are_told_from_statements(read, text, kind):
    assert only(read(text)).kind is kind


def test_lines_of_a_transcript_are_of_the_name_at_their_head(read):
    text = "HOST: Will the port open?\nBERG: It will open when the strike is over.\nHOST: When is that?\nBERG: I cannot say."
    assert [s.speaker.passage.text for s in read(text).statements] == ["HOST", "BERG", "HOST", "BERG"]


def test_a_dateline_in_capitals_is_no_line_of_a_transcript(read):
    assert read("OSLO: The talks on the lock went on.").statements == ()


def test_a_name_behind_a_post_is_the_speaker_though_the_parser_saw_no_name(read):
    statement = only(read("Transport Minister Per Aldous urged both sides to talk."))
    assert (statement.speaker.name, statement.speaker.source_type) == ("Per Aldous", SourceType.NAMED_PERSON)


def test_a_quotation_behind_anothers_sentence_is_not_the_speakers_before(read):
    text = "Minister Lena Holt was “hopeful”, her spokeswoman said. A delegate from the coast was not: “I have seen this film.”"
    assert [s.speaker.passage.text for s in read(text).statements] == ["her spokeswoman", "A delegate from the coast"]


def test_a_day_behind_the_verb_is_not_who_speaks(read):
    statement = only(read("The Norwegian Prime Minister, Anna Berg, assured last Saturday in Oslo that the talks were not going well."))
    assert statement.speaker.name == "Anna Berg"
    assert statement.content.text == "that the talks were not going well"


@pytest.mark.parametrize(
    "text",
    [
        "The firm has offered 6 percent in three steps; the growers ask for 11.",
        "Corvania supports the idea; Tamber has not replied.",
    ],
)
def test_what_stands_before_a_semicolon_is_not_said_by_whom_the_next_clause_names(read, text):
    assert not [s for s in read(text).statements if s.content.text.startswith(("The firm", "Corvania"))]


def test_what_stands_behind_a_semicolon_is_not_according_to_the_source_before_it(read):
    told = read("About 2,300 drivers work at the depot, according to the firm; the union puts the figure at 2,650.").statements
    assert [(each.speaker.name, each.content.text) for each in told] == [
        ("firm", "About 2,300 drivers work at the depot"),
        ("union", "the figure at 2,650"),
    ]
