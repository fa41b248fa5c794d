# make site     builds Gloss, renders notes/ into site/ and says what came of them
# make test     runs every test
# make bench    times the stages beside their peers
# make install  puts the program under PREFIX (default /usr/local)

PREFIX ?= /usr/local
SWIFT ?= swift
# The Swift runtime is linked statically: the program starts twice as fast and runs where no toolchain is installed.
RELEASE := -c release --static-swift-stdlib
PROGRAM := .build/release/gloss
JOBS := $(shell nproc 2>/dev/null || echo 2)

.PHONY: all site build test bench install uninstall setup clean

all: site

setup:
	@sh Scripts/setup.sh

build: setup
	$(SWIFT) build $(RELEASE) -j $(JOBS) --product gloss

site: build
	$(PROGRAM) build notes -o site

test: setup
	$(SWIFT) build -j $(JOBS) --build-tests
	$(SWIFT) test --skip-build

bench: build
	sh Benchmarks/run.sh

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/gloss"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/gloss"

clean:
	rm -rf .build
