"""Every table that can be taken away, by the name that stands in its address."""

from cooperation.agreements.tables import AgreementTable, PartnershipTable
from cooperation.news.tables import NewsTable
from events.tables import ConferenceTable
from localities.tables import LocalityTable

from .search_table import SearchTable

LISTS = [AgreementTable, PartnershipTable, LocalityTable, ConferenceTable, NewsTable]
TABLES = {table.name: table for table in [*LISTS, SearchTable]}
