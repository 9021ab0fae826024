"""How far two spellings of one word may lie apart."""

import unicodedata


def agrees(seen, name):
    """Accents may be left out, never be other ones: `Cân Tho` is `Cần Thơ`, `Vịnh` is not `Vinh`."""
    if seen == name or seen.isascii():
        return True
    if len(seen) != len(name):
        return False
    return all(marks(one) <= marks(other) for one, other in zip(seen, name, strict=True))


def marks(letter):
    return set(unicodedata.normalize("NFD", letter.replace("đ", "d\u0335"))[1:])


def distance(one, other, most):
    """Letters to change, add or take out; gives up beyond `most`.

    >>> distance("cheville larue", "chevilly larue", 2)
    1
    """
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, start=1):
        previous, row[0] = row[0], index
        for place, candidate in enumerate(other, start=1):
            cost = min(row[place] + 1, row[place - 1] + 1, previous + (letter != candidate))
            previous, row[place] = row[place], cost
        if min(row) > most:
            return most + 1
    return row[-1]
