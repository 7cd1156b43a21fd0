"""The field's vocabulary as frozen values: what talks are made of, valid once built, free of input and output."""
