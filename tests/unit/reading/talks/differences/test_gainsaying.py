"""Ways to say that a fact is disputed; and statements side by side that dispute none."""

import pytest

DISPUTED = (
    "Norway disputes the figure. Canada had put the losses at $40m.",
    "Norway rejected the claim as false. Canada had said that 40 people died.",
    "Norway dismissed the allegation as baseless. Canada had accused it of spying.",
    "Norway dismissed as “fantasy” Canada's claim that 40 boats had crossed.",
    "Canada accused Norway of hiding prisoners, an allegation rejected by Norway.",
    "Canada says the letter was sent on Monday. Norway says it never received a letter.",
    "Canada says it sent the list on Monday; Norway says no list has arrived.",
    "Canada said the two sides had met in Oslo. Norway said no such meeting took place.",
    "Canada said it had been promised a port. Norway said it had promised nothing of the kind.",
    "Norway does not accept Canada's figures.",
    "Norway took issue with Canada's figures.",
    "Norway questions the number of 40 boats given by Canada.",
    "“That is not true,” Norway's minister said. Canada had said that the talks were off.",
    "Not so, says Norway. Canada had claimed that 40 boats crossed.",
    "Canada said 40 boats had crossed. “Nonsense,” replied Norway's minister.",
    "Canada says Norway fired first. Norway says it was the other way round.",
    "Canada says the wall was built in 1990. Norway maintains that it was built in 1960.",
    "Canada says that the dam was full in May, while Norway insists it was half empty.",
    "Canada alleges that its trawlers were rammed. Norway says they collided with each other.",
    "The visit had not been discussed, Canada said. Norway said it had.",
)
UNDISPUTED = (
    "Canada wants the talks to be in Oslo. Norway wants them in Bergen.",
    "Canada said it would send 40 ships. Norway said it would send 25.",
    "Canada says the offer is fair. Norway says it is not enough.",
    "Canada said 3% was too little. Norway said 5% was too much.",
    "Canada said talks would begin on Monday. Norway said it would attend.",
    "Norway doubts that a deal is possible. Canada is hopeful.",
    "Canada says prices rose in May. Norway says wages rose in June.",
    "Norway says the quota must stay. Canada says the quota must go.",
    "Norway called the proposal a joke. Canada had tabled it on Monday.",
    "Canada says it is ready to talk. Norway says it is not ready.",
    "Norway does not accept Canada's offer.",
)


@pytest.mark.parametrize("text", DISPUTED)
def test_what_one_says_and_the_other_denies(read, text):
    (dispute,) = read(text).disputes
    assert dispute.denied_by == "Norway"


@pytest.mark.parametrize("text", UNDISPUTED)
def test_wishes_and_opinions_side_by_side_dispute_no_fact(read, text):
    assert read(text).disputes == ()
