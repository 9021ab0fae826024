"""Every table that can be downloaded, by the name in its URL."""

from cooperation.core.tables import RecordTable
from cooperation.kinds import TABLE, kinds_with

from .search_table import SearchTable

LISTS = [kind.find_class(TABLE, RecordTable) for kind in kinds_with(TABLE)]
TABLES = {table.name: table for table in [*LISTS, SearchTable]}
