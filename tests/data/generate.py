#!/usr/bin/env python3
"""Writes the private rows of the four fictional cohorts of Harbor Mentoring.

    python3 tests/data/generate.py            writes tests/data/private/cohorts/<id>/*.csv
    python3 tests/data/generate.py FOLDER     writes FOLDER/cohorts/<id>/*.csv

Needs Python 3.11 and nothing else. The same seed gives the same bytes: UTF-8, LF, rows sorted. Nobody in
these files exists. What was drawn can be checked against figures.json beside this file, which
tests/oracles/rows.py computes.

THE TRUTH THAT IS PLANTED (numbers stand in sample/plans.py)

Set by hand, so exact. How the matches that began stand:

                      2023-autumn   2024-autumn   2025-spring   2026-spring (running)
  matches                      24            38            12            46
  as planned                   12            25             9             0
  goals met                     1             4             1             3
  circumstances                 1             5             1             4
  relationship, support         5             4             1             2
  ended, no reason told         2             0             0             1 (held elsewhere)
  status not recorded           3             0             0             0
  active or paused              -             -             -            36
  completion (of rows)      13/24         29/38         10/12             -
  completion (of recorded)  13/21         29/38         10/12             -

  2023: all five endings about the relationship or our support fall between 37% and 60% of the planned
  length, so after the third month. 2024 and later: anywhere between 30% and 70%.
  Two matches of 2023 and two of 2026 are rematches; one of 2026 continues one of 2025. In 2024 and 2025 no
  mentor holds two matches.
  One match of 2024 was proposed and never began; it counts nowhere.

Set as probabilities, so seen through chance (the design: two things change at once in 2024, four hours of
training before matching in place of two, and a facilitator at the midpoint):
  TARGET `we-change-it`, share answering 4 or 5: 2023 40% (mentees) and 50% (mentors); from 2024 on 75%, 80%.
  WATCH  `skill`: baseline 3.1 and +0.55 at the end, the same in every cohort.
  `belonging` rises by 0.40 at the end in every cohort; `own-decisions` (mentees) from 38% to 62%.
  `mentor-growth`: 45% at baseline; at the end 48% in 2023, 70% from 2024 on.
  `recommend`: mean 7.4 in 2023 under another wording, 8.6 later, before answers are cut off at 10.
  `goals-reached`: mean 0.1 in 2023, 0.4 later. `worse-off`: one in 25, the same everywhere.
  Midpoint held: 50% in 2023, 90% later. Planned closing held (2025 restructures endings): 50%, 60%, 95%.
  Response: 2023 85% falling to 48% at the end, 2024 95% to 84%, 2025 all to 97%, 2026 93% and 80%. Whoever is in a
  match that broke over the relationship answers half as often after the start, and less favourably.

Traps, each at least once: ids of one person twice (same_as; within a cohort, and across), a mentee who is a
mentor later, a mentor of two matches, a group match, two mentors of one mentee, pauses (one still open), leaves with
cover, a rematch planned beyond its cohort's end, a reversed item, a reworded question, several choices in one
answer, empty cells everywhere, an early ending without a row, a status left empty, answers joined by a code, unlinked
end surveys.
"""

import csv
import pathlib
import sys

sys.dont_write_bytecode = True

from sample import answers, matches, plans, process

SEED = "harbor-11"


def write(folder, name, columns, rows):
    """One file: its columns in the order of the content model, its rows in the order of their text."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [[("" if row.get(column) is None else str(row[column])) for column in columns] for row in rows]
    with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows(sorted(lines))


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "private")
    world = matches.World(SEED)
    for plan in plans.PLANS:
        cohort = matches.make(world, plan)
        folder = root / "cohorts" / plan.id
        for name, (columns, rows) in {**matches.files(cohort), **process.files(cohort)}.items():
            write(folder, name, columns, rows)
        for survey, (columns, rows, invited) in answers.files(cohort).items():
            write(folder, f"responses-{survey}", columns, rows)
            print(f"{plan.id} {survey}: {len(rows)} of {invited} invited")


if __name__ == "__main__":
    main()
