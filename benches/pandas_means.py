#!/usr/bin/env python3
"""The peer of the rows benchmark: reads the same files with pandas, groups, averages, and nothing else.

    pip install pandas
    python3 benches/pandas_means.py FOLDER        FOLDER as benches/rows.py writes it

It reads every row file (matches, endings and the rest are only read), and prints a line: how many groups of cohort,
wave, role and item there are, how many answers, and the sum of the means. It types nothing, checks no reference, joins
no persons, and protects nobody: it is the floor for reading and grouping, and not a substitute. Files of one survey
are put together before they are grouped, which is how pandas is fastest.
"""

import pathlib
import sys

import pandas as pd


def main():
    surveys = {}
    for cohort in sorted((pathlib.Path(sys.argv[1]) / "private/cohorts").iterdir()):
        for file in sorted(cohort.glob("*.csv")):
            table = pd.read_csv(file)
            if file.stem.startswith("responses-"):
                _, wave, role = file.stem.split("-")
                surveys.setdefault((wave, role), {})[cohort.name] = table
    groups, answers, total = 0, 0, 0.0
    for (wave, role), tables in sorted(surveys.items()):
        rows = pd.concat(tables, names=["cohort", None]).drop(columns=["person", "match", "answered_on"])
        by_cohort = rows.groupby(level="cohort", sort=True)
        means, counts = by_cohort.mean(), by_cohort.count()
        groups += int((counts > 0).to_numpy().sum())
        answers += int(counts.to_numpy().sum())
        total += float(means.sum().sum())
    print(f"{groups} groups, {answers} answers, sum of means {total:.6f}")


if __name__ == "__main__":
    main()
