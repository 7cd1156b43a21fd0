"""From a case to the text of its files: the inverse of decoding, for people to read and edit."""
