"""Who is meant: whom a pronoun, a noun or a surname takes up, and who are meant together."""
