#!/usr/bin/env python3
"""Times site generators side by side; called by benches/compare.sh, which builds what it needs.

    measure.py compare   WORK   one size: mentorbook, Hugo and the bare floor, alternating
    measure.py growth    WORK   500 to 20,000 guides, with the exponent that fits
    measure.py identical WORK   two builds, one thread and many, byte for byte
    measure.py serve     WORK   one guide edited under `serve`, until the new page is served
    measure.py release   WORK   rows of many cohorts become figures, beside pandas that only groups and averages
    measure.py outcomes  WORK   the public site of many released cohorts, with the exponent that fits

Old output is removed outside the timing. Figures are medians, with the smallest and the largest.
"""

import argparse
import hashlib
import math
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).parent


class Run:
    """What one run of a program took."""

    def __init__(self, command, **environment):
        os.sync()  # what the last run left to be written must not slow this one
        begin = time.perf_counter()
        child = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                 stdin=subprocess.DEVNULL, env=os.environ | environment)
        errors = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        self.wall = time.perf_counter() - begin
        self.user, self.system, self.peak = used.ru_utime, used.ru_stime, used.ru_maxrss / 1024
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"{command} failed ({child.returncode}):\n{errors.decode()[-2000:]}")


class Programs:
    """How each program builds the corpus of a folder, and how to make it forget the last time."""

    def __init__(self, options):
        self.options = options

    def clean(self, *folders):
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    def ours(self, corpus, *more, fresh=True, out="out-mentorbook", **environment):
        site = corpus / "mentorbook"
        if fresh:
            self.clean(corpus / out, site / ".mentorbook", site / "target", site / "output")
        return Run([self.options.mentorbook, "build", "--quiet", "--root", site, "--out", corpus / out, *more], **environment)

    def hugo(self, corpus):
        self.clean(corpus / "out-hugo")
        return Run([self.options.hugo, "--quiet", "--source", corpus / "hugo", "--destination", corpus / "out-hugo"])

    def bare(self, corpus):
        self.clean(corpus / "out-bare")
        return Run([self.options.bare, corpus / "mentorbook" / "content", corpus / "out-bare"])


def corpus(options, guides):
    folder = options.work / f"guides-{guides}"
    if not (folder / "mentorbook" / "content" / "program.yaml").exists():
        subprocess.run([sys.executable, HERE / "corpus.py", "--guides", str(guides), folder], check=True)
    return folder


