# Two commands for a newcomer: `make demo` and `make test`. Both set themselves up.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
ARGS ?=

.PHONY: demo test check types lint rooms torture bench lock clean

demo: .venv/demo.stamp
	$(BIN)/weerklank demo $(ARGS)

test: .venv/dev.stamp
	$(MAKE) --no-print-directory lint rooms types
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest $(ARGS)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report --include "dialogues/*,summaries/*" --fail-under 100
	$(BIN)/python -m coverage report --fail-under 90

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

rooms: .venv/dev.stamp
	$(BIN)/lint-imports

types: .venv/dev.stamp
	$(BIN)/mypy

torture: .venv/dev.stamp
	WEERKLANK_KILLS=50 $(BIN)/python -m pytest tests/journey/test_kill.py $(ARGS)

bench: .venv/dev.stamp
	$(BIN)/python -m benchmarks $(ARGS)

# Newest versions that satisfy requirements/*.in, pinned with hashes and without download addresses.
lock: .venv/dev.stamp
	$(PIP) install --quiet uv
	for name in run demo dev bench; do $(BIN)/uv pip compile requirements/$$name.in -o requirements/$$name.txt \
	  --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate || exit 1; done

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/demo.stamp: .venv/bin/python requirements/demo.txt pyproject.toml
	$(PIP) install --quiet --require-hashes -r requirements/demo.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev.stamp: .venv/bin/python requirements/dev.txt pyproject.toml
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	touch .venv/demo.stamp $@

clean:
	rm -rf .venv demo .coverage* .pytest_cache .mypy_cache .ruff_cache *.egg-info
