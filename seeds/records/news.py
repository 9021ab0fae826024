"""Build the organisations, and the news item of an account."""

from .rows import build_columns, build_record, build_row, copy_columns


def build_organisation_rows(organisations):
    return [
        build_row("library.organisation", key=row["key"], **copy_columns("name", row), kind=row["kind"])
        for row in organisations
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
        publisher=tables.get_organisation(head["publisher"]),
        agency=tables.get_organisation(head.get("agency", "")),
        original_language=head.get("original_language", account.language),
        original_title=head.get("original_title"),
        original_url=head.get("address"),
        author=head.get("author"),
    )
