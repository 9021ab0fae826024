"""Remove dateline and agency from an article's first and last words, and recognise a byline."""

import re

from .folding import fold_accents

# `(HNM) - `, `VGP - `, `Can Tho (VNA) – `, `HÀ NỘI — `, `TTH.VN - `
AGENCY = r"[A-ZĐ][\w.]{1,14}(?:/[A-Z][\w.]{1,14})*"
PLACE = r"[^\W\d_][^()\n.:;,—–-]{1,28}"
OPENING = [
    re.compile(rf"^(?:{PLACE},?\s*)?\((?P<agency>{AGENCY})\)\s*[-–—:]+\s*"),
    re.compile(r"^(?P<agency>[A-ZĐ][A-ZĐ0-9]{1,9}(?:\.[A-Z]{2,3})?|[A-Z]+\.[A-Z]{2,3})\s+[-–]\s+(?=\w|[\"“])"),
    # A town alone, before a sentence that begins like one: `Hai Phong – The city …`, not `Hai Phong – Brest`.
    re.compile(
        r"^[A-ZĐÀ-Ỹ][^\W\d]{1,12}(?:[ -][A-ZĐÀ-Ỹ][^\W\d]{1,12}){0,2}\s+[–—]\s+"
        r"(?=(?:The|A|An|On|In|At|After|Le|La|Les|Une?|Des|Après|Au|Aux|Lors|Dans|À|Réunie?s"
        r"|Sáng|Chiều|Tối|Ngày|Trong|Tại|Sau)\s|L['’]\w)"
    ),
    re.compile(
        r"^(?:[A-ZĐÀ-Ỹ][^\s,—–()]{1,12}(?: [A-ZĐÀ-Ỹ][^\s,—–()]{1,12}){0,2}),\s*(?:le\s)?[^—–]{3,24}\s*[—–]\s*(?=\S)"
    ),
]
CLOSING = re.compile(rf"(?:\s*[—–-]\s*(?P<agency>{AGENCY})|\s*\((?P<other>[A-Z]{{2,6}}(?:/[A-Z]{{2,6}})*)\))\s*$")
CAPITALS = re.compile(r"^([^\d,()—–]{3,30})(?:,[^—–]{1,40})?\s*[—–]\s*(?=\S)")
END_MARK = re.compile(r"\s*\./\.?\s*$")
BYLINE = re.compile(r"^(?:by|par|bởi|thực hiện|bài|tác giả)\s*:?\s+(?P<name>.{3,40})$", re.IGNORECASE)
PARTICLES = {"de", "du", "le", "la", "van", "von", "et", "and", "và", "-"}


def remove_agency(text):
    """The text without dateline and agency, and the agency's name or None."""
    agency = None
    for opening in OPENING:
        match = opening.match(text)
        if match and match.end() < len(text):
            agency = match.groupdict().get("agency")
            text = text[match.end() :]
            break
    match = CAPITALS.match(text)
    if match and match[1].isupper():
        text = text[match.end() :]
    text = END_MARK.sub(".", text)
    match = CLOSING.search(text)
    if match and re.search(r"[.!?\"”]$", text[: match.start()].rstrip()):
        agency = agency or match["agency"] or match["other"]
        text = text[: match.start()].rstrip()
    return text, agency


def find_author(line, surnames):
    """The author if the line holds nothing but a person's name, else None."""
    byline = BYLINE.match(line.strip())
    name = byline["name"] if byline else line.strip()
    words = name.split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d.,:;!?()\"/|]", name):
        return None
    if not all(word[0].isupper() or word in PARTICLES for word in words):
        return None
    is_known = fold_accents(words[0]) in surnames or (len(words) == 2 and name.isupper())
    return name if byline or is_known else None
