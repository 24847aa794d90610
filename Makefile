# make run   sets everything up and starts Casewindow
# make test  sets everything up and runs every check
# Everything lives in .venv inside this folder; delete it to start afresh.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
UV := $(BIN)/uv pip

.PHONY: run test lock clean
run: .venv/.ready-run
	@$(BIN)/casewindow

test: .venv/.ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

.venv/bin/uv: requirements/uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Casewindow needs Python 3.11 or newer; $(PYTHON) is older. Install it, or run: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv --without-pip --clear .venv
	@$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.lock
	@touch $@

.venv/.ready-run: .venv/bin/uv requirements/run.lock pyproject.toml
	@echo "Setting up Casewindow (once; about a minute) ..."
	@VIRTUAL_ENV=.venv $(UV) install --quiet --require-hashes -r requirements/run.lock
	@VIRTUAL_ENV=.venv $(UV) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.ready-test: .venv/.ready-run requirements/dev.lock
	@VIRTUAL_ENV=.venv $(UV) install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

lock: .venv/bin/uv
	$(UV) compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements/uv.in -o requirements/uv.lock
	$(UV) compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml requirements/build.in -o requirements/run.lock
	$(UV) compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra dev -c requirements/run.lock pyproject.toml -o requirements/dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
