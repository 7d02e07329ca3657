# Everything runs in one virtual environment; another one: make check BIN=path/to/bin
BIN ?= .venv/bin

.PHONY: check style types layers docs-check test docs format bench venv

check: style types layers docs-check test

venv:
	python3 -m venv .venv
	.venv/bin/pip install -e '.[dev]'

style:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python tools/budgets.py

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

docs-check:
	$(BIN)/python tools/cli_reference.py --check
	$(BIN)/python tools/corrections_reference.py --check

test:
	$(BIN)/pytest -n 2 --dist loadgroup

docs:
	$(BIN)/python tools/cli_reference.py
	$(BIN)/python tools/corrections_reference.py

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench:
	$(BIN)/python bench/startup.py
