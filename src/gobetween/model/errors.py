"""What can go wrong, in words for the person who must mend it."""


class GobetweenError(Exception):
    """Base of every error that Gobetween raises on purpose; its text says what was given, what was allowed, what to do."""


class InvalidCase(GobetweenError):
    """A case, or a file of it, says something that cannot be; carries every fault that was found, not the first alone."""

    def __init__(self, message: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__("\n".join([message, *faults]) if faults else message)
        self.faults = faults


class InvalidReport(GobetweenError):
    """A file that was given as a report cannot be read as one (binary, too large, not text)."""


class NotDisclosed(GobetweenError):
    """Nothing of that name is open to this audience; the text is the same whether it exists or not."""


class TooManyPackages(GobetweenError):
    """Complete enumeration was asked of a case with more packages than it takes on."""


class MissingPart(GobetweenError):
    """An optional part of the installation is needed and absent; the text says how to install it."""
