# make demo   assess the example table
# make test   style, types and the whole test suite
# make bench  the budgets of speed, each beside what it is measured against
# Needs Python 3.11 or later; another one than python3: make test PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable

.PHONY: demo test bench clean

demo: .venv/installed
	$(BIN)/engine assess examples/midyear.txt

test: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict engine
	$(BIN)/python -m pytest

bench: .venv/installed-bench
	$(BIN)/python bench/run.py

clean:
	rm -rf .venv

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(INSTALL) ".[dev]"
	touch $@

.venv/installed-bench: .venv/installed
	$(INSTALL) ".[dev,bench]"
	touch $@
