#!/bin/sh
# Installs the C libraries that Gloss links, where they are missing. Needs apt-get, as root or through sudo.
set -eu

missing=""
need() { # need PACKAGE HEADER
    for place in /usr/include /usr/include/"$(uname -m)"-linux-gnu /usr/local/include; do
        [ -e "$place/$2" ] && return 0
    done
    missing="$missing $1"
}
need_module() { # need_module PACKAGE MODULE HEADER
    if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$2"; then return 0; fi
    need "$1" "$3"
}

command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
need_module libcmark-dev libcmark cmark.h
need_module libyaml-dev yaml-0.1 yaml.h
need_module libtomlplusplus-dev tomlplusplus toml++/toml.h
need_module libopenblas-dev openblas cblas.h
need_module liblapacke-dev lapacke lapacke.h

if ! command -v swift >/dev/null 2>&1; then
    echo "setup: swift is not on the PATH; Gloss needs Swift 6.2 or later (https://www.swift.org/install)" >&2
    exit 1
fi
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "setup: missing:$missing" >&2
    echo "setup: there is no apt-get here; install these libraries by other means and run make again" >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    run=""
elif command -v sudo >/dev/null 2>&1; then
    run="sudo"
else
    echo "setup: missing:$missing" >&2
    echo "setup: not root and no sudo; ask an administrator to run: apt-get install$missing" >&2
    exit 1
fi
echo "setup: installing$missing"
export DEBIAN_FRONTEND=noninteractive
$run apt-get update -qq
# shellcheck disable=SC2086
$run apt-get install -y -qq --no-install-recommends $missing
