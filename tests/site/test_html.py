"""Every type of page, in three languages, is valid for the Nu HTML checker."""

import re

import pytest

from tests.site.nu import check
from tests.site.page_types import LANGUAGES, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.java]


def save(folder, path, page):
    file = folder / (re.sub(r"\W+", "-", path).strip("-") + ".html")
    file.write_text(page, "utf-8")


@pytest.mark.usefixtures("archive")
def test_every_type_of_page_is_valid_html_in_three_languages(client, tmp_path):
    for language in LANGUAGES:
        for path in PAGES:
            save(tmp_path, f"{language}/{path}", client.get(f"/{language}/{path}").content.decode())

    problems = check(tmp_path)

    assert len(list(tmp_path.iterdir())) == len(LANGUAGES) * len(PAGES)
    assert problems == [], "\n".join(problems)


def test_the_checker_finds_planted_faults(client, tmp_path):
    page = client.get("/en/").content.decode()
    save(tmp_path, "open", page.replace("</main>", "<section><h2>Open</h2></main>"))
    save(tmp_path, "twice", page.replace("</main>", '<p id="main">Twice.</p></main>'))

    problems = sorted(re.sub(r":\d+: | \(.*", " ", line).strip() for line in check(tmp_path))

    assert problems == [
        "open.html error: End tag “main” seen, but there were open elements.",
        "open.html error: Unclosed element “section”.",
        "twice.html error: Duplicate ID “main”.",
        "twice.html warning: The first occurrence of ID “main” was here.",
    ]
