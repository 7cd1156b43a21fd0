import datetime as dt
import json
import os
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gobetween.casefiles.evidence_store import EvidenceStore, cache_directory, default_store_for, store_as_of
from gobetween.model.dates import When, on
from gobetween.model.evidence import (
    ActMention,
    DateMention,
    Document,
    FigureMention,
    Furniture,
    MeetingMention,
    Outlet,
    PositionMention,
    ReliabilitySign,
    Speaker,
    Stance,
    Statement,
)
from gobetween.model.passages import Passage, Span

HERE = Passage("“these words” … and those", (Span(3, 9), Span(20, 31)))
SPEAKER = Speaker(HERE, "Ana Vega", actor="Union")
DOCUMENT = Document(
    "a" * 64,
    900,
    title="Talks go on",
    outlet=Outlet("Gazette", "a byline"),
    published=on(dt.date(2024, 2, 21)),
    furniture=(Furniture("tag", Span(0, 3)),),
    signs=(ReliabilitySign("rewritten", "odd", span=None),),
    statements=(Statement(SPEAKER, HERE, cue=HERE, told_to="Gazette"),),
    figures=(FigureMention(HERE, Fraction(5, 2), upper=3, attributed_to=SPEAKER), FigureMention(HERE, 29_000, qualifier="more than")),
    dates=(DateMention(HERE, When(dt.date(2024, 1, 1), None)),),
    meetings=(MeetingMention(HERE, ("Union", "Employers")),),
    positions=(PositionMention(HERE, "Union", stance=Stance.DEMAND, via=SPEAKER),),
    acts=(ActMention(HERE, "Union"),),
    fingerprint=(1, 2**63, 7),
    reader="1",
)


@pytest.fixture
def store(tmp_path):
    return EvidenceStore(tmp_path / "case" / "evidence")


def test_a_document_is_found_as_it_was_saved(store):
    assert store.save(DOCUMENT, "names")
    assert store.find(DOCUMENT.sha256, "1", "names") == DOCUMENT


def test_evidence_is_plain_json_with_a_version(store):
    store.save(DOCUMENT, "names")
    kept = json.loads((store.directory / f"{'a' * 64}.json").read_text("utf-8"))
    assert (kept["gobetween"], kept["reader"], kept["lexicon"]) == (1, "1", "names")
    assert kept["document"]["published"]["earliest"] == "2024-02-21"
    assert kept["document"]["figures"][0]["value"] == "5/2"
    assert kept["document"]["positions"][0]["stance"] == "demand"


def test_another_reader_or_another_lexicon_reads_anew(store):
    store.save(DOCUMENT, "names")
    assert store.find(DOCUMENT.sha256, "2", "names") is None
    assert store.find(DOCUMENT.sha256, "1", "other names") is None
    assert store.find("b" * 64, "1", "names") is None


@pytest.mark.parametrize("sha256", ["", "..", "../" + "a" * 61, "A" * 64, "a" * 63])
def test_what_is_no_digest_is_never_a_path(store, sha256):
    assert store.find(sha256, "1", "names") is None
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        store.save(evolve(DOCUMENT, sha256=sha256), "names")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: kept.update(gobetween=2),
        lambda kept: kept.pop("document"),
        lambda kept: kept.update(document=[]),
        lambda kept: kept["document"].update(sha256="b" * 64),
        lambda kept: kept["document"].update(published={"earliest": "soon"}),
        lambda kept: kept["document"].update(published={"earliest": "2024-02-02", "latest": "2024-02-01"}),
        lambda kept: kept["document"]["figures"][0].update(value="1/0"),
        lambda kept: kept["document"]["figures"][0]["passage"].update(spans=[]),
        lambda kept: kept["document"]["positions"][0].update(stance="whatever"),
        lambda kept: kept["document"].update(statements=[3]),
    ],
)
def test_evidence_that_cannot_be_made_out_counts_as_absent(store, spoil):
    store.save(DOCUMENT, "names")
    path = store.directory / f"{'a' * 64}.json"
    kept = json.loads(path.read_bytes())
    spoil(kept)
    path.write_text(json.dumps(kept))
    assert store.find(DOCUMENT.sha256, "1", "names") is None


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(junk=st.binary(max_size=60) | st.sampled_from([b"[" * 100_000, b"null", b"1e999", b'{"gobetween": 1}']), cut=st.integers(0, 400))
def test_junk_and_cut_files_count_as_absent(store, junk, cut):
    store.save(DOCUMENT, "names")
    path = store.directory / f"{'a' * 64}.json"
    whole = path.read_bytes()
    for data in (junk, whole[:cut], whole[:cut] + junk):
        path.write_bytes(data)
        assert store.find(DOCUMENT.sha256, "1", "names") is None


