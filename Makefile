# Two commands on a fresh machine: `make run` and `make test`. `make help` lists the others.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
TOGETHER := -n 2 --dist loadscope --no-loadscope-reorder
MANAGE := $(VENV)/bin/python manage.py

VALIDATOR := 26.9.27
VALIDATOR_SHA256 := 22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47
LIGHTHOUSE := 12.2.3# the last for Node.js 18 and 20

.PHONY: help run dev filled test test-quick lint fixtures messages lock browser npm validate validator bench lighthouse

help: ## list the available targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: filled ## install, migrate, fill an empty database, serve on HOST and PORT
	@$(SERVE) runserver --noreload $(HOST):$(PORT)

dev: filled ## the same for those who change it: reloads, shows errors, caches nothing
	@DEBUG=1 $(SERVE) runserver $(HOST):$(PORT)

filled: $(VENV)/run
	@mkdir -p var && test -s var/secret-key || (umask 077; $(PYTHON) -c "import secrets; print(secrets.token_urlsafe(50))" > var/secret-key)
	@SECRET_KEY="$$(cat var/secret-key)" $(MANAGE) migrate --verbosity 0
	@SECRET_KEY="$$(cat var/secret-key)" $(MANAGE) first_run
	@echo "The register: http://$(HOST):$(PORT)/  The desk: http://$(HOST):$(PORT)/en/admin/"

SERVE = SECRET_KEY="$$(cat var/secret-key)" \
	ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1],$(HOST)}" $(MANAGE)

test: $(VENV)/test browser validator ## install what the tests need, the browser too, and run them
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/djlint --lint --quiet templates
	@$(VENV)/bin/python -m pytest $(TOGETHER) $(TESTS)

test-quick: $(VENV)/test ## the tests on SQLite that need no browser or HTML checker and are not marked slow
	@$(VENV)/bin/ruff check .
	@env -u DATABASE_URL -u REDIS_URL $(VENV)/bin/python -m pytest -q $(TOGETHER) -m "not browser and not java and not slow" $(TESTS)

lint: $(VENV)/test ## format and lint
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/djlint --lint --quiet templates

validate: $(VENV)/test validator ## the HTML of every type of page, and every link
	@$(VENV)/bin/python -m pytest -q tests/site/test_html.py tests/site/test_links.py

bench: $(VENV)/test ## each type of page beside a bare Django view (BENCH=--rounds=9 for more)
	@command -v wrk >/dev/null || $(call install,wrk)
	@$(VENV)/bin/python benchmarks/pages.py $(BENCH)

lighthouse: $(VENV)/test browser var/lighthouse/$(LIGHTHOUSE) ## Lighthouse on every type of page (AUDIT=--help)
	@$(VENV)/bin/python benchmarks/lighthouse.py $(AUDIT)

fixtures: $(VENV)/run ## build fixtures/ from seeds/
	$(MANAGE) build_fixtures

messages: $(VENV)/run ## gather and compile the texts of the interface (needs gettext)
	$(MANAGE) makemessages --all --no-location --no-obsolete --ignore .venv --ignore var --ignore seeds --ignore tests
	$(MANAGE) compilemessages --ignore .venv

lock: ## write the locked requirements anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links pyproject.toml --output-file requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links pyproject.toml --group test --output-file requirements-test.txt

install = $(if $(filter 0,$(shell id -u)),,sudo) sh -c \
	'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1)'

browser:
	@command -v chromium >/dev/null || $(call install,chromium fonts-noto-core)

npm:
	@command -v npm >/dev/null || $(call install,npm)

validator: var/validator/$(VALIDATOR)
	@command -v java >/dev/null || $(call install,default-jre-headless)

var/validator/$(VALIDATOR): | npm
	@npm install --silent --no-audit --no-fund --ignore-scripts --prefix var/validator vnu-jar@$(VALIDATOR)
	@echo "$(VALIDATOR_SHA256) var/validator/node_modules/vnu-jar/build/dist/vnu.jar" | sha256sum --check --quiet
	@touch $@

var/lighthouse/$(LIGHTHOUSE): | npm
	@npm install --silent --no-audit --no-fund --prefix var/lighthouse lighthouse@$(LIGHTHOUSE)
	@touch $@

$(VENV)/run: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/test: requirements-test.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-test.txt
	@touch $@
