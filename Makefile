# What can be done with this project. `make` alone says what there is.

PYTHON ?= python3
PORT ?= 8000
SANDBOX_PORT ?= 5500
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# The surroundings of the tools that only read the settings.
TOOLS := ENVIRONMENT=test DATABASE_URL=sqlite://:memory: $(BIN)/

.PHONY: help demo test check check-images coverage format docs images pictures screenshots lock clean

help:
	@echo "make demo         run everything on this machine (PORT=$(PORT) SANDBOX_PORT=$(SANDBOX_PORT) DATA_DIR=var)"
	@echo "make test         run all tests, browser tests included"
	@echo "make check        format, lint, types, layers, migrations, generated files"
	@echo "make coverage     which lines the tests without a browser reach"
	@echo "make format       put the source into its form"
	@echo "make docs         write the generated files again"
	@echo "make images       bring the catalogue of AWS's images up to date, from sagemaker-core in an environment of its own"
	@echo "make check-images compare the catalogue with what sagemaker-core itself answers"
	@echo "make pictures     take a picture of every page in every state, into var/pictures"
	@echo "make screenshots  take the picture of the README again"
	@echo "make lock         pin the dependencies again (needs uv)"

demo: export ENVIRONMENT = demo
demo: export PORT := $(PORT)
demo: export SANDBOX_PORT := $(SANDBOX_PORT)
demo: .venv/demo.stamp
	@$(BIN)/python manage.py demo

test: .venv/dev.stamp
	@sh scripts/chromium.sh
	@sh scripts/r.sh
	@sh scripts/test.sh

check: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	$(TOOLS)mypy
	$(TOOLS)lint-imports
	$(TOOLS)python manage.py makemigrations --check --dry-run
	$(TOOLS)python manage.py compile_contract --check
	$(TOOLS)python manage.py states --check
	$(TOOLS)python manage.py findings --check
	sh scripts/deploy_check.sh

coverage: .venv/dev.stamp
	$(BIN)/coverage run -m pytest -m "not browser"
	$(BIN)/coverage report --skip-covered --show-missing

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

docs: .venv/dev.stamp
	$(TOOLS)python manage.py compile_contract
	$(TOOLS)python manage.py states
	$(TOOLS)python manage.py findings

images: .venv/dev.stamp .venv-images/images.stamp
	$(TOOLS)python manage.py compile_images
	.venv-images/bin/python -m scripts.image_answers

check-images: .venv/dev.stamp .venv-images/images.stamp
	$(TOOLS)python manage.py compile_images --check
	.venv-images/bin/python -m scripts.image_answers --check

pictures: .venv/dev.stamp
	@sh scripts/chromium.sh
	@sh scripts/pictures.sh

screenshots: .venv/dev.stamp
	@sh scripts/chromium.sh
	$(BIN)/python -m scripts.screenshots

lock:
	for extras in "demo:--extra demo" "dev:--all-extras" "production:--extra postgres"; do \
	  uv pip compile pyproject.toml $${extras#*:} --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url --output-file requirements/$${extras%%:*}.txt || exit 1; \
	done
	uv pip compile requirements/images.in --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --output-file requirements/images.txt

# A stamp is newer than its lock once everything in the lock is installed; then nothing is asked of the network.
.venv/%.stamp: requirements/%.txt | .venv/bin/python
	@echo "Installing what requirements/$*.txt names ..."
	@$(PIP) --requirement $<
	@touch $@

# sagemaker-core brings numpy, pandas and scipy along: it is asked in an environment of its own, and never at run time.
.venv-images/images.stamp: requirements/images.txt
	@echo "Installing what requirements/images.txt names ..."
	@$(PYTHON) -m venv .venv-images
	@.venv-images/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

.venv/bin/python:
	@sh scripts/venv.sh "$(PYTHON)"

clean:
	rm -rf .venv .venv-images var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
