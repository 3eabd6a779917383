# `make run` and `make test` each do all of their own set-up, on a machine with python3, pip, make and gcc.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out

.PHONY: run test check lint types docs scores floors benchmark fuzz assets browser screenshots clean help

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

# uv where it is there, else python's own venv and pip. The stamp follows pyproject.toml.
$(VENV)/.installed: pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv -q --allow-existing --python $(PYTHON) $(VENV) && uv pip install -q --python $(BIN)/python -e '.[parquet,web,embeddings]' --group dev; \
	else \
	  $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1' \
	  && $(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[parquet,web,embeddings]' --group dev; \
	fi
	@touch $@

run: $(VENV)/.installed  ## the main job on the bundled pages: a record, its summary, its report
	@mkdir -p $(OUT)
	$(BIN)/riwaya build examples/pages -o $(OUT)/examples.db
	$(BIN)/riwaya show $(OUT)/examples.db contact
	$(BIN)/riwaya show $(OUT)/examples.db dispute
	$(BIN)/riwaya report $(OUT)/examples.db -o $(OUT)/report

# The desk is tested in a real browser: Debian's, installed where that is possible. Elsewhere these tests
# are skipped and say so; RIWAYA_BROWSER_REQUIRED=1 makes their absence a failure.
browser:
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	     && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	|| echo "no Chromium, and no way to install it here: the desk's tests in a browser will be skipped"

test: $(VENV)/.installed browser  ## style, types, and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

fuzz: $(VENV)/.installed  ## property tests on newly drawn examples (make test draws the same ones each time)
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -n auto -m hypothesis

screenshots: $(VENV)/.installed browser  ## pictures of every view of the desk, into out/screenshots; two into docs/images
	$(BIN)/python -m tests.web.screenshots $(OUT)/screenshots
	$(BIN)/python -m tests.web.screenshots --readme docs/images

scores: $(VENV)/.installed  ## score every gold set that is there, against the floors
	$(BIN)/python -m evaluation.gate

floors: $(VENV)/.installed  ## lift the floors to today's scores
	$(BIN)/python -m evaluation.gate --raise
	$(BIN)/python -m evaluation.score_table --write

STATIC := src/riwaya/web/static
FONTS := node_modules/@fontsource-variable/noto-naskh-arabic node_modules/@fontsource/ibm-plex-sans-arabic

assets:  ## copy into the package what the desk ships of others (needs npm; the copies are kept in git)
	npm ci --ignore-scripts --no-audit --no-fund --silent
	cp node_modules/htmx.org/dist/htmx.min.js $(STATIC)/vendor/htmx.min.js
	cp node_modules/htmx.org/LICENSE $(STATIC)/vendor/LICENSE.htmx
	for subset in arabic latin; do \
	  cp $(word 1,$(FONTS))/files/noto-naskh-arabic-$$subset-wght-normal.woff2 $(STATIC)/fonts/; \
	  for weight in 400 600; do cp $(word 2,$(FONTS))/files/ibm-plex-sans-arabic-$$subset-$$weight-normal.woff2 $(STATIC)/fonts/; done; \
	done
	cp $(word 1,$(FONTS))/LICENSE $(STATIC)/fonts/LICENSE.noto-naskh-arabic
	cp $(word 2,$(FONTS))/LICENSE $(STATIC)/fonts/LICENSE.ibm-plex-sans-arabic

clean:  ## remove what was built
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis
