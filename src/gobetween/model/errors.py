"""What can go wrong, in words for the person who must mend it."""


class GobetweenError(Exception):
    """Base of every error that Gobetween raises on purpose; its text says what was given, what was allowed, what to do."""


MOST_TOLD = 500
"""Faults that are told one by one: who has more to mend begins with these."""


def first_of(faults: tuple[str, ...]) -> tuple[str, ...]:
    """As many faults as are told, and how many there are besides."""
    if len(faults) <= MOST_TOLD:
        return faults
    return (*faults[:MOST_TOLD], f"... and {len(faults) - MOST_TOLD:,} more; mend these first")


class InvalidCase(GobetweenError):
    """A case, or a file of it, says something that cannot be; carries every fault that was found, not the first alone."""

    def __init__(self, message: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__("\n".join([message, *first_of(faults)]) if faults else message)
        self.faults = faults


class InvalidReport(GobetweenError):
    """A file that was given as a report cannot be read as one (binary, too large, not text)."""


class InvalidJudgement(GobetweenError):
    """What a person wants to judge is not there, or cannot be judged so; the text says what can."""


class NotDisclosed(GobetweenError):
    """Nothing of that name is open to this audience; the text is the same whether it exists or not."""


class BeyondReach(GobetweenError):
    """A question is more than can be computed: too many packages, too entangled links, too great values; the text says a way out."""


class TooManyPackages(BeyondReach):
    """Complete enumeration was asked of a case with more packages than it takes on."""


class TooEntangled(BeyondReach):
    """So many links hang together that what is open between them is more than the fast kernel keeps apart."""


class ValuesTooGreat(BeyondReach):
    """Values are greater than the fast kernel adds up exactly."""


class MissingPart(GobetweenError):
    """An optional part of the installation is needed and absent; the text says how to install it."""


class ProtocolViolation(GobetweenError):
    """An act that the talks do not allow now: without a permission, beyond a mandate, after a deadline; the text says what would."""


class RecordConflict(GobetweenError):
    """Something was recorded meanwhile that whoever acted had not seen; nothing was written."""


class RecordDamaged(GobetweenError):
    """A record is not what was once recorded: a hash, a signature or an order does not fit."""


class StoreUnavailable(GobetweenError):
    """A store cannot be opened or written to: not there, no rights, disk full; nothing half-written is left."""
