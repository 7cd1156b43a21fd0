"""Words between quotation marks, and in transcripts."""
