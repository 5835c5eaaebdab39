# The verbs of the project. `make demo` and `make test` work on a fresh Debian 12 with Python 3.11; everything else stands on the same set-up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint build verify book read pdf proofread chromium bench sandbox clean help

help:            ## Print this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV) || { echo "The venv module is missing: sudo apt-get install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[instructor,book]' $$(sed -n 's/^dev = \[\(.*\)\]/\1/p' pyproject.toml | tr -d ',"')
	$(BIN)/python -m compileall -q autograder
	touch $@

sandbox:
	@sh .ci/install-bubblewrap

demo: sandbox $(READY) build  ## Set up, build the stubs, grade example submissions of all exercises
	$(BIN)/cryo grade tests/scenarios --html _build/demo/class.html
	$(BIN)/cryo grade tests/scenarios/quaternion_rotation/wrong
	@echo "All reports as pages: _build/demo/class.html"

test: sandbox $(READY)  ## Set up and pass the tests
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(READY)   ## Style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

build: $(READY)  ## Generate exercises/ from solutions/
	$(BIN)/cryo build

verify: sandbox $(READY) build  ## Prove that every exercise is sound
	$(BIN)/cryo verify

BOOK := _build/html/index.html
PORT ?= 8000

book: $(READY) build  ## Build the book in _build/html/; a warning is an error
	rm -rf _build/html _build/.doctrees
	BOOK_URL="$(URL)" $(BIN)/jupyter-book build book -W -n --keep-going --path-output . --config _config.yml

$(BOOK):
	$(MAKE) book

read: $(READY) $(BOOK)  ## Serve the book to this machine; PORT=8001 if 8000 is taken
	@echo "The book: http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html $(PORT)

chromium:
	@sh .ci/install-chromium

pdf: chromium $(READY) $(BOOK)  ## Print the whole book to _build/book.pdf
	$(BIN)/python book/_ext/bookpdf.py _build/html _build/book.pdf

proofread: sandbox chromium $(READY) book  ## Build the book and test it in a browser
	$(BIN)/python -m pytest -m book -n auto --dist loadfile

BENCH := $(VENV)-bench
$(BENCH)/.ready: $(READY)
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[instructor]" otter-grader
	$(BENCH)/bin/python -m compileall -q autograder $(BENCH)/lib
	touch $@

bench: sandbox $(BENCH)/.ready build  ## Time the grader against nbgrader, otter-grader and a bare run
	$(BENCH)/bin/python tests/bench.py

clean:           ## Delete what can be made again
	rm -rf $(VENV) $(BENCH) .cryo _build .pytest_cache .mypy_cache .ruff_cache
