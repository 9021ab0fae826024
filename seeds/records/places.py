"""Localities with their names, codes, levels and successions, from the tables of official units."""

from .acts import name_act
from .agreement_successions import build_agreement_succession_rows
from .rows import build_columns, build_record, build_row
from .typography import typeset

OFFICIAL_KINDS = ["official", "short", "former", "exonym"]  # misspellings only help the reader and are not published


def build_locality_rows(keys, tables, edition):
    """Rows of these units, parents first, then of their parts and successions."""
    keys = sorted(keys)
    units = [
        build_locality_row(tables.units[key], keys, tables, edition)
        for key in sorted(keys, key=lambda key: (count_ancestors(key, tables), key))
    ]
    parts = [part for key in keys for part in build_part_rows(key, tables)]
    return units + parts + build_succession_rows(keys, tables) + build_agreement_succession_rows(keys, tables)


def count_ancestors(key, tables):
    count = 0
    while tables.units[key]["parent"]:
        count, key = count + 1, tables.units[key]["parent"]
    return count


def build_locality_row(unit, keys, tables, edition):
    """A parent that is not among `keys` is left out."""
    return build_record(
        "localities.locality",
        edition,
        key=unit["key"],
        **tables.get_names(unit["key"]),
        country=unit["country"],
        administrative_level=unit["administrative_level"],
        epci_kind=unit["epci_kind"],
        parent=[unit["parent"]] if unit["parent"] in keys else None,
        since=unit["since"],
        until=unit["until"],
        latitude=format_degrees(unit["latitude"]),
        longitude=format_degrees(unit["longitude"]),
        population=int(unit["population"]) if unit["population"] else None,
        population_year=int(unit["population_year"]) if unit["population_year"] else None,
    )


def format_degrees(degrees):
    """Five decimals, about a metre, as text.

    >>> format_degrees("21.683525")
    '21.68352'
    """
    return f"{float(degrees):.5f}" if degrees else None


def build_part_rows(key, tables):
    """Rows of the names, codes and levels of a unit, which refer to it by key."""
    for name in tables.names[key]:
        if name["kind"] in OFFICIAL_KINDS:
            columns = pick(name, "language", "kind", "since", "until")
            yield build_row("localities.localityname", locality=[key], text=typeset(name["text"]), **columns)
    for code in tables.codes[key]:
        yield build_row("localities.localitycode", locality=[key], **pick(code, "scheme", "value", "since", "until"))
    for level in tables.levels[key]:
        yield build_row(
            "localities.localitylevel",
            locality=[key],
            **pick(level, "administrative_level", "since", "until"),
            **build_columns("legal_act", name_act(level["legal_act"])),
        )


def pick(table_row, *columns):
    return {column: table_row[column] for column in columns}


def build_succession_rows(keys, tables):
    """Successions between two of these units."""
    return [
        build_row(
            "localities.succession",
            predecessor=[succession["predecessor"]],
            successor=[succession["successor"]],
            **pick(succession, "kind", "effective_on"),
            **build_columns("legal_act", name_act(succession["legal_act"])),
        )
        for succession in tables.successions
        if succession["predecessor"] in keys and succession["successor"] in keys
    ]
