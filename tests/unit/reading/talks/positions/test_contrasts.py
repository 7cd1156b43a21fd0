def test_a_demand_ends_before_what_the_other_side_does_meanwhile(read):
    items = read(
        "The length is open, with Norway pushing for a vow to end the war while Canada remains wary as long as Norway has ships."
    )
    (demand,) = items.positions
    assert demand.party == "Norway"
    assert demand.passage.text.endswith("pushing for a vow to end the war")
    assert "Canada" not in demand.issue


def test_works_that_act_as_one_make_an_offer(read):
    (offer,) = read("The mills offer not more than four per cent.").positions
    assert (offer.party, offer.stance, offer.issue) == ("mills", "offer", "not more than four per cent")
