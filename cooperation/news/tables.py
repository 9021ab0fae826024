"""The table of news, and the columns with the evidence for the records of other tables."""

from django.utils.translation import gettext_lazy as _

from cooperation.core.languages import LANGUAGE_CODES, language_name
from cooperation.core.localized_text import column
from cooperation.core.tables import ARRAY, INTEGER, Column, Dataset, RecordTable, heading_in_language, label_column

from .evidence import get_evidence_by_key
from .facts import is_readable, question_label
from .filters import NewsFilter
from .models import Claim, NewsItem
from .subjects import subjects_of


class EvidencedTable(RecordTable):
    """Records with the number of their sources, and the questions on which reports differ."""

    def prefetch(self, records):
        self.evidence = get_evidence_by_key(self.model.record_kind(), [record.key for record in records])

    def evidence_columns(self):
        return [
            Column("sources", _("number of sources"), lambda record: len(self.evidence[record.key].sources), INTEGER),
            Column(
                "independent_sources",
                _("number of independent sources"),
                lambda record: self.evidence[record.key].count_independent(),
                INTEGER,
            ),
            Column(
                "reports_differ",
                _("reports differ"),
                lambda record: self.evidence[record.key].get_disputed_questions(),
                ARRAY,
            ),
            label_column("reports_differ", _("reports differ"), self.get_question_labels),
        ]

    def get_question_labels(self, record):
        disputed = self.evidence[record.key].get_disputed_questions()
        return [str(question_label(self.model.record_kind(), question)) for question in disputed]


class NewsTable(RecordTable):
    model = NewsItem
    filterset_class = NewsFilter
    date_field = "appeared_on"
    dataset = Dataset(
        _("Press reports on cooperation between Vietnamese and French localities"),
        _("Each report with its publisher, date, our summary in three languages, and the records it mentions."),
        [_("news"), _("sources")],
    )

    def records(self):
        return super().records().newest_first()

    def prefetch(self, records):
        """Loads the claims of these items, and (kind, key) of the public records that they are about."""
        self.claims = {record.pk: [] for record in records}
        public = Claim.objects.public().filter(news_item__in=[record.pk for record in records])
        claims = list(filter(is_readable, public))
        for claim in claims:
            self.claims[claim.news_item_id].append(claim)
        self.subjects = {(kind, record.key) for kind, subjects in subjects_of(claims) for record in subjects}

    def columns(self):
        return [
            *self.common_columns(),
            *self.texts("title", "summary"),
            self.field("appeared_on"),
            Column(
                "publisher", _("identifier of the publisher"), lambda item: item.publisher.key if item.publisher else ""
            ),
            *(get_publisher_column(code) for code in LANGUAGE_CODES),
            Column("agency", _("identifier of the news agency"), lambda item: item.agency.key if item.agency else ""),
            self.field("author"),
            self.field("original_language"),
            label_column("original_language", self.heading_of("original_language"), get_language_label),
            self.field("original_title"),
            self.field("original_url"),
            Column("claims", _("number of claims"), lambda item: len(self.claims[item.pk]), INTEGER),
            Column("subjects", _("records mentioned"), self.get_subject_keys, ARRAY),
        ]

    def get_subject_keys(self, item):
        subjects = {(claim.subject_kind, claim.subject_key) for claim in self.claims[item.pk]} & self.subjects
        return [f"{kind}/{key}" for kind, key in sorted(subjects)]


def get_publisher_column(code):
    """The publisher's name in one language."""
    heading = heading_in_language(_("publisher"), code)
    name = column("name", code)
    return Column(column("publisher", code), heading, lambda item: getattr(item.publisher, name, ""))


def get_language_label(item):
    return language_name(item.original_language)
