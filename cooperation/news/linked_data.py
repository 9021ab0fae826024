"""schema.org data of a news item: the secretariat's article, based on (`isBasedOn`) the original report."""

from cooperation.core.linked_data import describe, omit_empty, secretariat
from cooperation.core.localized_text import localized

from .models import NewsItem


@describe.register
def describe_news_item(record: NewsItem, page):
    published = record.published_at or record.created_at
    return {"@type": "NewsArticle"} | omit_empty(
        headline=str(record),
        description=page.description,
        url=page.url_of(record),
        inLanguage=localized(record, "title").language,
        datePublished=published.isoformat() if build_original(record) else record.appeared_on,
        dateModified=record.updated_at.isoformat(),
        author=secretariat(page),
        publisher=secretariat(page),
        image=page.picture,
        isBasedOn=build_original(record),
        citation=record.original_url,
        about=[
            {"@id": f"{page.url_of(subject)}#record", "name": str(subject)}
            for _kind, records in page.context.get("subjects", [])
            for subject in records
        ],
    )


def build_original(record):
    """The original report; empty for the secretariat's own news."""
    properties = omit_empty(
        headline=record.original_title,
        url=record.original_url,
        inLanguage=record.original_language,
        publisher={"@type": "Organization", "name": str(record.publisher)} if record.publisher else None,
        author={"@type": "Person", "name": record.author} if record.author else None,
    )
    if not properties:
        return {}
    return {"@type": "NewsArticle"} | properties | omit_empty(datePublished=record.appeared_on)
