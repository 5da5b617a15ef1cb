# Two commands do everything: `make serve` and `make test`. On Windows see the README.
PYTHON ?= python3
RUN = .venv/bin/python
PROPERTIES = tests/calculators/test_properties.py

.PHONY: serve test build check bench lock setup

serve: setup
	$(RUN) -m generator serve

build: setup
	$(RUN) -m generator build

check: setup
	$(RUN) -m generator check

# The calculators' properties take as long as all the rest, so three runs go side by side.
test:
	$(PYTHON) bootstrap.py --browser
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/node node_modules/typescript/bin/tsc --project jsconfig.json
	.venv/bin/node node_modules/typescript/bin/tsc --project jsconfig.worker.json
	$(RUN) -m pytest $(PROPERTIES) & properties=$$!; \
	$(RUN) -m pytest tests/calculators --ignore $(PROPERTIES) & calculators=$$!; \
	$(RUN) -m pytest --ignore tests/calculators; rest=$$?; \
	wait $$properties && wait $$calculators && exit $$rest

bench:
	$(PYTHON) bootstrap.py --browser
	$(RUN) -m generator build
	$(RUN) -m tests.bench.whole_site
	$(RUN) -m tests.bench.site_build
	$(RUN) -m tests.bench.first_answer build/bundle node_modules
	$(RUN) -m tests.bench.family_plan build/bundle

# Renew requirements.lock from requirements.in, with every hash and without any index's address.
lock: setup
	$(RUN) -m pip install --quiet uv
	.venv/bin/uv pip compile --universal --python-version 3.12 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --upgrade requirements.in --output-file requirements.lock

setup:
	$(PYTHON) bootstrap.py
