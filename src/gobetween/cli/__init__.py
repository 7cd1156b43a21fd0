"""The command line: words in, services called, words out."""
