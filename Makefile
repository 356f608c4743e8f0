# The two commands: `make run` serves the site, `make test` checks everything. Both set up what they need.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run

VENV := .venv
BIN := $(VENV)/bin
# The first Python that is new enough. Looked for where it is needed, and once.
PYTHON ?= $(eval PYTHON := $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; break; fi; done))$(PYTHON)
# Finds the files of what we need in two thirds of the time that the one of Python 3.11 takes.
PIP := pip==26.3

# What is compiled once is not compiled again by each worker and each site of the tests.
test: export PYTHONDONTWRITEBYTECODE :=

.PHONY: run admin backup restore bench bench-quick test lint check compiled clean

run: $(VENV)/.run .env
	@exec $(BIN)/python manage.py serve

admin: $(VENV)/.run .env
	@$(BIN)/python manage.py curator

backup: $(VENV)/.run .env
	@$(BIN)/python manage.py backup $(FILE)

restore: $(VENV)/.run .env
	@test -n "$(FILE)" || { echo "Say which: make restore FILE=var/backups/NAME.dump" >&2; exit 1; }
	@$(BIN)/python manage.py restore $(FILE) $(if $(REPLACE),--replace)

# Views a second of every page beside a bare page of Django; JSON=FILE keeps the figures, AGAINST=FILE compares. More by
# ARGS, as in ARGS="--learner busiest --only /roadmap/ --rounds 1".
bench: $(VENV)/.test
	@$(BIN)/python -m bench $(if $(LEARNERS),--learners $(LEARNERS)) $(if $(JSON),--json $(JSON)) $(if $(AGAINST),--against $(AGAINST)) $(ARGS)

bench-quick: $(VENV)/.test
	@$(BIN)/python -m bench --quick $(if $(AGAINST),--against $(AGAINST)) $(ARGS)

# How many tests run at a time: as many as there are cores, or WORKERS=3.
WORKERS ?= auto

# mypy keeps one core busy for as long as all the checks of Django take the other, and what comes after them.
test: $(VENV)/.test
	@$(MAKE) --no-print-directory --jobs=2 lint check compiled
	@CHROMIUM="$$($(BIN)/python -m tests.chromium)" $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

lint: $(VENV)/.test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@git ls-files -z '*.html' | xargs -0 $(BIN)/djade --check --target-version 5.2
	@$(BIN)/mypy .

# In a fresh clone, what each worker would otherwise compile for itself. What cannot be collected is said by the run.
compiled: $(VENV)/.test
	@ls tests/__pycache__/conftest.*-pytest-*.pyc >/dev/null 2>&1 || $(BIN)/python -m pytest --collect-only -qq >/dev/null 2>&1 || true

# What Django itself can check, with the production settings of the README and without any database.
check: $(VENV)/.test
	@env SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
		SITE_URL=https://tpm.example.org DATABASE_URL=postgres://nobody@localhost:1/none DEBUG=false BEHIND_PROXY=true \
		$(BIN)/python manage.py check --deploy --fail-level WARNING
	@env SECRET_KEY=for-this-check-only DATABASE_URL=postgres://nobody@localhost:1/none \
		$(BIN)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	@env SECRET_KEY=for-this-check-only DATABASE_URL=postgres://nobody@localhost:1/none \
		$(BIN)/python manage.py seed --check

clean:
	rm -rf $(VENV) var/static var/tests .mypy_cache .ruff_cache .pytest_cache .hypothesis

.env:
	@$(BIN)/python -c 'import os, secrets; \
		file = os.open(".env", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600); \
		os.write(file, f"SECRET_KEY={secrets.token_urlsafe(50)}\n".encode())'
	@echo "Wrote .env with a fresh secret key."

# Where a pip is at hand that can work on an environment from outside, it installs ours. That takes 2 s less than to have
# venv make one first, which is what happens elsewhere.
OUTER_PIP = $(PYTHON) -c 'import pip; assert tuple(map(int, pip.__version__.split(".")[:2])) >= (22, 3)' 2>/dev/null

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; fi
	@pip=; if $(OUTER_PIP); then pip=--without-pip; fi; $(PYTHON) -m venv $$pip $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@pip="$@ -m pip"; if [ ! -e $(BIN)/pip ]; then pip="$(PYTHON) -m pip --python $@"; fi; \
		$$pip install --quiet --disable-pip-version-check $(PIP) || { rm -rf $(VENV); exit 1; }

# What a file names goes in together: nothing else is in there that it could be at odds with.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-warn-conflicts

$(VENV)/.run: $(BIN)/python requirements.txt
	@echo "Installing what the site needs ..."
	@$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.test: $(BIN)/python requirements.txt requirements-dev.txt
	@echo "Installing what the tests need ..."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/.run
