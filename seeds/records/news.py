"""Build the publishers, and the news item of an account."""

from .rows import build_columns, build_record, build_row, copy_columns


def build_publisher_rows(publishers):
    return [
        build_row("news.publisher", key=publisher["key"], **copy_columns("name", publisher)) for publisher in publishers
    ]


def build_news_row(account, tables, edition):
    versions, head, published = account.versions, account.head, account.published
    bodies = {
        code: "\n\n".join(paragraph.text for paragraph in version.paragraphs) for code, version in versions.items()
    }
    return build_record(
        "news.newsitem",
        edition,
        key=account.key,
        **build_columns("title", {code: version.title for code, version in versions.items()}),
        **build_columns("summary", {code: version.summary for code, version in versions.items()}),
        **build_columns("body", bodies),
        appeared_on=account.appeared_on,
        appeared_at=published if "T" in published else None,
        publisher=tables.get_publisher(head["publisher"]),
        original_language=head.get("original_language", account.language),
        original_title=head.get("original_title"),
        original_url=head.get("address"),
        author=head.get("author"),
    )
