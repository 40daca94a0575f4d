# The verbs of this repository. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup run test unit lint format browser bench fuzz fuzz-short sanitize sanitize-short torture failover ledgers \
	trials bench-short torture-short failover-short clean

SWIFT_FLAGS := --explicit-target-dependency-import-check error

help:  ## lists these verbs
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup:  ## installs what is missing (Debian packages; the Swift toolchain must be there)
	@bin/setup build

run: setup  ## builds the server and runs it with a demo shop and a phone in the browser
	@echo "Building RetailMind (the first time takes a few minutes) …"
	@swift build -c release --product retailmind $(SWIFT_FLAGS)
	@exec .build/release/retailmind dev

test: setup lint unit bench-short fuzz-short sanitize-short torture-short failover-short browser  ## format lint, checked build, all tests, short trials, the phone in a real browser

unit:
	@echo "Building with tests …"
	@swift build --build-tests $(SWIFT_FLAGS)
	@echo "Running the tests …"
	@bin/unit-tests

lint:  ## checks the format of the sources
	@echo "Checking the format …"
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks Trials
	@cc -x c -fsyntax-only $$(pkg-config --cflags pangocairo) Sources/C/CCairo/shim.h

format:  ## formats the sources in place
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks Trials

browser:  ## types on the phone in a real browser and takes its pictures
	@bin/setup browser
	@bin/browser-test

bench: setup  ## measures; results are printed, docs/benchmarks.md keeps the last ones
	@swift build -c release --product retailmind $(SWIFT_FLAGS)
	@swift build -c release --product retailmind-bench $(SWIFT_FLAGS)
	@.build/release/retailmind-bench

bench-short:
	@echo "Seeing that the benchmark runs (a debug build: its figures mean nothing) …"
	@.build/debug/retailmind-bench --short

fuzz: setup  ## a million hostile webhook bodies, 100,000 hostile requests and more, under the address sanitizer
	@echo "Building with the address sanitizer …"
	@swift build -c release --sanitize address --scratch-path .build/address --product retailmind-fuzz $(SWIFT_FLAGS)
	@.build/address/release/retailmind-fuzz

fuzz-short:
	@echo "Trying hostile input …"
	@swift build --product retailmind-fuzz $(SWIFT_FLAGS)
	@.build/debug/retailmind-fuzz --short

sanitize: setup  ## all tests under the thread sanitizer and under the address sanitizer
	@bin/sanitize thread
	@bin/sanitize address

sanitize-short:
	@echo "Trying hostile requests under the thread sanitizer …"
	@swift build --product retailmind-fuzz --sanitize thread --scratch-path .build/thread $(SWIFT_FLAGS)
	@.build/thread/debug/retailmind-fuzz --short --door requests

torture: setup trials  ## kills servers and PostgreSQL while people write, counts every promise after, tries the limits
	@.build/release/retailmind-torture
	@.build/release/retailmind-torture limits

failover: setup trials  ## kills the primary of three PostgreSQL servers while people write, three times
	@.build/release/retailmind-torture failover

ledgers: setup  ## a million random entries in the books of several shops, beside sums kept in memory
	@swift build -c release --product retailmind-ledgers $(SWIFT_FLAGS)
	@.build/release/retailmind-ledgers

trials:
	@swift build -c release --product retailmind $(SWIFT_FLAGS)
	@swift build -c release --product retailmind-torture $(SWIFT_FLAGS)

torture-short:
	@.build/debug/retailmind-torture --short

failover-short:
	@.build/debug/retailmind-torture failover --short

clean:  ## removes what was built and the private database of `make run`
	rm -rf .build var
