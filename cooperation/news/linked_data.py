"""Our account of a report: the secretariat's words, which rest on the original."""

from cooperation.core.linked_data import describe, omit_empty, secretariat
from cooperation.core.localized_text import localized

from .models import NewsItem


@describe.register
def news_item(record: NewsItem, page):
    published = record.published_at or record.created_at
    return {"@type": "NewsArticle"} | omit_empty(
        headline=str(record),
        description=page.description,
        url=page.url_of(record),
        inLanguage=localized(record, "title").language,
        datePublished=published.isoformat() if original(record) else record.appeared_on,
        dateModified=record.updated_at.isoformat(),
        author=secretariat(page),
        publisher=secretariat(page),
        image=page.picture,
        isBasedOn=original(record),
        citation=record.original_url,
        about=[
            {"@id": f"{page.url_of(each)}#record", "name": str(each)}
            for _kind, records in page.context.get("subjects", [])
            for each in records
        ],
    )


def original(record):
    """The report itself; nothing where the news is the secretariat's own."""
    told = omit_empty(
        headline=record.original_title,
        url=record.original_url,
        inLanguage=record.original_language,
        publisher={"@type": "Organization", "name": record.publisher} if record.publisher else None,
        author={"@type": "Person", "name": record.author} if record.author else None,
    )
    return {"@type": "NewsArticle"} | told | omit_empty(datePublished=record.appeared_on) if told else {}
