"""How the talks are said to go: the words of gloom, hope and balance, and whose judgement each is."""
