# `make help` lists all targets.

PREFIX ?= /usr/local
DIR ?= build/huddle
SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
RELEASE = $(SWIFT_BUILD) -c release --static-swift-stdlib

.PHONY: help setup build demo sample sample-repo test lint format reference bench soak install dist clean

help:
	@echo "make demo                 build, make the sample repository and check it"
	@echo "make build                the release command line, at .build/release/northstar"
	@echo "make test                 every test"
	@echo "make sample DIR=…         the sample repository with its history in DIR"
	@echo "make sample-repo          rewrite sample-repo/ from the story"
	@echo "make install PREFIX=…     binary, completions and manual pages"
	@echo "make dist                 tarball, Debian package and checksums, in dist/"
	@echo "make bench                the benchmarks with their floors"
	@echo "make soak                 the tests with invented input, on far more of it"
	@echo "make format               format the sources"
	@echo "make reference            rewrite schema/ and Documentation/Reference"

setup:
	@Scripts/setup

build: setup
	$(RELEASE) --product northstar

demo: build
	$(RELEASE) --product samplehistory
	@Scripts/demo

sample: setup
	$(RELEASE) --product samplehistory
	@Scripts/make-sample "$(DIR)"

sample-repo: setup
	$(RELEASE) --product samplehistory
	@Scripts/make-sample --refresh

test:
	@Scripts/setup --tests
	$(SWIFT_BUILD) --build-tests
	@Scripts/test
	@Scripts/lint

lint:
	@Scripts/lint

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

reference: build
	@Scripts/reference

bench:
	@Scripts/setup --tests
	@Scripts/bench

soak:
	@Scripts/setup --tests
	@Scripts/soak

install: build
	@Scripts/install "$(PREFIX)"

dist: build
	@Scripts/dist dist

clean:
	rm -rf .build build dist
