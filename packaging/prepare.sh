#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes this checkout ready: system libraries where they can be installed, .venv, and the locked packages.
#
#   packaging/prepare.sh run       what the program needs
#   packaging/prepare.sh test      that, and what the tests need
#   packaging/prepare.sh package   that, and what builds the folder to hand on
#
# PYTHON=/usr/bin/python3.12 names the Python to use. Doing it twice changes nothing the second time.
set -eu

cd "$(dirname "$0")/.."
purpose=${1:-run}
venv=.venv
missing_needed=
missing_wished=
missing_words=

say() { printf '%s\n' "$*" >&2; }
stop() {
    say "$@"
    exit 1
}

on_path() { command -v "$1" >/dev/null 2>&1; }

# --- Python

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if on_path "$name" && is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    stop "Python 3.11 or newer was not found. Install it, or name it: make run PYTHON=/path/to/python3"
}

# --- What the system has

library_names() {
    if on_path ldconfig; then ldconfig -p; else /sbin/ldconfig -p; fi
}

# need KIND PACKAGE LIBRARY: note the package when no such library is known.
need() {
    case $libraries in
        *"$3 "*) ;;
        *) note "$1" "$2" ;;
    esac
}

note() {
    if [ "$1" = needed ]; then
        missing_needed="$missing_needed $2"
    else
        missing_wished="$missing_wished $2"
    fi
}

# has_font LANGUAGE FILE_PATTERN: whether any font can show the language.
has_font() {
    if on_path fc-list; then
        [ -n "$(fc-list ":lang=$1" file 2>/dev/null)" ]
    else
        [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name "$2" 2>/dev/null | head -n 1)" ]
    fi
}

look_at_libraries() {
    libraries=$(library_names 2>/dev/null || true)
    [ -n "$libraries" ] || return 0
    need needed libgl1 libGL.so.1
    need needed libegl1 libEGL.so.1
    need needed libxkbcommon0 libxkbcommon.so.0
    need needed libglib2.0-0 libgthread-2.0.so.0
    need needed libfontconfig1 libfontconfig.so.1
    need needed libdbus-1-3 libdbus-1.so.3
    need wished libxkbcommon-x11-0 libxkbcommon-x11.so.0
    need wished libxcb-cursor0 libxcb-cursor.so.0
    need wished libxcb-icccm4 libxcb-icccm.so.4
    need wished libxcb-keysyms1 libxcb-keysyms.so.1
    need wished libxcb-shape0 libxcb-shape.so.0
}

look_at_fonts() {
    has_font ar 'NotoSansArabic*' || note wished fonts-noto-core
    has_font zh-cn 'NotoSansCJK*' || note wished fonts-noto-cjk
}

# Debian ships Python without the part that makes virtual environments.
look_at_python() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    case $python in
        /usr/bin/*) note needed "$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')" ;;
        *) stop "$python can't make virtual environments: its modules ensurepip and venv are missing." ;;
    esac
}

look_at_tools() {
    [ "$purpose" != package ] || on_path objdump || note needed binutils
}

# --- What is done about it

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    on_path apt-get || return 1
    [ "$(id -u)" = 0 ] || { on_path sudo && sudo -n true 2>/dev/null; }
}

install_packages() {
    say "Installing system packages:$*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q=2 update >&2 </dev/null || true
    # shellcheck disable=SC2086 # a list of names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q=2 -o DPkg::Lock::Timeout=120 \
        install -y --no-install-recommends $1 >&2 </dev/null
}

name_the_missing() {
    if on_path apt-get; then
        say "Missing system packages. Install them with: sudo apt-get install$1"
        [ -z "$missing_needed" ] || stop "Without these it can't start:$missing_needed"
    else
        say "If no window opens, look for these libraries; your system may name them otherwise than Debian does:$1"
    fi
}

mend_system() {
    missing_words="$missing_needed$missing_wished"
    [ -n "$missing_words" ] || return 0
    if may_install && install_packages "$missing_words"; then
        return 0
    fi
    name_the_missing "$missing_words"
}

# --- The virtual environment

make_venv() {
    "$venv/bin/python" -c 'import pip' 2>/dev/null && return
    say "Making $venv with $python"
    "$python" -m venv --clear "$venv" || stop "$venv could not be made; the lines above say why."
}

pip_install() {
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-input "$@" ||
        stop "The locked packages could not be installed; the lines above say why. Once connected, run make again."
}

install_locked() {
    say "Installing what requirements/$1.txt names"
    pip_install --require-hashes -r "requirements/$1.txt"
}

# is_fresh STAMP FILE...: whether the stamp is there and no file is newer.
is_fresh() {
    [ -e "$1" ] || return 1
    [ -z "$(find "$@" -prune -newer "$1")" ]
}

python=$(find_python)
if [ "$(uname -s)" = Linux ]; then
    look_at_libraries
    look_at_fonts
    look_at_python
    look_at_tools
    mend_system
fi
make_venv
if ! is_fresh "$venv/.app-ready" requirements/app.txt pyproject.toml; then
    install_locked app
    pip_install --no-deps --no-build-isolation -e .
    touch "$venv/.app-ready"
fi
if [ "$purpose" != run ] && ! is_fresh "$venv/.dev-ready" requirements/dev.txt; then
    install_locked dev
    touch "$venv/.dev-ready"
fi
