"""Writers of other tools' scenario files, one module a format; what a format cannot say is refused, never left out."""