def middle(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def spread(runs, field):
    values = [getattr(run, field) for run in runs]
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def table(rows):
    """Markdown, the first row as its head."""
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print("\n".join(lines), flush=True)


def report(cases):
    rows = [["", "wall s", "user s", "system s", "peak MB"]]
    for name, runs in cases.items():
        rows.append([name, *(spread(runs, field) for field in ("wall", "user", "system")), f"{middle(runs, 'peak'):.0f}"])
    table(rows)


def compare(options):
    programs, folder = Programs(options), corpus(options, options.guides)
    cases = {
        "bare: walk, read, parse, write": lambda: programs.bare(folder),
        "mentorbook, no search": lambda: programs.ours(folder, "--no-search"),
        "mentorbook, nothing changed": lambda: programs.ours(folder, "--no-search", fresh=False),
        "mentorbook, with search": lambda: programs.ours(folder),
        "mentorbook, one thread": lambda: programs.ours(folder, "--no-search", RAYON_NUM_THREADS="1"),
        "Hugo": lambda: programs.hugo(folder),
    }
    if not options.hugo:
        del cases["Hugo"]
    results = {name: [] for name in cases}
    for _ in range(options.rounds):
        for name, run in cases.items():
            results[name].append(run())
    print(f"\n{options.guides} guides, {options.rounds} rounds, {os.cpu_count()} cores\n")
    report(results)


def growth(options):
    programs, rows, points = Programs(options), [["guides", "wall s", "user + system s", "peak MB", "ms a guide"]], []
    for guides in options.sizes:
        folder = corpus(options, guides)
        runs = [programs.ours(folder, "--no-search") for _ in range(options.rounds)]
        wall, work = middle(runs, "wall"), middle(runs, "user") + middle(runs, "system")
        points.append((guides, wall, work))
        rows.append([guides, f"{wall:.2f}", f"{work:.2f}", f"{middle(runs, 'peak'):.0f}", f"{wall / guides * 1000:.2f}"])
    print()
    table(rows)
    for name, at in (("wall", 1), ("user + system", 2)):
        print(f"{name} grows as guides^{exponent([(p[0], p[at]) for p in points]):.2f}")


def exponent(points):
    """The slope of the straight line through the logarithms, by least squares."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mx, my = statistics.mean(xs), statistics.mean(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)


def digest(folder):
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.rglob("*") if f.is_file()}


def identical(options):
    programs, folder = Programs(options), corpus(options, options.guides)
    one = programs.ours(folder, out="out-one", RAYON_NUM_THREADS="1") and digest(folder / "out-one")
    many = programs.ours(folder, out="out-many", RAYON_NUM_THREADS="16") and digest(folder / "out-many")
    wrong = sorted(name for name in one.keys() | many.keys() if one.get(name) != many.get(name))
    print(f"{len(one)} files, one thread and sixteen: {'the same bytes' if not wrong else f'{len(wrong)} differ, such as {wrong[:5]}'}")
    return 1 if wrong else 0


def fetched(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except (urllib.error.URLError, ConnectionError):
        return ""


def until(wanted, url, limit):
    begin = time.perf_counter()
    while wanted not in fetched(url):
        if time.perf_counter() - begin > limit:
            sys.exit(f"waited {limit} s for “{wanted}” at {url}")
        time.sleep(0.002)
    return time.perf_counter() - begin


def serve(options):
    folder = corpus(options, options.guides)
    guide = folder / "mentorbook" / "content" / "guides" / "part-001" / "guide-00007.md"
    text = guide.read_text()
    base = f"http://127.0.0.1:{options.port}"
    url = f"{base}/part-001/guide-00007.html"
    server = subprocess.Popen([options.mentorbook, "serve", "--root", folder / "mentorbook", "--port", str(options.port)],
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        print(f"\n{options.guides} guides under serve: first page after {until('</html>', url, 120):.2f} s")
        times, page = [], folder / "mentorbook" / ".mentorbook" / "preview" / "public" / "part-001" / "guide-00007.html"
        for turn in range(options.rounds * 3):
            guide.write_text(text.replace("## What to try", f"Edited for turn {turn}.\n\n## What to try"))
            saved = guide.stat().st_mtime_ns
            # Nobody asks meanwhile: on two cores that would take one of them from the build. The next save
            # comes before the preview goes on to the search documents.
            time.sleep(0.3)
            until(f"Edited for turn {turn}.", url, 30)
            times.append((page.stat().st_ctime_ns - saved) / 1e6)
        print(f"from the time stamp of a saved guide to that of its new page in place: median {statistics.median(times):.0f} ms "
              f"({min(times):.0f}–{max(times):.0f}), {len(times)} edits")
    finally:
        guide.write_text(text)
        server.terminate()
        server.wait()


def release(options):
    """Cohorts of 100 matches, 2,000 answers each; --pandas names a Python that has it."""
    rows, points = [["cohorts", "program", "wall s", "user s", "system s", "peak MB"]], []
    for cohorts in options.cohorts:
        folder = options.work / f"rows-{cohorts}"
        subprocess.run([sys.executable, HERE / "rows.py", "--cohorts", str(cohorts), "--matches", "100",
                        "--answers", str(cohorts * 2000), folder], check=True, stdout=subprocess.DEVNULL)
        ours, theirs = [], []
        for _ in range(options.rounds):
            shutil.rmtree(folder / "private" / "ledger", ignore_errors=True)
            for old in folder.glob("content/cohorts/*/published.yaml"):
                old.unlink()
            ours.append(Run([options.mentorbook, "release", "--all", "--quiet", "--root", folder,
                             "--data", folder / "private"]))
            if options.pandas:
                theirs.append(Run([options.pandas, HERE / "pandas_means.py", folder]))
        points.append((cohorts, middle(ours, "wall")))
        for name, runs in (("mentorbook release", ours), ("pandas, means only", theirs)):
            if runs:
                rows.append([cohorts, name, *(f"{middle(runs, what):.2f}" for what in ("wall", "user", "system")),
                             f"{middle(runs, 'peak'):.0f}"])
    print()
    table(rows)
    if len(points) > 1:
        print(f"wall grows as rows^{exponent(points):.2f}")


def released(options, cohorts):
    """A program with that many closed cohorts: 40 matches, about 60 published figures and a story each, no rows."""
    folder = options.work / f"released-{cohorts}" / "mentorbook"
    if not (folder / "content" / "cohorts" / "c0000" / "published.yaml").exists():
        subprocess.run([sys.executable, HERE / "rows.py", "--cohorts", str(cohorts), "--matches", "40", "--answers",
                        str(cohorts * 1600), "--shares", "10", "--stories", folder], check=True, stdout=subprocess.DEVNULL)
        Run([options.mentorbook, "release", "--all", "--quiet", "--root", folder, "--data", folder / "private"])
        shutil.rmtree(folder / "private")
    return folder.parent


def outcomes(options):
    programs, points = Programs(options), []
    rows = [["cohorts", "figures each", "wall s", "user s", "system s", "peak MB", "ms a cohort", "nothing changed s"]]
    for cohorts in options.cohorts:
        folder = released(options, cohorts)
        figures = (folder / "mentorbook/content/cohorts/c0000/published.yaml").read_text().count("{ key: ")
        ours, again = [], []
        for _ in range(options.rounds):
            ours.append(programs.ours(folder))
            again.append(programs.ours(folder, fresh=False))
        wall = middle(ours, "wall")
        points.append((cohorts, wall))
        rows.append([cohorts, figures, *(spread(ours, what) for what in ("wall", "user", "system")),
                     f"{middle(ours, 'peak'):.0f}", f"{wall / cohorts * 1000:.2f}", f"{middle(again, 'wall'):.2f}"])
    print()
    table(rows)
    if len(points) > 1:
        print(f"wall grows as cohorts^{exponent(points):.2f}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("what", choices=["compare", "growth", "identical", "serve", "release", "outcomes"])
    options.add_argument("work", type=pathlib.Path)
    options.add_argument("--mentorbook", required=True)
    options.add_argument("--bare")
    options.add_argument("--hugo")
    options.add_argument("--guides", type=int, default=5000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--sizes", type=lambda text: [int(n) for n in re.split(r"[ ,]+", text)],
                         default=[500, 1000, 2000, 5000, 10000, 20000])
    options.add_argument("--cohorts", type=lambda text: [int(n) for n in re.split(r"[ ,]+", text)],
                         default=[250, 500, 1000])
    options.add_argument("--pandas", help="a Python with pandas, for `release`")
    options.add_argument("--port", type=int, default=8765)
    chosen = options.parse_args()
    parts = {"compare": compare, "growth": growth, "identical": identical, "serve": serve, "release": release, "outcomes": outcomes}
    sys.exit(parts[chosen.what](chosen))


if __name__ == "__main__":
    main()
