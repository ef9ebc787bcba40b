# The words of the project. Everything is installed into .venv on first use.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site test check review desk schemas problems mutation

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

serve: .venv/installed ## read the archive on this machine, at http://127.0.0.1:8000/
	$(BIN)/mkdocs serve

site: .venv/installed ## make the public site in site/
	$(BIN)/mkdocs build --strict

check: .venv/installed ## list all problems of seeds and curation
	@$(BIN)/python build_archive.py check

review: .venv/installed ## list what a person should decide next
	@$(BIN)/python build_archive.py review

desk: .venv/installed ## decide it in a browser; what you choose is written into curation/
	@$(BIN)/python build_archive.py desk

test: .venv/installed-dev ## style, types and all tests, in a real browser too
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

schemas: .venv/installed-dev ## write the JSON Schemas for editors anew
	$(BIN)/python -m annotated_archive.knowledge.curation.schemas

problems: .venv/installed-dev ## write the page of problem codes anew
	$(BIN)/python -m annotated_archive.problems > PROBLEMS.md

mutation: .venv/installed-bench ## how many small faults in anchoring and segmenting the tests notice
	$(BIN)/python -m bench.mutation

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Python 3.11 or newer is needed. Name one: make PYTHON=python3.12 …' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { \
	  echo 'Python could not make .venv. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed

.venv/installed-bench: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@ .venv/installed .venv/installed-dev
