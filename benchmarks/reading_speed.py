"""Speed of the reader, and how its time grows with the length of the text and the size of the gazetteer."""

import resource
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from any folder

from cooperation.article_reader.gazetteer import TABLES, Gazetteer, rows
from cooperation.article_reader.reader import read_text
from cooperation.article_reader.recognise import recognise
from cooperation.core.languages import FRENCH, LANGUAGE_CODES

ARTICLES, LENGTH = 1000, 4096
TEXTS = [16_000, 64_000, 256_000, 1_000_000]
NAMES = [5_000, 10_000, 20_000, 40_000]
SAMPLE = 20
INVENTED = Path(__file__).parents[1] / "tests" / "article_reader" / "articles"


def main():
    gazetteer = Gazetteer.from_folder()
    texts = [build_text(LENGTH, start) for start in range(ARTICLES)]
    seconds = measure_seconds(texts, gazetteer)
    show(f"{ARTICLES:,} articles of {LENGTH:,} characters: {seconds:.1f} s, {1000 * seconds / ARTICLES:.1f} ms each")
    show(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    measure_growth("characters of one text", TEXTS, lambda size: measure_seconds([build_text(size)], gazetteer))
    measure_growth("names in the gazetteer", NAMES, lambda size: measure_seconds(texts[:SAMPLE], build_gazetteer(size)))


def measure_growth(label, sizes, measure):
    """Print the median of three runs for each size, and its ratio to the previous one."""
    previous = None
    for size in sizes:
        seconds = median(measure(size) for _ in range(3))
        ratios = f" size x {size / previous[0]:.1f}, time x {seconds / previous[1]:.2f}" if previous else ""
        show(f"{size:>9,} {label}: {seconds:7.3f} s{ratios}")
        previous = (size, seconds)


def measure_seconds(texts, gazetteer):
    started = perf_counter()
    for text in texts:
        recognise(read_text(text), gazetteer)
    return perf_counter() - started


def build_text(length, start=0):
    """Up to `length` characters of invented articles in one language, beginning with paragraph `start`."""
    language = LANGUAGE_CODES[start % 3]
    lines = read_paragraphs(language)
    selected, size = [], 0
    for line in islice(cycle(lines), start % len(lines), None):
        if size + len(line) > length:
            break
        selected.append(line)
        size += len(line) + 1
    return "\n".join(selected)


def read_paragraphs(language):
    texts = (path.read_text(encoding="utf-8") for path in sorted(INVENTED.glob(f"*-{language}.txt")))
    return [line for text in texts for line in text.split("\n") if line.endswith(".")]


def build_gazetteer(size):
    """The units of the tables, and invented ones up to `size` in all."""
    units = rows(TABLES / "units.csv")[:size]
    invented_units = [
        {
            "key": f"fr-invented-{number}",
            "country": "FR",
            "administrative_level": "fr_commune",
            f"name_{FRENCH}": f"{invent_word(number)}-sur-Seine",
        }
        for number in range(size - len(units))
    ]
    return Gazetteer([*units, *invented_units])


def invent_word(number):
    """A different word for each number: `Babe`, `Babi`, …"""
    letters = ""
    while number or len(letters) < 4:
        number, rest = divmod(number, 85)
        letters += "bcdfglmnprstvxzhj"[rest % 17] + "aeiou"[rest // 17]
    return letters.capitalize()


def show(line):
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
