#!/usr/bin/env bash
# All tests: the engine's, then the built handbook in a real Chromium.
#   bash tests/run.sh            everything
#   bash tests/run.sh engine     cargo's tests only
#   bash tests/run.sh browser    the browser tests only
# It ends with a line "N passed, N failed" and exits 0 only if nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.."

part=${1:-all}
site="$PWD/target/tested-site"
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
# Private pages lie outside the program.
staff="$logs/staff"
passed=0 failed=0

say() { printf '\n== %s\n' "$*"; }
# Adds up the numbers that a pattern with one group finds in a log.
sum() { sed -nE "s/\x1b\[[0-9;]*m//g; s/.*$1.*/\1/p" "$2" | awk '{ n += $1 } END { print n + 0 }'; }
count() { passed=$((passed + $1)) failed=$((failed + $2)); }
# A step that could not even run its tests is one failure.
broken() { printf 'failed: %s\n' "$*" >&2; count 0 1; }

engine() {
  say "Tests of the engine"
  local log="$logs/engine" doc="$logs/doc" ok=0
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --no-fail-fast 2>&1 | tee "$log" || ok=1
    count "$(sum 'tests? run: ([0-9]+) passed' "$log")" "$(sum 'tests? run: .* ([0-9]+) failed' "$log")"
    cargo test --doc 2>&1 | tee "$doc" || ok=1
  else
    cargo test --no-fail-fast 2>&1 | tee "$doc" || ok=1
  fi
  count "$(sum 'test result: .* ([0-9]+) passed;' "$doc")" "$(sum 'test result: .* ([0-9]+) failed;' "$doc")"
  if [ $ok -ne 0 ] && [ "$failed" -eq 0 ]; then broken "the engine's tests did not build or did not end"; fi
}

build() {
  say "Building the handbook"
  rm -rf "$site"
  cargo build --release && cargo run --release --quiet -- build --out "$site" || return
  # Findings about the sample's rows are no news here.
  env -u CI cargo run --release --quiet -- build --edition staff --data tests/data/private \
    --as-of 2026-11-22 --out "$staff" --quiet
}

# Chromium by Debian's packages where we may install them, else a plain word on what is missing.
chromium_there() {
  [ -n "${CHROMIUM:-}" ] && return
  for place in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ -x "$place" ] && return
  done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-dejavu-core
  else
    echo "Please install Chromium (on Debian: apt install chromium), or name it in the variable CHROMIUM." >&2
    return 1
  fi
}

tools() {
  if ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; then
    echo "Please install Node.js 20 or later, with npm." >&2
    return 1
  fi
  chromium_there && npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --loglevel=error
}

browser() {
  say "The handbook in a browser"
  local log="$logs/browser"
  tools || { broken "the browser tests lack a tool"; return; }
  MENTORBOOK_SITE="$site" MENTORBOOK_STAFF="$staff" node --test --test-concurrency=2 --test-timeout=600000 --test-reporter=spec \
    tests/browser/*.test.mjs </dev/null 2>&1 | tee "$log"
  local ok=$? before=$failed
  count "$(sum '^[^a-z]*pass ([0-9]+)$' "$log")" "$(sum '^[^a-z]*fail ([0-9]+)$' "$log")"
  count 0 "$(sum '^[^a-z]*cancelled ([0-9]+)$' "$log")"
  if [ $ok -ne 0 ] && [ "$failed" -eq "$before" ]; then broken "the browser tests did not end"; fi
}

if [ "$part" != browser ]; then engine; fi
if [ "$part" != engine ]; then
  if build; then browser; else broken "the handbook did not build"; fi
fi

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
