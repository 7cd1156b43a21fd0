import hashlib

import pytest

from gobetween.model.evidence import Account, Report


@pytest.fixture(scope="session")
def draft(parser):
    """Drafts a case from texts by their names, read as any report is; `judge` changes each document before."""
    from gobetween.reading.documents.cleaning import clean_document
    from gobetween.reading.documents.stories import find_stories
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.proposing.case_drafts import Originals, draft_case
    from gobetween.reading.proposing.evidence import Filed
    from gobetween.reading.reader import read_document

    def draft_from(judge=lambda document: document, **texts):
        named = {f"{name}.txt": text for name, text in texts.items()}
        reports = [Report(name, judge(read_document(name, text.encode(), default_lexicon(), parser))) for name, text in named.items()]
        originals = Originals(
            named,
            {name: clean_document(text).clean for name, text in named.items()},
            {name: Filed(name, hashlib.sha256(text.encode()).hexdigest()) for name, text in named.items()},
        )
        account = Account(tuple(reports), find_stories(reports))
        return draft_case("a-case", "", account, originals, default_lexicon(), parser)

    return draft_from
