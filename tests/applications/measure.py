"""Measures the reader on folders of labelled postings: ``python -m tests.applications.measure DIR [DIR ...]``.

``--mistakes`` lists every mistake. Each folder has postings beside their labels, in the form of the labelling guide.
"""

import argparse
import time
from functools import reduce
from operator import add
from pathlib import Path

import yaml

from applications.reading.reading import read
from applications.reading.shapes import Vocabulary

from .scoring import PASTED_ON, Score, scores, vocabulary

COLUMNS = (
    ("rows P", "rows", "precision"),
    ("rows R", "rows", "recall"),
    ("strength", "strength", "recall"),
    ("kind", "kind", "recall"),
    ("months", "months", "recall"),
    ("credent.", "credentials", "recall"),
    ("skills P", "skills", "precision"),
    ("R term", "termed", "recall"),
    ("R other", "paraphrased", "recall"),
    ("duties P", "duties", "precision"),
    ("duties R", "duties", "recall"),
    ("header", "header", "recall"),
    ("role", "role", "recall"),
)


def line(name: str, one: Score) -> str:
    """A posting's numbers side by side."""
    cells = []
    for _, count, share in COLUMNS:
        has = one.counts[count].asked or one.counts[count].proposed
        cells.append(f"{getattr(one.counts[count], share):8.3f}" if has else f"{'-':>8}")
    return f"{name[:28]:28} " + " ".join(cells) + f" {one.false_alarms:3}/{one.traps}"


def per_second(folders: list[Path], words: Vocabulary, *, seconds: float = 3.0) -> float:
    """How many of the postings are read in a second, text and all, on one core."""
    names = [
        file.parent / yaml.safe_load(file.read_text())["posting"] for one in folders for file in one.glob("*.yaml")
    ]
    raws = [name.read_text(encoding="utf-8") for name in names]
    started, done = time.process_time(), 0
    while (spent := time.process_time() - started) < seconds:
        for raw in raws:
            read(raw, vocabulary=words, pasted_on=PASTED_ON)
        done += len(raws)
    return done / spent


def main() -> None:
    """Prints a table for each folder and the totals of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--mistakes", action="store_true", help="list every mistake")
    options = parser.parse_args()
    words = vocabulary()
    every: list[Score] = []
    for folder in options.folders:
        scored = scores(folder, words)
        print(f"\n{folder}\n{'':28} " + " ".join(f"{title:>8}" for title, _, _ in COLUMNS) + " alarms")
        for name, one in scored.items():
            print(line(name, one))
            if options.mistakes:
                print("\n".join(f"    {mistake}" for mistake in one.mistakes))
        every += scored.values()
    if every:
        total = reduce(add, every)
        print(line(f"all {len(every)}", total))
        print(f"{per_second(options.folders, words):.0f} postings a second")


if __name__ == "__main__":
    main()
