# `make harness WITH="kill9 --full"` hands more on to a command.
# Every target is one command of packaging/make.py, which does the same where there is no make.
PYTHON ?= python3
COMMANDS = run test check lint pictures guide harness bench lock bundle deb proof

.PHONY: help $(COMMANDS)

help:
	@$(PYTHON) packaging/make.py --help

$(COMMANDS):
	@$(PYTHON) packaging/make.py $@ $(WITH)
