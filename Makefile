# Every target is one command of packaging/make.py, which does the same where there is no make.
PYTHON ?= python3

.PHONY: run test check lint pictures harness bench lock

run test check lint pictures harness bench lock:
	@$(PYTHON) packaging/make.py $@
