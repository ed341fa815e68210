# Everything one does with this project. Needs Python 3.11 to 3.13, git and make; the rest is installed into .venv.

PYTHON ?= $(or $(shell command -v python3.11 || command -v python3.12 || command -v python3.13),python3)
BIN := .venv/bin
FREE_PORT := @$(PYTHON) scripts/port.py
RUNTIME := @$(PYTHON) scripts/install.py requirements.txt
DEVELOPER := @$(PYTHON) scripts/install.py requirements-dev.txt
LOCK := $(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help run dev serve worker test check test-dates format migrations shell screenshots bench demo-reset lock

help: ## Show this list
	@awk -F ':.* ## ' '/^[a-z-]+:.* ## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

run: ## Run the site on this machine as visitors get it, with demo content (PORT=8000)
	$(FREE_PORT)
	$(RUNTIME)
	@exec $(BIN)/python -m scripts.run_site

dev: ## Run the developer's server: reloads, shows debug pages (PORT=8000)
	$(FREE_PORT)
	$(DEVELOPER)
	@$(BIN)/python -m scripts.prepare
	@exec $(BIN)/python manage.py runserver $(or $(PORT),8000)

serve: ## Run the production server alone; its environment comes from outside (docs/deploy.md)
	$(RUNTIME)
	@exec $(BIN)/python -m scripts.serve

worker: ## Run the background worker alone, with the same environment as the server
	$(RUNTIME)
	@DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-lp_cms.settings.production} exec $(BIN)/python manage.py run_worker

test: ## Run every check and test; says what it had to skip (nothing with CI=true)
	$(DEVELOPER)
	@exec $(BIN)/python -m scripts.run_tests

check: ## Run the fast part: linters, checks, tests on SQLite without a browser
	$(DEVELOPER)
	@exec $(BIN)/python -m scripts.run_tests --fast

test-dates: ## Run the tests as of five days: today, in 400 days, a leap day, both changes of the clocks (an hour)
	$(DEVELOPER)
	@exec $(BIN)/python -m scripts.dates

format: ## Format and mend the code
	$(DEVELOPER)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

migrations: ## Write each app's first migration anew, while no site is deployed
	$(DEVELOPER)
	@$(BIN)/python -m scripts.initial_migrations

shell: ## Open a Python shell with the site loaded
	$(DEVELOPER)
	@exec $(BIN)/python manage.py shell

screenshots: ## Take pictures of every page type of the running site (PORT=8000)
	$(DEVELOPER)
	@exec $(BIN)/python -m scripts.screenshots

bench: ## Measure the site against a bare Django view, into docs/performance.md
	$(DEVELOPER)
	@exec $(BIN)/python -m scripts.bench

demo-reset: ## Throw the demo site in var/ away and load it anew
	$(RUNTIME)
	@exec $(BIN)/python -m scripts.prepare --reset

lock: ## Write the lock files anew from requirements.in and requirements-dev.in
	$(DEVELOPER)
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) --constraint requirements.txt requirements-dev.in -o requirements-dev.txt
