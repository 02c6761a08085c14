# Set-up, tests and the demonstration. Needs Python 3.11, pip and make; everything else is pinned.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
CORPUS ?=
SHARED ?= ../shared/corpus

.PHONY: demo test test-all install install-dev install-slow lint docs evaluate backtest train benchmark benchmark-data benchmark-pool clean

demo: install ## Read the bundled letters, build the pages, serve them (SERVE=0 builds and stops)
	$(BIN)/sightline demo --out build/demo $(if $(CORPUS),--corpus $(CORPUS)) \
		$(if $(filter 0,$(SERVE)),--no-serve,--port $(PORT))

test: install-dev ## The tests that need no network, Java, browser or corpus
	$(BIN)/python -m pytest -m "not corpus and not browser and not slow"

test-all: install-slow ## The slower suites: the corpus, the browser, PostgreSQL, Spark, where they are there
	$(BIN)/python -m pytest -m "corpus or browser or slow" -rs

lint: install-dev ## Style, types, layers, stale docs; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/make_reference.py --check

docs: install-dev ## Write the reference pages anew
	$(BIN)/python scripts/make_reference.py

evaluate: install-dev ## Score the reading against the checked facts; keep the scores
	$(BIN)/python benchmarks/evaluate.py --corpus $(SHARED) --write

backtest: install-dev ## Compare what was expected with what came; keep the figures
	$(BIN)/python benchmarks/backtest.py --corpus $(SHARED) --write

benchmark: install-dev ## CPU time and memory of reading against extracting text only
	$(BIN)/python benchmarks/read_speed.py --corpus $(SHARED)

benchmark-data: install-dev ## Speed of check and load, and of measures, against their bounds; keep the figures
	$(BIN)/python benchmarks/intake_speed.py --write
	$(BIN)/python benchmarks/measures_speed.py --write

benchmark-pool: install-slow ## Figures of 150 authorities together, on DuckDB and on Spark
	$(BIN)/python benchmarks/pool.py

install: $(BIN)/.installed
install-dev: $(BIN)/.installed-dev

$(BIN)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[web]"
	$(BIN)/python -m sightline.web.look.fetch
	@touch $@

$(BIN)/.installed-dev: $(BIN)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

install-slow: install-dev
	@for extra in browser postgres spark; do \
		$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[$$extra]" || \
			echo "$$extra could not be installed: its tests will be skipped by name"; \
	done

clean: ## Remove what was built
	rm -rf build $(VENV)
