# Two commands for a newcomer: `make demo` and `make test`. Both set themselves up.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
ARGS ?=

.PHONY: demo test test-browser browser check types lint rooms torture bench lock clean

demo: .venv/demo.stamp
	$(BIN)/weerklank demo $(ARGS)

test: .venv/dev.stamp
	$(MAKE) --no-print-directory lint rooms types
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest $(ARGS)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report --include "dialogues/*,summaries/*" --fail-under 100
	$(BIN)/python -m coverage report --fail-under 90

# A facilitator's first ten minutes and a leader's own page, in Chromium; it makes the pictures in docs/console.md.
test-browser: .venv/browser.stamp
	WEERKLANK_BROWSER=yes $(BIN)/python -m pytest tests/browser $(ARGS)

# Debian's Chromium and what drives it; apt-get wants to be root.
browser: .venv/browser.stamp

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
	for name in run demo dev bench browser; do $(BIN)/uv pip compile requirements/$$name.in -o requirements/$$name.txt \
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

.venv/browser.stamp: .venv/dev.stamp requirements/browser.txt
	$(PIP) install --quiet --require-hashes -r requirements/browser.txt
	command -v chromium > /dev/null || { apt-get update -q && apt-get install -qy --no-install-recommends chromium; }
	npm install --silent --no-save --no-package-lock --ignore-scripts @tma.js/init-data-node@2.0.8
	touch $@

clean:
	rm -rf node_modules .venv demo .coverage* .pytest_cache .mypy_cache .ruff_cache *.egg-info
