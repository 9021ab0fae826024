# Two commands on a fresh machine: `make run` and `make test`. `make help` lists the others.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
MANAGE := $(VENV)/bin/python manage.py

.PHONY: help run test lint fixtures messages lock browser

help: ## what can be asked of make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: $(VENV)/run ## install, migrate, fill an empty database, serve on HOST and PORT
	@mkdir -p var && test -s var/secret-key || (umask 077; $(PYTHON) -c "import secrets; print(secrets.token_urlsafe(50))" > var/secret-key)
	@SECRET_KEY="$$(cat var/secret-key)" $(MANAGE) migrate --verbosity 0
	@SECRET_KEY="$$(cat var/secret-key)" $(MANAGE) first_run
	@echo "The register: http://$(HOST):$(PORT)/  The desk: http://$(HOST):$(PORT)/en/admin/"
	@SECRET_KEY="$$(cat var/secret-key)" SERVE_MEDIA=1 ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1],$(HOST)}" \
		$(MANAGE) runserver --noreload $(HOST):$(PORT)

test: $(VENV)/test browser ## install what the tests need, the browser too, and run them
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/djlint --lint --quiet templates
	@$(VENV)/bin/python -m pytest -n 2 --dist loadscope $(TESTS)

lint: $(VENV)/test ## format and lint
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/djlint --lint --quiet templates

fixtures: $(VENV)/run ## build fixtures/ from seeds/
	$(MANAGE) build_fixtures

messages: $(VENV)/run ## gather and compile the texts of the interface (needs gettext)
	$(MANAGE) makemessages --all --no-location --no-obsolete --ignore .venv --ignore var --ignore seeds --ignore tests
	$(MANAGE) compilemessages --locale vi --locale fr

lock: ## write the locked requirements anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links pyproject.toml --output-file requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links pyproject.toml --group test --output-file requirements-test.txt

browser:
	@command -v chromium >/dev/null || $(if $(filter 0,$(shell id -u)),,sudo) sh -c \
		'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core'

$(VENV)/run: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/test: requirements-test.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-test.txt
	@touch $@
