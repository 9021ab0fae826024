"""Precision and recall of the reader: `python benchmarks/reading.py ARTICLES FACTS`, a folder and its facts.json."""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from any folder

from benchmarks.scoring import score
from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import read_file
from cooperation.article_reader.recognise import recognise
from cooperation.article_reader.report import build_report

ALL = "all"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("articles", type=Path, metavar="ARTICLES", help="The folder of the texts.")
    arguments.add_argument("facts", type=Path, metavar="FACTS", help="What each of them tells, as JSON.")
    options = arguments.parse_args()
    articles = json.loads(options.facts.read_text(encoding="utf-8"))["articles"]
    reports = build_reports(options.articles, [article["file"] for article in articles])
    sys.stdout.writelines(line + "\n" for line in format_score(score(reports, articles)))


def build_reports(folder, names):
    """{file name: report}."""
    gazetteer, reports = Gazetteer.from_folder(), {}
    for name in names:
        article = read_file(folder / name)
        reports[name] = build_report(article, recognise(article, gazetteer), name)
    return reports


def format_score(result):
    """A row for each kind and language, every missed fact and false finding, and the overall F1 last."""
    yield format_row("kind", "language", ["right", "missed", "false", "precision", "recall", "F1"])
    outcomes = [*result.right, *result.missed, *result.false]
    kinds = sorted({kind for _language, kind, _file, _text in outcomes})
    languages = sorted({language for language, _kind, _file, _text in outcomes})
    for kind in [*kinds, ALL]:
        for language in [*languages, ALL]:
            counts = count_outcomes(result, kind, language)
            if any(counts):
                yield format_row(kind, language, [*counts, *(f"{rate:.3f}" for rate in get_rates(*counts))])
    for label, outcomes in (("missed", result.missed), ("false", result.false)):
        for language, kind, file, text in outcomes:
            yield f"{label}: {file} ({language}) {kind}: {text}"
    yield f"F1 {get_rates(*count_outcomes(result, ALL, ALL))[2]:.3f}"


def format_row(kind, language, cells):
    return f"{kind:18} {language:8} " + " ".join(f"{cell:>9}" for cell in cells)


def count_outcomes(result, kind, language):
    """[right, missed, false] of a kind in a language, either of which may be ALL."""
    return [
        sum(1 for outcome in outcomes if kind in (outcome[1], ALL) and language in (outcome[0], ALL))
        for outcomes in (result.right, result.missed, result.false)
    ]


def get_rates(right, missed, false):
    """Precision, recall and F1; 1 where there was nothing to find."""
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * right / (2 * right + missed + false) if right + missed + false else 1.0


if __name__ == "__main__":
    main()
