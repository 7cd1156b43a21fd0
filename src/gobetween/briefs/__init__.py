"""The sections of a brief: from a view, never from a case, to data that rendering makes visible."""
