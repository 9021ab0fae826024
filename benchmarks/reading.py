"""How well the reader reads: `python benchmarks/reading.py ARTICLES FACTS`, a folder and its facts.json."""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from any folder

from benchmarks.scoring import score
from seeds.gazetteer import Gazetteer
from seeds.reader import read_file
from seeds.recognise import recognise
from seeds.report import report

ALL = "all"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("articles", type=Path, metavar="ARTICLES", help="The folder of the texts.")
    arguments.add_argument("facts", type=Path, metavar="FACTS", help="What each of them tells, as JSON.")
    options = arguments.parse_args()
    articles = json.loads(options.facts.read_text(encoding="utf-8"))["articles"]
    kept = score(read(options.articles, [article["file"] for article in articles]), articles)
    sys.stdout.writelines(line + "\n" for line in lines(kept))


def read(folder, names):
    gazetteer, reports = Gazetteer.from_folder(), {}
    for name in names:
        article = read_file(folder / name)
        reports[name] = report(article, recognise(article, gazetteer), name)
    return reports


def lines(kept):
    """A row for each kind and language, every miss and false find, and the overall F1 last."""
    yield row("kind", "language", ["right", "missed", "false", "precision", "recall", "F1"])
    told = [*kept.right, *kept.missed, *kept.false]
    kinds, languages = (sorted({each[index] for each in told}) for index in (1, 0))
    for kind in [*kinds, ALL]:
        for language in [*languages, ALL]:
            counts = counted(kept, kind, language)
            if any(counts):
                yield row(kind, language, [*counts, *(f"{share:.3f}" for share in shares(*counts))])
    for word, finds in (("missed", kept.missed), ("false", kept.false)):
        for language, kind, file, what in finds:
            yield f"{word}: {file} ({language}) {kind}: {what}"
    yield f"F1 {shares(*counted(kept, ALL, ALL))[2]:.3f}"


def row(kind, language, cells):
    return f"{kind:18} {language:8} " + " ".join(f"{cell:>9}" for cell in cells)


def counted(kept, kind, language):
    return [
        sum(1 for each in finds if kind in (each[1], ALL) and language in (each[0], ALL))
        for finds in (kept.right, kept.missed, kept.false)
    ]


def shares(right, missed, false):
    """Precision, recall and F1; what nobody asked for is read without fault."""
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * right / (2 * right + missed + false) if right + missed + false else 1.0


if __name__ == "__main__":
    main()
