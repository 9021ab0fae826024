"""The part `## facts` of an account: groups of facts, each followed by the sentences that state them.

    - agreement/ha-noi-toulouse-2023 | signed_on | 2023-04-15
    - conference/12 | conference_theme | … | vi
      vi: Thành phố Hà Nội và thành phố Toulouse
      fr: La ville de Hanoï
      en: Hà Nội and Toulouse

    - conference/10 | people | 696 | registered | as of 2016-08-30
    - partnership/hue-city-rennes | since | 1998 | about | inferred anniversary

Behind the value stand the language of a text and what qualifies a number or date (`article_reader.qualifiers`).

A sentence is given by its beginning, with as many words as it takes to find it in the text of its language.
"""

import re
from typing import NamedTuple

from cooperation.article_reader.facts import CHOICE, COOPERATION, DATE, FACT_TYPES, KEY, MENTION, NUMBER, Subject
from cooperation.article_reader.partial import is_valid
from cooperation.article_reader.qualifiers import COMPARATORS, INFERENCES, NATURES, Qualifiers
from cooperation.article_reader.reading.article import UnreadableArticle
from cooperation.article_reader.recognise.passages import bounds
from cooperation.core.languages import LANGUAGE_CODES

from .account import AccountFact

HEADING = "## facts"
WHOLE = "cooperation"  # the subject that is the cooperation as a whole
CODE = re.compile(r"[A-Z]{2}|[a-z0-9]+(?:[-_][a-z0-9]+)*")  # FR, vn-ha-noi, cooperation_agreement
MIN_CELLS = 3
MIN_WORDS = 6  # of the beginning of a sentence


class Row(NamedTuple):
    """A line of the part, and the beginnings of its sentences by language."""

    number: int
    subject: Subject
    name: str
    value: str
    language: str
    qualifiers: Qualifiers
    beginnings: dict


def read_rows(lines, name):
    """The rows of numbered lines; a group of rows shares the sentences that follow it."""
    rows, group, beginnings = [], [], {}
    for number, line in lines:
        sentence = re.fullmatch(r"\s+(\w\w): (.+)", line)
        if not line.strip():
            continue
        if line.startswith("- "):
            if beginnings:
                group, beginnings = [], {}
            rows.append(read_row(line[2:], name, number))
            group.append(rows[-1])
        elif sentence and group and sentence[1] in LANGUAGE_CODES and sentence[1] not in beginnings:
            beginnings[sentence[1]] = sentence[2].strip()
            for row in group:
                row.beginnings[sentence[1]] = sentence[2].strip()
        else:
            raise UnreadableArticle(name, "a line of facts is `- subject | fact | value` or `  vi: sentence`", number)
    return rows


def read_row(text, name, number):
    cells = [cell.strip() for cell in text.split("|")]
    if cells[1:] == [MENTION]:
        cells.append(cells[0].partition("/")[2])
    if len(cells) < MIN_CELLS or not all(cells):
        raise UnreadableArticle(name, f"a fact is subject | fact | value, then what qualifies it: {text!r}", number)
    kind, _slash, key = cells[0].partition("/")
    subject = COOPERATION if cells[0] == WHOLE else Subject(kind, key)
    names = FACT_TYPES.get(subject.kind)
    if names is None or (subject != COOPERATION and not key):
        raise UnreadableArticle(name, f"{cells[0]!r} is no subject, such as agreement/ha-noi-toulouse-2023", number)
    if cells[1] not in names:
        raise UnreadableArticle(name, f"{cells[1]!r} is no fact of {cells[0]!r}", number)
    check_value(names[cells[1]], cells[2], name, number)
    language, qualifiers = read_qualifiers(cells[MIN_CELLS:], name, number)
    return Row(number, subject, cells[1], cells[2], language, qualifiers, {})