def test_saving_replaces_and_leaves_nothing_behind(store):
    store.save(DOCUMENT, "names")
    store.save(evolve(DOCUMENT, title="New"), "names")
    assert [path.name for path in store.directory.iterdir()] == [f"{'a' * 64}.json"]
    found = store.find(DOCUMENT.sha256, "1", "names")
    assert found is not None
    assert found.title == "New"


def test_a_directory_that_cannot_be_written_costs_only_time(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert EvidenceStore(tmp_path / "file" / "evidence").save(DOCUMENT, "names") is False


def test_a_failure_in_writing_leaves_the_old_file_whole(store, monkeypatch):
    store.save(DOCUMENT, "names")

    def fail(_descriptor):
        raise OSError

    monkeypatch.setattr(os, "fsync", fail)
    assert store.save(evolve(DOCUMENT, title="New"), "names") is False
    assert store.find(DOCUMENT.sha256, "1", "names") == DOCUMENT
    assert len(list(store.directory.iterdir())) == 1


def test_a_case_keeps_its_evidence_in_its_folder(quay):
    folder = quay.folder()
    assert default_store_for(folder).directory == folder / "evidence"


def test_a_folder_of_reports_is_never_littered(tmp_path, monkeypatch):
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "reports").mkdir()
    assert default_store_for(tmp_path / "reports").directory == tmp_path / "cache" / "evidence"


def test_a_case_that_cannot_be_written_keeps_its_evidence_in_the_cache(quay, monkeypatch):
    monkeypatch.setenv("GOBETWEEN_CACHE", str(quay.root / "cache"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert default_store_for(quay.folder()).directory == quay.root / "cache" / "evidence"


def test_evidence_is_not_written_through_a_link(quay, monkeypatch):
    monkeypatch.setenv("GOBETWEEN_CACHE", str(quay.root / "cache"))
    folder = quay.folder()
    (quay.root / "elsewhere").mkdir()
    (folder / "evidence").symlink_to(quay.root / "elsewhere")
    assert default_store_for(folder).directory == quay.root / "cache" / "evidence"


def test_the_cache_is_the_users_unless_the_environment_names_one(monkeypatch):
    monkeypatch.delenv("GOBETWEEN_CACHE", raising=False)
    assert cache_directory().name == "gobetween"


def test_the_users_own_store_is_closed_to_others_and_that_of_a_case_is_as_its_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "deep" / "cache"))
    before = os.umask(0o022)
    try:
        for made in (default_store_for(tmp_path), store_as_of()):
            assert made.save(DOCUMENT, "names")
        (tmp_path / "case.yaml").write_text("gobetween: 1\n")
        assert default_store_for(tmp_path).save(DOCUMENT, "names")
    finally:
        os.umask(before)
    for own in ("deep", "deep/cache", "deep/cache/evidence", "deep/cache/evidence-as-of"):
        assert (tmp_path / own).stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "evidence").stat().st_mode & 0o777 == 0o755


def test_a_store_knows_whether_it_has_something_of_a_document(store):
    assert not store.holds(DOCUMENT.sha256)
    store.save(DOCUMENT, "names")
    assert store.holds(DOCUMENT.sha256)
