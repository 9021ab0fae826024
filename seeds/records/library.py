"""Build the rows of themes, plain pages and the secretariat."""

import re

from cooperation.core.languages import LANGUAGE_CODES

from .rows import build_columns, build_record, build_row, copy_columns

LANGUAGE_HEADING = re.compile(rf"^# ({'|'.join(LANGUAGE_CODES)})$", re.MULTILINE)


class UnreadablePage(ValueError):  # noqa: N818 -- reads as a sentence
    """A page that lacks a language or a title; the message names the file and the reason."""


def build_library_rows(themes, pages, edition):
    rows = [
        build_record(
            "library.theme",
            edition,
            key=theme["key"],
            **copy_columns("name", theme),
            **copy_columns("description", theme),
        )
        for theme in themes
    ]
    rows += [
        build_row("library.themegoal", theme=[theme["key"]], goal=int(goal))
        for theme in themes
        for goal in sorted(theme["goals"].split(), key=int)
    ]
    rows += [build_page_row(path.stem, path.read_text("utf-8"), edition) for path in sorted(pages.glob("*.md"))]
    return [*rows, build_row("library.secretariat", key="secretariat", **edition["secretariat"])]


def build_page_row(key, source, edition):
    """Raise UnreadablePage unless the source has each language once, with a title."""
    before, *pieces = LANGUAGE_HEADING.split(source)
    texts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    if before.strip() or sorted(texts) != sorted(LANGUAGE_CODES):
        raise UnreadablePage(f"{key}.md: expected the parts # vi, # fr and # en, found {sorted(texts)}")
    titles, bodies = {}, {}
    for language, text in texts.items():
        title, body = text.strip().split("\n", 1)
        if not title.startswith("title: "):
            raise UnreadablePage(f"{key}.md, # {language}: the first line is no title")
        titles[language], bodies[language] = title.removeprefix("title: ").strip(), body.strip()
    return build_record(
        "library.page", edition, key=key, **build_columns("title", titles), **build_columns("body", bodies)
    )