def read_qualifiers(cells, name, number):
    """(language, Qualifiers) of the cells behind the value."""
    language, values = "", {}
    for cell in cells:
        code = cell.replace(" ", "_")
        if cell in LANGUAGE_CODES:
            language = cell
        elif code in COMPARATORS:
            values["comparator"] = code
        elif code in NATURES:
            values["nature"] = code
        elif code.removeprefix("inferred_") in INFERENCES:
            values["inference"] = code.removeprefix("inferred_")
        elif cell.startswith("as of ") and is_valid(cell.removeprefix("as of ")):
            values["as_of"] = cell.removeprefix("as of ")
        else:
            raise UnreadableArticle(name, f"{cell!r} is no language and qualifies nothing", number)
    return language, Qualifiers(**values)


def write_qualifiers(qualifiers):
    """The cells of `read_qualifiers`."""
    words = [qualifiers.comparator.replace("_", " "), qualifiers.nature.replace("_", " ")]
    words.append(f"as of {qualifiers.as_of}" if qualifiers.as_of else "")
    words.append(f"inferred {qualifiers.inference.replace('_', ' ')}" if qualifiers.inference else "")
    return filter(None, words)


def check_value(fact_type, value, name, number):
    if fact_type.value_type == NUMBER and not value.isdecimal():
        raise UnreadableArticle(name, f"{value!r} is no number", number)
    if fact_type.value_type in (KEY, CHOICE) and not CODE.fullmatch(value):
        raise UnreadableArticle(name, f"{value!r} is no key", number)
    if fact_type.value_type == DATE and not is_valid(value):
        raise UnreadableArticle(name, f"{value!r} is no date such as 2023, 2023-04 or 2023-04-15", number)


def find_facts(rows, versions, name):
    """[AccountFact] with whole sentences. Raises UnreadableArticle for a beginning that no sentence has."""
    sentences = {code: split_sentences(version) for code, version in versions.items()}
    facts = []
    for row in rows:
        missing = [code for code in LANGUAGE_CODES if code not in row.beginnings]
        if missing:
            raise UnreadableArticle(name, f"this fact has no sentence in {', '.join(missing)}", row.number)
        whole = {}
        for code, beginning in row.beginnings.items():
            whole[code] = next((text for text in sentences[code] if text.startswith(beginning)), None)
            if whole[code] is None:
                raise UnreadableArticle(name, f"no sentence of {code} begins with {beginning!r}", row.number)
        facts.append(AccountFact(row.subject, row.name, row.value, row.language, row.qualifiers, whole))
    return facts


def split_sentences(version):
    """The sentences of the title and of the text, in their order."""
    texts = [version.title, *(paragraph.text for paragraph in version.paragraphs)]
    return [text[start:end].strip() for text in texts for start, end in bounds(text)]


def write_fact(fact):
    subject = "/".join(fact.subject) if fact.subject != COOPERATION else WHOLE
    values = [] if fact.name == MENTION else [fact.value, fact.language, *write_qualifiers(fact.qualifiers)]
    cells = [subject, fact.name, *values]
    return "- " + " | ".join(filter(None, cells))


def write_facts(facts, versions):
    """The lines of the part; consecutive facts with the same sentences form one group."""
    sentences = {code: split_sentences(version) for code, version in versions.items()}
    lines = [HEADING]
    for index, fact in enumerate(facts):
        lines.append(write_fact(fact))
        following = facts[index + 1] if index + 1 < len(facts) else None
        if following is None or following.sentences != fact.sentences:
            lines += [
                f"  {code}: {shorten(fact.sentences[code], sentences[code])}"
                for code in LANGUAGE_CODES
                if code in fact.sentences
            ]
    return lines


def shorten(sentence, sentences):
    """The shortest beginning by which a sentence is found before any other."""
    words = [match.end() for match in re.finditer(r"\S+", sentence)]
    for end in words[MIN_WORDS - 1 :]:
        if next(text for text in sentences if text.startswith(sentence[:end])) == sentence:
            return sentence[:end]
    return sentence
