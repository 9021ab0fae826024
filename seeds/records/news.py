"""The news item that an account becomes."""

from .rows import in_three, record


def news_row(account, edition):
    versions, head = account.article.versions, account.head
    published = account.article.published or ""
    return record(
        "news.newsitem",
        edition,
        key=account.key,
        **in_three("title", {code: version.title for code, version in versions.items()}),
        **in_three("summary", {code: version.summary for code, version in versions.items()}),
        **in_three(
            "body",
            {
                code: "\n\n".join(paragraph.text for paragraph in version.paragraphs)
                for code, version in versions.items()
            },
        ),
        appeared_on=account.appeared_on,
        appeared_at=published if "T" in published else None,
        publisher=head["publisher"],
        original_language=account.language,
        original_title=head.get("original_title"),
        original_url=head.get("address"),
        author=head.get("author"),
    )
