"""How fast the reader reads, and how its time grows with the text and with the names of the gazetteer."""

import resource
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from any folder

from seeds.gazetteer import TABLES, Gazetteer, rows
from seeds.reader import read_text
from seeds.recognise import recognise

ARTICLES, LENGTH = 1000, 4096
TEXTS = [16_000, 64_000, 256_000, 1_000_000]
NAMES = [5_000, 10_000, 20_000, 40_000]
SAMPLE = 20
INVENTED = Path(__file__).parents[1] / "tests" / "seeds" / "articles"


def main():
    gazetteer = Gazetteer.from_folder()
    texts = [text_of(LENGTH, start) for start in range(ARTICLES)]
    seconds = timed(texts, gazetteer)
    show(f"{ARTICLES:,} articles of {LENGTH:,} characters: {seconds:.1f} s, {1000 * seconds / ARTICLES:.1f} ms each")
    show(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    grow("characters of one text", TEXTS, lambda size: timed([text_of(size)], gazetteer))
    grow("names in the gazetteer", NAMES, lambda size: timed(texts[:SAMPLE], gazetteer_of(size)))


def grow(what, sizes, measure):
    """The median of three runs for each size, and how many times the one before."""
    before = None
    for size in sizes:
        seconds = median(measure(size) for _ in range(3))
        ratios = f" size x {size / before[0]:.1f}, time x {seconds / before[1]:.2f}" if before else ""
        show(f"{size:>9,} {what}: {seconds:7.3f} s{ratios}")
        before = (size, seconds)


def timed(texts, gazetteer):
    began = perf_counter()
    for text in texts:
        recognise(read_text(text), gazetteer)
    return perf_counter() - began


def text_of(length, start=0):
    """Paragraphs of the invented articles of one language, from the `start`th on, up to `length` characters."""
    language = ("vi", "fr", "en")[start % 3]
    lines = paragraphs(language)
    chosen, size = [], 0
    for line in islice(cycle(lines), start % len(lines), None):
        if size + len(line) > length:
            break
        chosen.append(line)
        size += len(line) + 1
    return "\n".join(chosen)


def paragraphs(language):
    texts = (path.read_text(encoding="utf-8") for path in sorted(INVENTED.glob(f"*-{language}.txt")))
    return [line for text in texts for line in text.split("\n") if line.endswith(".")]


def gazetteer_of(size):
    """The places of the tables, then invented ones beside them, `size` in all."""
    units = rows(TABLES / "units.csv")[:size]
    more = [
        {
            "key": f"fr-invented-{n}",
            "country": "FR",
            "administrative_level": "fr_commune",
            "name_fr": f"{invented(n)}-sur-Seine",
        }
        for n in range(size - len(units))
    ]
    return Gazetteer([*units, *more])


def invented(number):
    """A word of its own for each number: `Babe`, `Babi`, …"""
    letters = ""
    while number or len(letters) < 4:
        number, rest = divmod(number, 85)
        letters += "bcdfglmnprstvxzhj"[rest % 17] + "aeiou"[rest // 17]
    return letters.capitalize()


def show(line):
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
