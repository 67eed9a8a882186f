#!/usr/bin/env python3
"""The true, private figures of the sample cohorts, computed from rows and YAML by other means than mentorbook's.

    python3 -m venv V && V/bin/pip install pandas numpy scipy lifelines pyyaml
    V/bin/python tests/oracles/rows.py            reads content/ and tests/data/private, writes tests/data/figures.json

Makes no use of mentorbook. Every figure is defined where it is computed: rowtruth/relations.py (funnel, endings,
retention), rowtruth/answers.py (response, measures, change), rowtruth/process.py (check-ins, contacts, meetings,
hours, roles). Numbers that are not whole have 12 significant digits; null is "there is no such figure". These are
true figures of rows about nobody: of a real program's rows such a file must never be kept.

WHAT ALL FIGURES SHARE
person       Ids joined by `same_as`, in any cohort, are one person.
started      A match whose status is anything but `proposed`; an empty status counts as started. Every figure about
             matches is about started ones.
running      Status `active` or `paused` in a cohort whose own status is not `closed`.
unrecorded   Status empty; or `active` or `paused` in a closed cohort, where it says nothing any more.
as of        `data_as_of` of the cohort.
paused days  From the date of a `paused` event to (not including) the date of the next `resumed` event of that match.
             Where another `paused` comes first, to `until` or that other one, whichever is first; where nothing
             comes, to `until`; without that, to the day up to which is counted. A `resumed` on the day of a `paused`
             ends the pause before it, if that one has not been resumed; else the pause of that day holds no day.
             `away` stops no clock.
length       Whole days from `matched_on` to a day, less the paused days between.
matched_on   Of a match that continues another one, no day before the start of its cohort.
An empty cell is *not recorded* and never *no*.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True

from rowtruth import answers, process, relations
from rowtruth.load import load

ROOT = pathlib.Path(__file__).parents[2]


def plain(value):
    """Ready for JSON: 12 significant digits, None for what is no number."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if value is None or isinstance(value, (str, bool)):
        return value
    if float(value) != float(value):
        return None
    return int(value) if float(value).is_integer() and not isinstance(value, float) else float(f"{float(value):.12g}")


def main():
    data = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/data/private"
    book = load(ROOT / "content", data)
    figures = {}
    for cohort in book.cohorts:
        figures[cohort.id] = {
            **relations.figures(book, cohort), **answers.figures(book, cohort), **process.figures(book, cohort)}
    out = ROOT / "tests/data/figures.json"
    out.write_text(json.dumps(plain(figures), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out.relative_to(ROOT)}: {len(figures)} cohorts")


if __name__ == "__main__":
    main()
