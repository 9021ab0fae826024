"""The conferences of an article: number, dates, place, theme, hosts and partners."""

from collections import Counter, defaultdict

from cooperation.article_reader.patterns import any_of, list_expressions

from .conference_themes import find_theme
from .findings import Conference, Extraction
from .governing import choose_act, find_acts
from .hosts import find_hosts, find_unnamed_hosts
from .mentions import find_mentions, has_subject
from .regions import build_whole_region, find_regions
from .supporters import find_supporters, has_supporters
from .venues import find_venues

SPAN, EDGE, DAY, CEREMONY, WEEKDAY = 4, 3, 2, 1, 0  # how reliable a date is


def find_conferences(sentences):
    known_subject = any(has_subject(sentence) for sentence in sentences)
    main = find_main_ordinal(sentences, known_subject)
    drafts = defaultdict(Draft)
    after_mention = False
    for sentence in sentences:
        regions = find_regions(sentence, known_subject, main, after_mention=after_mention)
        for region in regions:
            drafts[region.ordinal].read_region(region, main)
        after_mention = any(region.ordinal == main for region in regions)
        if known_subject:
            drafts[main].read_alone(sentence)
            if not regions:
                drafts[main].read_unnamed(build_whole_region(sentence, main))
    conferences = [draft.build() for ordinal, draft in drafts.items() if ordinal is not None or draft.has_facts()]
    return sorted(conferences, key=lambda conference: conference.ordinal is None or conference.ordinal.value != main)


def find_main_ordinal(sentences, known_subject):
    """The number that is mentioned most often; the first of several."""
    ordinals = [mention.ordinal for sentence in sentences for mention in find_mentions(sentence, known_subject)]
    counts = Counter(ordinals)
    return max(counts, key=lambda ordinal: (counts[ordinal], -ordinals.index(ordinal)), default=None)


class Draft:
    """A conference under construction: for each fact, the most reliable value so far as (rank, extraction)."""

    def __init__(self):
        self.best, self.hosts, self.partners, self.language = {}, [], [], None

    def set_if_better(self, fact, rank, extraction):
        if fact not in self.best or rank > self.best[fact][0]:
            self.best[fact] = (rank, extraction)

    def read_region(self, region, main):
        sentence, mention = region.sentence, region.mention
        if mention.ordinal is not None:
            extraction = Extraction(
                mention.ordinal,
                sentence.paragraph,
                mention.start,
                mention.end,
                "numbered",
                1.0 if mention.strong else 0.8,
            )
            self.set_if_better("ordinal", mention.strong, extraction)
        acts = [act for act in find_acts(sentence) if region.start <= act[1] < region.end]
        for date in region.dates():
            self.read_date(sentence, date, choose_act(date, acts, sentence), region.ordinal == main)
        for weight, place in find_venues(region, sentence.people, region.ordinal == main):
            self.set_if_better("place", weight, place)
        self.add_new(self.hosts, find_hosts(region, sentence.people))
        self.add_new(self.partners, find_supporters(region))

    @staticmethod
    def add_new(extractions, additions):
        extractions += [
            extraction for extraction in additions if extraction.value not in [other.value for other in extractions]
        ]

    def read_date(self, sentence, date, act, is_main):
        name = act[0] if act else None
        if date.kind == "spans" and name not in ("other_act", "talk"):
            self.set_date(sentence, date, "starts_on", date.first, SPAN)
            self.set_date(sentence, date, "ends_on", date.last, SPAN)
        elif date.kind == "days":
            self.read_day(sentence, date, act)
        elif date.kind == "weekdays":
            self.read_weekday(sentence, date, act)
        elif date.kind in ("months_alone", "years") and (name in ("held", "opened") or (name is None and not is_main)):
            self.set_date(sentence, date, "starts_on", date.first, CEREMONY)

    def read_day(self, sentence, date, act):
        name = act[0] if act else None
        if name == "held":
            self.set_date(sentence, date, "starts_on", date.first, DAY)
            self.set_date(sentence, date, "ends_on", date.first, DAY)
        elif name == "opened":
            self.set_date(sentence, date, "starts_on", date.first, EDGE)
        elif name == "until":
            self.set_date(sentence, date, "ends_on", date.first, EDGE)
        elif name == "closed":
            ceremony = any_of("conferences", sentence.language, "closing_nouns").search(sentence.folded)
            rank = CEREMONY if ceremony else EDGE
            self.set_date(sentence, date, "ends_on", date.first, rank)
            self.set_date(sentence, date, "closing_on", date.first, rank)

    def read_weekday(self, sentence, date, act):
        """Only for an opening or closing in the past; any explicit date outranks it."""
        for fact in {"opened": ["starts_on"], "closed": ["ends_on", "closing_on"]}.get(act and act[0], []):
            if is_past_event(sentence, date, act):
                self.set_date(sentence, date, fact, date.first, WEEKDAY)

    def set_date(self, sentence, date, fact, value, rank):
        extraction = Extraction(
            value, sentence.paragraph, date.start, date.end, f"{fact} by act", 0.5 + rank / 8, date.inferred
        )
        self.set_if_better(fact, rank, extraction)

    def read_alone(self, sentence):
        """Read the theme and the number of days, which need no mention of the conference nearby."""
        conference_theme = find_theme(sentence)
        if conference_theme and "conference_theme" not in self.best:
            self.set_if_better("conference_theme", 1, conference_theme[0])
            self.language = conference_theme[1]
        days = find_number_of_days(sentence)
        if days:
            self.set_if_better("days", 1, days)

    def read_unnamed(self, region):
        """Read hosts and partners from a sentence that does not mention the conference."""
        hosts = find_unnamed_hosts(region)
        self.add_new(self.hosts, hosts)
        if hosts or has_supporters(region.sentence):
            self.add_new(self.partners, find_supporters(region))

    def has_facts(self):
        return bool({"starts_on", "ends_on", "place"} & set(self.best))

    def build(self):
        facts = {fact: extraction for fact, (_, extraction) in self.best.items()}
        start, end = self.best.get("starts_on"), self.best.get("ends_on")
        if end and end[0] == DAY and "days" in facts and facts["days"].value > 1:
            facts.pop("ends_on")  # one day of several, not the last
        if start and end and start[1].value[:10] > end[1].value:
            facts.pop("ends_on" if end[0] < start[0] else "starts_on", None)
        return Conference(**facts, conference_theme_language=self.language, hosts=self.hosts, partners=self.partners)


def is_past_event(sentence, date, act):
    """Not in the future, and not a workshop, visit or fair, which may open on another day."""
    text = sentence.part(sentence.start, max(act[2], date.end))
    entries = [("dates", "future"), ("conferences", "not_theme"), ("conferences", "other_act")]
    return not any(any_of(name, sentence.language, entry).search(text) for name, entry in entries)


def find_number_of_days(sentence):
    words = list_expressions("conferences", sentence.language, "numbers")
    for match in any_of("conferences", sentence.language, "days").finditer(sentence.folded):
        word = next(text for text in match.groups() if text)
        number = int(word) if word.isdigit() else words.index(word) + 1 if word in words else None
        if number:
            start, end = match.start() + sentence.start, match.end() + sentence.start
            return Extraction(number, sentence.paragraph, start, end, "days told")
    return None
