"""Who says what: attributions, quotations, and whom a speaker's words stand for."""
