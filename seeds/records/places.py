"""Localities with their names, codes, levels and successions, from the tables of official units."""

from .rows import record, row
from .typography import typeset

OFFICIAL_KINDS = ["official", "short", "former", "exonym"]  # misspellings help to read, and are shown nowhere


def locality_rows(keys, tables, edition):
    """Rows of these units, then of their parts; a part names its unit by key."""
    wanted = sorted(keys)
    units = [
        locality(tables.units[key], wanted, tables, edition)
        for key in sorted(wanted, key=lambda key: depth(key, tables))
    ]
    return units + [part for key in wanted for part in parts(key, tables)] + successions(wanted, tables)


def depth(key, tables):
    """A unit stands after the one that it lies within."""
    steps, here = 0, key
    while tables.units[here]["parent"]:
        steps, here = steps + 1, tables.units[here]["parent"]
    return steps, key


def locality(unit, wanted, tables, edition):
    return record(
        "localities.locality",
        edition,
        key=unit["key"],
        **tables.own_names(unit["key"]),
        country=unit["country"],
        administrative_level=unit["administrative_level"],
        epci_kind=unit["epci_kind"],
        parent=[unit["parent"]] if unit["parent"] in wanted else None,
        since=unit["since"],
        until=unit["until"],
        latitude=rounded(unit["latitude"]),
        longitude=rounded(unit["longitude"]),
        population=int(unit["population"]) if unit["population"] else None,
        population_year=int(unit["population_year"]) if unit["population_year"] else None,
    )


def rounded(degrees):
    """Five decimals, about a metre, as text.

    >>> rounded("21.683525")
    '21.68352'
    """
    return f"{float(degrees):.5f}" if degrees else None


def parts(key, tables):
    for name in tables.names[key]:
        if name["kind"] in OFFICIAL_KINDS:
            told = of(name, "text", "language", "kind", "since", "until")
            yield row("localities.localityname", locality=[key], **told | {"text": typeset(name["text"])})
    for code in tables.codes[key]:
        yield row("localities.localitycode", locality=[key], **of(code, "scheme", "value", "since", "until"))
    for level in tables.levels[key]:
        act = named_act(level["legal_act"])
        yield row(
            "localities.localitylevel",
            locality=[key],
            **of(level, "administrative_level", "since", "until"),
            legal_act=act,
        )


def named_act(number):
    """A resolution of the National Assembly under its name, not its number alone.

    >>> named_act("202/2025/QH15")
    'Nghị quyết 202/2025/QH15'
    """
    return f"Nghị quyết {number}" if "QH" in number and number[:1].isdigit() else number


def of(table_row, *columns):
    return {column: table_row[column] for column in columns}


def successions(wanted, tables):
    return [
        row(
            "localities.succession",
            predecessor=[each["predecessor"]],
            successor=[each["successor"]],
            **of(each, "kind", "effective_on"),
            legal_act=named_act(each["legal_act"]),
        )
        for each in tables.successions
        if each["predecessor"] in wanted and each["successor"] in wanted
    ]
