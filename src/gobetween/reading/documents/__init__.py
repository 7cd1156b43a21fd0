"""From the bytes of a file to clean text with offsets, and what a document says of itself: outlet, day, language, copies."""
