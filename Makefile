# make run    a demonstration commune with its center: in the desk's window, or headless where there is no display
# make test   everything that must hold: format, lint, types, rooms, the core's tests without Qt, all others with it
# make proof  the long searches for faults
# make bench  the table of measurements
# make bench-sync   the part of that table about the center and the line, with thin lines and the country's desks
# make bench-center   the center under load: a province's day in ten minutes, five million dossiers stored; hours
# make bench-codes   how well the codes on every form are read after bad printers and bad scanners
# make lint   the quick part of `make test`
# make installer   the one-folder program in dist/motcua
# make clean  removes what these made
#
# The first of them makes a private environment in .venv; PYTHON=... names the Python to make it with.

.DEFAULT_GOAL := help
SHELL := /bin/sh
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help run test proof bench bench-sync bench-center bench-codes lint installer clean environment core-environment

BIN := .venv/bin
PINS := pyproject.toml .ci/constraints.txt .ci/environment
PYTEST := $(BIN)/python -m pytest
export PYTHON
export PYTHONUTF8 := 1
# Qt and file names want a UTF-8 locale; a bare machine sets none.
LANG ?= C.UTF-8
export LANG
# What passed without Qt need not pass again beside it (tests/halves.py).
PASSED := .pytest_cache/passed-without-qt
# The tests' own screen; a window of `make run` is not touched by it.
OFFSCREEN := QT_QPA_PLATFORM=offscreen PYTEST_QT_API=pyside6

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

.venv/.ready: $(PINS)
	@.ci/environment .venv window,scanners,webcam,test,test-window,test-browser,dev

.venv-core/.ready: $(PINS)
	@.ci/environment .venv-core test

environment: .venv/.ready
	@.ci/system-packages

# The core's: everything but Qt.
core-environment: .venv-core/.ready

run: environment
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname -s)" = Darwin ]; then \
	    $(BIN)/motcua demo --out demo --window; \
	else \
	    QT_QPA_PLATFORM=offscreen $(BIN)/motcua demo --out demo; \
	fi

lint: environment
	@.ci/timed --start
	@.ci/timed "format" $(BIN)/ruff format --check .
	@.ci/timed "lint" $(BIN)/ruff check .
	@.ci/timed "types" $(BIN)/mypy
	@.ci/timed "rooms" $(BIN)/lint-imports

test: lint core-environment
	@.ci/system-packages tests
	@.ci/interop
	@rm -f $(PASSED)
	@.ci/timed "core without Qt" env MOTCUA_CORE=1 MOTCUA_PASSED=$(PASSED) .venv-core/bin/python -m pytest
	@.ci/timed "bench slice" env $(OFFSCREEN) $(BIN)/python -m tests.bench --quick
	@.ci/timed "all others, with Qt" env $(OFFSCREEN) MOTCUA_LEAVE_OUT=$(PASSED) $(PYTEST)
	@.ci/timed

proof: environment
	@.ci/system-packages tests
	@.ci/system-packages installer
	@.ci/interop
	@.ci/environment .venv fuzz || echo "The fuzzer cannot be had here; its corpus is replayed."
	@HYPOTHESIS_PROFILE=proof $(OFFSCREEN) $(PYTEST) -m "proof or not proof" tests

bench: environment
	@$(OFFSCREEN) $(BIN)/python -m tests.bench

bench-sync: environment
	@.ci/system-packages lines || echo "Without them the lines are shaped in user space."
	@.ci/system-packages tests
	@$(OFFSCREEN) $(BIN)/python -m tests.bench --out bench-out/sync --only push "on the wire" "thin lines" country

bench-center: environment
	@.ci/system-packages tests
	@$(OFFSCREEN) $(BIN)/python -m tests.bench --out bench-out/center --only "center load"

bench-codes: environment
	@$(BIN)/python -m tests.bench.codes

installer: environment
	@.ci/system-packages installer
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR build_installer.spec
	@echo "dist/motcua"

clean:
	rm -rf .venv .venv-core build dist demo bench-out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find desk_app sync tests -name __pycache__ -type d -prune -exec rm -rf {} +
