"""Expectations for the estimators, computed by other people's programs.

Writes tests/data/estimates.json: seeded random inputs for each estimator of src/outcomes/estimate, with what
numpy, scipy, statsmodels and lifelines make of them, to twelve significant digits. It uses none of our code.
The file is committed, so tests need no Python; run this again only when an estimator or a case is added:

    python3 -m venv /tmp/oracles
    /tmp/oracles/bin/pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0 lifelines==0.30.3
    /tmp/oracles/bin/python tests/oracles/estimates.py

The same versions write the same bytes.
"""

import json
import math
from pathlib import Path

import numpy as np
from lifelines import KaplanMeierFitter
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

CASES = 40
TARGET = Path(__file__).resolve().parent.parent / "data" / "estimates.json"


def digits(number):
    """Twelve significant digits; what rounding left of an exact 0 is 0."""
    return 0.0 if abs(number) < 1e-15 else float(f"{number:.12g}")


def pair(low, high):
    return [digits(float(low)), digits(float(high))]


def count(rng, most):
    """A size from 1 to `most`, small ones as likely as large ones."""
    return int(math.exp(rng.uniform(0, math.log(most + 1))))


def share(rng, most):
    """x of n; every fourth at an end, where formulas break."""
    n = count(rng, most)
    x = int(rng.choice([0, n])) if rng.random() < 0.25 else int(rng.integers(0, n + 1))
    return x, n


def wilson(x, n):
    low, high = proportion_confint(x, n, alpha=0.05, method="wilson")
    return pair(low, high)


def proportion(rng):
    x, n = share(rng, 5000)
    return {"x": x, "n": n, "wilson": wilson(x, n)}


def difference(rng):
    a, b = share(rng, 2000), share(rng, 2000)
    low, high = confint_proportions_2indep(*a, *b, compare="diff", method="newcomb", alpha=0.05)
    return {"a": a, "b": b, "ci": pair(low, high)}


def mean(rng):
    answers = rng.integers(1, 6, count(rng, 200) + 1)
    if answers.min() == answers.max():
        answers[0] = 6 - answers[0] if answers[0] != 3 else 1
    described = DescrStatsW(answers.astype(float))
    deviation = np.std(answers, ddof=1)
    return {
        "answers": answers.tolist(),
        "mean": digits(described.mean),
        "sd": digits(deviation),
        "ci": pair(*described.tconfint_mean(alpha=0.05)),
    }


def paired(rng):
    # Means of four items, as scales give them: quarters, which are exact.
    before = rng.integers(4, 21, count(rng, 60) + 2) / 4
    after = np.clip(before + rng.integers(-3, 7, before.size) / 4, 1, 5)
    after[0] = before[0] + 0.25
    after[1] = before[1] - 0.25
    result = stats.ttest_rel(after, before)
    low, high = result.confidence_interval(0.95)
    return {
        "before": before.tolist(),
        "after": after.tolist(),
        "mean": digits(np.mean(after - before)),
        "ci": pair(low, high),
    }


def t_quantile(rng):
    # Half of them around the thousand, where one method takes over from another in many programs.
    degrees = count(rng, 10**7) if rng.random() < 0.5 else int(rng.integers(900, 1100))
    return {"df": degrees, "t": digits(stats.t.ppf(0.975, degrees))}


def survival(time, code, day):
    """lifelines between the ends; at the ends Wilson's interval of those whose state after `day` is known."""
    followed, ended = int(np.sum(time >= day)), int(np.sum((time <= day) & (code == 1)))
    fitted = KaplanMeierFitter(alpha=0.05).fit(time, code == 1)
    share = float(fitted.survival_function_at_times(day).iloc[0])
    if share == 0:
        interval = wilson(0, ended)
    elif followed == 0:
        return None
    elif ended == 0:
        interval = wilson(followed, followed)
    else:
        interval = pair(*fitted.confidence_interval_.loc[:day].iloc[-1])
    return {"followed": followed, "s": digits(share), "ci": interval}


def kaplan_meier(rng):
    # Code 1 is an event, 2 a competing ending, 0 censored. Weeks make ties; a day may lie past them all.
    size, week = count(rng, 60), int(rng.choice([1, 7]))
    time = rng.integers(0, 200 // week, size) * week
    code = rng.choice([0, 1, 2], size, p=rng.dirichlet([3, 6, 1]))
    days = [*np.quantile(time, [0, 0.2, 0.4, 0.6, 0.8, 1]), rng.integers(0, 220)]
    days = sorted({int(day) for day in days})
    return {
        "time": time.tolist(),
        "code": code.tolist(),
        "at": {str(day): survival(time, code, day) for day in days},
    }


def goal_attainment(rng):
    # The score as a standardised sum: goals with variance 1 and correlation 0.3 between any two.
    size = int(rng.integers(1, 9))
    levels, weights = rng.integers(-2, 3, size), rng.integers(1, 6, size)
    covariance = np.full((size, size), 0.3) + 0.7 * np.eye(size)
    score = 50 + 10 * (weights @ levels) / math.sqrt(weights @ covariance @ weights)
    return {"x": levels.tolist(), "w": weights.tolist(), "t": digits(score)}


def limit(theta, n, p):
    """Spiegelhalter's interpolated quantile, as a share, not yet between 0 and 1."""
    spread = stats.binom(n, theta)
    crossing = int(spread.ppf(p))
    return (crossing - (spread.cdf(crossing) - p) / spread.pmf(crossing)) / n


def funnel(rng):
    theta, n = round(rng.uniform(0.02, 0.98), 3), count(rng, 20000)
    limits = {}
    for name, tail in (("l95", 0.025), ("l998", 0.001)):
        low, high = limit(theta, n, tail), limit(theta, n, 1 - tail)
        limits[name] = pair(min(max(low, 0), theta), max(min(high, 1), theta))
    return {"theta": theta, "n": n} | limits


def non_response(rng):
    # By trying every way in which the others could have answered.
    x, answered = share(rng, 300)
    invited = answered + int(rng.integers(0, 100))
    possible = [(x + more) / invited for more in range(invited - answered + 1)]
    return {"x": x, "answered": answered, "invited": invited, "range": pair(min(possible), max(possible))}


ESTIMATORS = {
    "proportion": proportion,
    "difference_newcombe10": difference,
    "mean": mean,
    "paired_t": paired,
    "t_quantile": t_quantile,
    "kaplan_meier": kaplan_meier,
    "goal_attainment_t": goal_attainment,
    "funnel_exact_binomial": funnel,
    "non_response": non_response,
}


def main():
    parts = ['"note": "Written by tests/oracles/estimates.py; 95% intervals, twelve significant digits."']
    for seed, (name, estimator) in enumerate(ESTIMATORS.items()):
        # A stream of its own for each, so that a new estimator moves no other's cases.
        rng = np.random.default_rng(20260302 + seed)
        cases = ",\n".join("  " + json.dumps(estimator(rng), allow_nan=False) for _ in range(CASES))
        parts.append(f"{json.dumps(name)}: [\n{cases}\n ]")
    TARGET.write_text("{\n " + ",\n ".join(parts) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
