BIN ?= .venv/bin
PO = src/bulletin_tui/locales/vi/LC_MESSAGES/bulletin_tui.po
BENCHMARKS = startup reading scanning large_library durability faults anchoring search marks tidying encodings
.PHONY: help setup run test long fuzz lint types check bench pictures catalogue

help:  ## Show this list
	@sed -n 's/^\([a-z]*\): .*## /\1\t/p' Makefile | expand -t 12

setup:  ## Install into .venv, with everything development needs
	python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]'

run:  ## Open the reader
	$(BIN)/bulletin

test:  ## Run the tests
	$(BIN)/pytest -n auto

long:  ## Run the long rigs in full
	$(BIN)/pytest -m long

fuzz:  ## Let a fuzzer make up files for five minutes (pip install atheris)
	$(BIN)/python benchmarks/fuzzing.py

lint:  ## Check style, formatting and the direction of imports
	$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/lint-imports --no-cache

types:  ## Check types
	$(BIN)/mypy

check:  ## Do all that a change must pass
	.ci/run

bench:  ## Measure what the project promises about speed
	@for each in $(BENCHMARKS); do $(BIN)/python benchmarks/$$each.py || exit; done

pictures:  ## Draw the README anew: its picture and its key table
	$(BIN)/python docs/picture.py && $(BIN)/python docs/key_table.py

catalogue:  ## Bring the translations up to date with the sources
	mkdir -p build && $(BIN)/pybabel -q extract --no-location --sort-output -o build/new.pot src
	$(BIN)/pybabel -q update -l vi -i build/new.pot -o $(PO) -N --no-wrap --ignore-obsolete --ignore-pot-creation-date
	grep -vE '^"(Project|Report|PO-Revision|Last|Language-Team|Generated)' $(PO) > build/vi.po
	mv build/vi.po $(PO) && $(BIN)/pybabel -q compile -l vi -i $(PO) -o $(PO:.po=.mo)
