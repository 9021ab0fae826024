"""Themes, plain pages and the secretariat."""

import re

from .rows import LANGUAGES, from_columns, in_three, record, row

LANGUAGE_HEAD = re.compile(r"^# (vi|fr|en)$", re.MULTILINE)


class UnreadablePage(ValueError):  # noqa: N818 -- reads as a sentence
    """The file is no page in three languages; the message says which, and why."""


def library_rows(themes, pages, edition):
    rows = [
        record(
            "library.theme", edition, key=each["key"], **from_columns("name", each), **from_columns("description", each)
        )
        for each in themes
    ]
    rows += [
        row("library.themegoal", theme=[each["key"]], goal=int(goal))
        for each in themes
        for goal in sorted(each["goals"].split(), key=int)
    ]
    rows += [page_row(path.stem, path.read_text("utf-8"), edition) for path in sorted(pages.glob("*.md"))]
    return [*rows, row("library.secretariat", key="secretariat", **edition["secretariat"])]


def page_row(key, source, edition):
    before, *pieces = LANGUAGE_HEAD.split(source)
    texts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    if before.strip() or sorted(texts) != sorted(LANGUAGES):
        raise UnreadablePage(f"{key}.md: expected the parts # vi, # fr and # en, found {sorted(texts)}")
    titles, bodies = {}, {}
    for language, text in texts.items():
        title, body = text.strip().split("\n", 1)
        if not title.startswith("title: "):
            raise UnreadablePage(f"{key}.md, # {language}: the first line is no title")
        titles[language], bodies[language] = title.removeprefix("title: ").strip(), body.strip()
    return record("library.page", edition, key=key, **in_three("title", titles), **in_three("body", bodies))
