"""Compare two spellings of one word."""

import unicodedata


def agrees(seen, name):
    """Whether `seen` is `name`, possibly without some accents: `Cân Tho` is `Cần Thơ`, `Vịnh` is not `Vinh`."""
    if seen == name or seen.isascii():
        return True
    if len(seen) != len(name):
        return False
    return all(list_accents(one) <= list_accents(other) for one, other in zip(seen, name, strict=True))


def list_accents(letter):
    return set(unicodedata.normalize("NFD", letter.replace("đ", "d\u0335"))[1:])


def distance(one, other, limit):
    """Levenshtein distance, or `limit` + 1 if it is larger than `limit`.

    >>> distance("cheville larue", "chevilly larue", 2)
    1
    """
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, start=1):
        previous, row[0] = row[0], index
        for column, candidate in enumerate(other, start=1):
            cost = min(row[column] + 1, row[column - 1] + 1, previous + (letter != candidate))
            previous, row[column] = row[column], cost
        if min(row) > limit:
            return limit + 1
    return row[-1]
