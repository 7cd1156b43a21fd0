# Everything runs in .venv, made from requirements.lock: exact versions, checked hashes.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
# The engine's peer in the benchmarks is under the AGPL: it gets an environment of its own, and nothing of the product imports it.
PEER := .venv-bench

.PHONY: demo test check bench docs lock clean

demo: $(STAMP)  ## make the brief of examples/cairo, print its essence, say what to try next
	@$(BIN)/gobetween demo

test: $(STAMP)  ## all tests, in parallel, with coverage gates on the core, and the checks of `make check`
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m pytest -n auto --cov --cov-report= $(MEASURED)
	@$(BIN)/coverage report --fail-under=$(CORE_COVERAGE) --include='$(CORE)'
	@$(BIN)/python -m pytest -n auto tests $(addprefix --ignore=,$(MEASURED))

CORE := */gobetween/model/*,*/gobetween/bargaining/*,*/gobetween/protocols/*,*/gobetween/record/*,*/gobetween/disclosure/*,*/gobetween/talks/*
CORE_COVERAGE := 98
MEASURED := tests/unit tests/reference tests/transcripts tests/contract/test_enumeration_kernel.py tests/contract/test_layered_kernel.py

check: $(STAMP)  ## style, types and the rooms' walls
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(STAMP) $(PEER)/.installed  ## timings, stores, guarantees (some minutes), and scores if GOBETWEEN_EVALUATION names a folder
	@GOBETWEEN_PEER=$(PEER)/bin/python $(BIN)/python benchmarks/bench.py

docs: $(STAMP)  ## the documentation as a site, in build/docs
	@$(BIN)/sphinx-build -q -W -n -b html docs build/docs
	@echo "The documentation: $(CURDIR)/build/docs/index.html"

RESOLVE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
  --custom-compile-command 'make lock' --upgrade -q pyproject.toml

lock: $(STAMP)  ## resolve requirements.lock and requirements-bench.lock anew
	@$(BIN)/$(RESOLVE) --extra reading --extra postgres --extra engine --extra documents --extra docs --extra dev -o requirements.lock
	@$(BIN)/$(RESOLVE) --extra bench -o requirements-bench.lock

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Gobetween needs Python 3.11 or newer; '$(PYTHON)' is older. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing (on Debian and Ubuntu: apt-get install python3-venv)"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

$(PEER)/.installed: requirements-bench.lock
	@echo "Setting up $(PEER) for the benchmarks' peer (once, about a minute) ..."
	@$(PYTHON) -m venv $(PEER)
	@$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

clean:
	@rm -rf .venv $(PEER) build dist .coverage .coverage.* .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
