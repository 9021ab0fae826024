import pytest

from seeds.reader import UnreadableArticle, read_articles, read_text

VERSION = """# {language}
title: A title
summary:

A first paragraph.

A second one.

## sessions
- water | Water | {summary}
## speakers
- le-mai | Le Mai | director | vn-hue | Water matters.
## commitments
- water | Save water.
- water/2 | Save more of it.
## participants
- vn-hue
"""
HEAD = "---\nkey: small-account\npublisher: VGP\npublished: 2023-04-16T08:51+07:00\nlanguage: fr\naddress:\n---\n"
ACCOUNT = HEAD + "\n".join(VERSION.format(language=language, summary="") for language in ("vi", "fr", "en"))


def test_an_account_gives_its_marked_parts_as_written():
    version = read_text(ACCOUNT, "a.md").versions["en"]

    assert (
        version.title,
        len(version.paragraphs),
        version.sessions,
        version.speakers,
        version.commitments,
        version.participants,
    ) == (
        "A title",
        2,
        [{"slug": "water", "title": "Water", "summary": ""}],
        [{"slug": "le-mai", "name": "Le Mai", "position": "director", "locality": "vn-hue", "said": "Water matters."}],
        [{"theme": "water", "text": "Save water."}, {"theme": "water/2", "text": "Save more of it."}],
        ["vn-hue"],
    )


def test_the_article_speaks_the_language_of_its_head_and_can_be_turned():
    article = read_text(ACCOUNT, "a.md")

    assert (article.language, article.in_language("vi").language) == ("fr", "vi")


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("publisher: VGP", "editor: VGP", 3, "unknown head name 'editor'"),
        ("language: fr", "language: de", 5, "language is 'de'"),
        ("2023-04-16T08:51+07:00", "2023-02-30", 4, "published is '2023-02-30'"),
        ("key: small-account", "key: Small", 2, "key is 'Small'"),
        ("# vi\ntitle: A title", "# vi\ntitle:", 8, "no title"),
        ("# fr", "# es", 26, "unknown language 'es'"),
        ("## sessions", "## workshops", 16, "unknown part 'workshops'"),
        ("- water | Water | ", "- water | Water", 17, "3 cells"),
        ("---\n# vi", "---\nStray words.\n# vi", 8, "text before the first language"),
    ],
)
def test_a_broken_rule_is_told_with_its_line(old, new, line, reason):
    with pytest.raises(UnreadableArticle) as refused:
        read_text(ACCOUNT.replace(old, new, 1), "a.md")

    assert str(refused.value).startswith(f"a.md, line {line}: ")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("- water/2 | Save more of it.\n", "", "commitments: en has 1 and vi has 2"),
        ("- le-mai", "- le-minh", "speakers: en has 'le-minh' where vi has 'le-mai'"),
        ("A second one.\n", "A second one.\n\nA third.\n", "account: en has 3 and vi has 2"),
    ],
)
def test_the_three_languages_must_pair(old, new, reason):
    head, _, english = ACCOUNT.rpartition("# en")

    with pytest.raises(UnreadableArticle, match=reason):
        read_text(head + "# en" + english.replace(old, new, 1), "a.md")


def test_a_missing_language_is_told():
    with pytest.raises(UnreadableArticle, match="the language en is missing"):
        read_text(ACCOUNT.rpartition("# en")[0], "a.md")


def test_accounts_are_read_in_the_order_of_their_paths(tmp_path):
    for name in ("b.md", "a.md"):
        (tmp_path / name).write_text(ACCOUNT.replace("small-account", name[0]), encoding="utf-8")

    assert [article.head["key"] for article in read_articles(tmp_path)] == ["a", "b"]
