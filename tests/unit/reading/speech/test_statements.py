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
