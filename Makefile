# SPDX-License-Identifier: GPL-3.0-or-later
# Every target does its own set-up; `make` alone explains them.

PYTHON ?=
BIN := .venv/bin
LOCKED := pyproject.toml requirements/app.txt packaging/prepare.sh
CODE := src tests packaging benchmarks
SCRIPTS := $(wildcard packaging/*.py benchmarks/*.py)
PREPARE := $(if $(PYTHON),PYTHON=$(PYTHON)) sh packaging/prepare.sh
OFFSCREEN := QT_QPA_PLATFORM=offscreen
PROOF := build/package-proof
PROGRAM := dist/amnesty-desktop/amnesty-desktop

.DEFAULT_GOAL := help
.PHONY: help setup run test lint check bench pictures nightly lock package clean

help: ## explain these targets
	@echo "make run and make test are the only two you need; both do all the set-up."
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: .venv/.ready-test ## make .venv with everything in it, from the lock

run: .venv/.ready-run ## start the program; without a display, do its main job in build/demo
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(OFFSCREEN) $(BIN)/python packaging/demo.py; \
	else \
	  $(BIN)/amnesty-desktop; \
	fi

test: lint ## lint, then every test but the nightly ones, in random order
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto

lint: .venv/.ready-test ## style, types, the rooms' imports, the dependencies
	$(BIN)/ruff check $(wildcard $(CODE))
	$(BIN)/ruff format --check $(wildcard $(CODE))
	$(BIN)/mypy --strict
	$(if $(SCRIPTS),$(BIN)/mypy --strict $(SCRIPTS))
	$(BIN)/lint-imports
	$(BIN)/deptry .

bench: .venv/.ready-test ## measure speed, as ratios to a bare window and to the raw query
	$(OFFSCREEN) $(BIN)/python benchmarks/run.py

pictures: .venv/.ready-test ## draw every view of the running program into docs/pictures
	$(OFFSCREEN) $(BIN)/python packaging/pictures.py

nightly: lint ## every test, the long ones too, each property tried a thousand times
	HYPOTHESIS_PROFILE=nightly $(OFFSCREEN) $(BIN)/python -m pytest -n auto -m ""

lock: .venv/.ready-test ## write requirements/ anew from pyproject.toml; UPGRADE=--upgrade takes newer versions
	$(BIN)/uv pip compile pyproject.toml --group build -o requirements/app.txt $(LOCK_OPTIONS)
	$(BIN)/uv pip compile --group dev -c requirements/app.txt -o requirements/dev.txt $(LOCK_OPTIONS)

LOCK_OPTIONS := -q --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-header --no-annotate $(UPGRADE)

package: .venv/.ready-package ## build the folder to hand on in dist/, and prove that it starts and writes letters
	rm -rf $(PROOF) && mkdir -p $(PROOF)
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller \
	  packaging/amnesty-desktop.spec >$(PROOF)/build.log 2>&1 || { cat $(PROOF)/build.log; exit 1; }
	@! grep "Library not found" $(PROOF)/build.log | grep -Ev "qgtk3|egl|cups"
	$(OFFSCREEN) $(PROGRAM) --version
	$(OFFSCREEN) $(PROGRAM) sample $(PROOF)/proof.amnesty
	$(OFFSCREEN) $(PROGRAM) letters $(PROOF)/proof.amnesty --to $(PROOF)/letters
	@find $(dir $(PROGRAM)) -name en_US.dic | grep -q . || { echo "The English dictionary is missing."; exit 1; }
	@ls $(PROOF)/letters/*.docx >/dev/null && echo "dist/amnesty-desktop starts and writes letters."

clean: ## remove what was built; .venv stays
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests packaging -name __pycache__ -prune -exec rm -rf {} +

.venv/.ready-%: $(LOCKED) requirements/dev.txt
	@$(PREPARE) $*
	@touch $@
