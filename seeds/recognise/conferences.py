"""The conferences that an article speaks of: which, when, where, under what motto."""

from collections import Counter, defaultdict

from seeds.patterns import any_of, wordings
from seeds.recognise.conference_themes import theme_in
from seeds.recognise.findings import Conference, Found
from seeds.recognise.governing import act_of, acts_in
from seeds.recognise.hosts import hosts_in, hosts_unnamed
from seeds.recognise.mentions import has_subject, mentions_in
from seeds.recognise.regions import regions_in, whole
from seeds.recognise.supporters import supporters_in, tells_supporters
from seeds.recognise.venues import venues_in

SPAN, EDGE, DAY, CEREMONY, WEEKDAY = 4, 3, 2, 1, 0  # how well founded a day is


def conferences_in(sentences):
    known = any(has_subject(sentence) for sentence in sentences)
    main = main_ordinal(sentences, known)
    drafts = defaultdict(Draft)
    spoken = False
    for sentence in sentences:
        regions = regions_in(sentence, known, main, spoken=spoken)
        for region in regions:
            drafts[region.ordinal].read(region, main)
        spoken = any(region.ordinal == main for region in regions)
        if known:
            drafts[main].read_alone(sentence)
            if not regions:
                drafts[main].read_unnamed(whole(sentence, main))
    made = [draft.made() for ordinal, draft in drafts.items() if ordinal is not None or draft.has_facts()]
    return sorted(made, key=lambda each: each.ordinal is None or each.ordinal.value != main)


def main_ordinal(sentences, known):
    """The number told most often; among equals the first."""
    told = [mention.ordinal for sentence in sentences for mention in mentions_in(sentence, known)]
    counts = Counter(told)
    return max(counts, key=lambda ordinal: (counts[ordinal], -told.index(ordinal)), default=None)


class Draft:
    """One conference while the article is read; of several values for a fact the best founded stays."""

    def __init__(self):
        self.best, self.hosts, self.partners, self.language = {}, [], [], None

    def keep(self, fact, rank, found):
        if fact not in self.best or rank > self.best[fact][0]:
            self.best[fact] = (rank, found)

    def read(self, region, main):
        sentence, mention = region.sentence, region.mention
        if mention.ordinal is not None:
            found = Found(
                mention.ordinal,
                sentence.paragraph,
                mention.start,
                mention.end,
                "numbered",
                1.0 if mention.strong else 0.8,
            )
            self.keep("ordinal", mention.strong, found)
        acts = [act for act in acts_in(sentence) if region.start <= act[1] < region.end]
        for date in region.dates():
            self.read_date(sentence, date, act_of(date, acts, sentence), region.ordinal == main)
        for weight, place in venues_in(region, sentence.people, region.ordinal == main):
            self.keep("place", weight, place)
        self.add(self.hosts, hosts_in(region, sentence.people))
        self.add(self.partners, supporters_in(region))

    @staticmethod
    def add(known, more):
        known += [each for each in more if each.value not in [other.value for other in known]]

    def read_date(self, sentence, date, act, is_main):
        name = act[0] if act else None
        if date.kind == "spans" and name not in ("other_act", "talk"):
            self.date(sentence, date, "starts_on", date.first, SPAN)
            self.date(sentence, date, "ends_on", date.last, SPAN)
        elif date.kind == "days":
            self.read_day(sentence, date, act)
        elif date.kind == "weekdays":
            self.read_weekday(sentence, date, act)
        elif date.kind in ("months_alone", "years") and (name in ("held", "opened") or (name is None and not is_main)):
            self.date(sentence, date, "starts_on", date.first, CEREMONY)

    def read_day(self, sentence, date, act):
        name = act[0] if act else None
        if name == "held":
            self.date(sentence, date, "starts_on", date.first, DAY)
            self.date(sentence, date, "ends_on", date.first, DAY)
        elif name == "opened":
            self.date(sentence, date, "starts_on", date.first, EDGE)
        elif name == "until":
            self.date(sentence, date, "ends_on", date.first, EDGE)
        elif name == "closed":
            ceremony = any_of("conferences", sentence.language, "closing_nouns").search(sentence.shown)
            rank = CEREMONY if ceremony else EDGE
            self.date(sentence, date, "ends_on", date.first, rank)
            self.date(sentence, date, "closing_on", date.first, rank)

    def read_weekday(self, sentence, date, act):
        """Only an opening or a closing that has been: any date told outright is better founded."""
        for fact in {"opened": ["starts_on"], "closed": ["ends_on", "closing_on"]}.get(act and act[0], []):
            if has_been(sentence, date, act):
                self.date(sentence, date, fact, date.first, WEEKDAY)

    def date(self, sentence, date, fact, value, rank):
        found = Found(value, sentence.paragraph, date.start, date.end, f"{fact} by act", 0.5 + rank / 8, date.inferred)
        self.keep(fact, rank, found)

    def read_alone(self, sentence):
        """What needs no mention of the conference beside it."""
        conference_theme = theme_in(sentence)
        if conference_theme and "conference_theme" not in self.best:
            self.keep("conference_theme", 1, conference_theme[0])
            self.language = conference_theme[1]
        days = days_in(sentence)
        if days:
            self.keep("days", 1, days)

    def read_unnamed(self, region):
        """Who holds the conference, told in a sentence that leaves the conference out."""
        hosts = hosts_unnamed(region)
        self.add(self.hosts, hosts)
        if hosts or tells_supporters(region.sentence):
            self.add(self.partners, supporters_in(region))

    def has_facts(self):
        return bool({"starts_on", "ends_on", "place"} & set(self.best))

    def made(self):
        facts = {fact: found for fact, (_, found) in self.best.items()}
        start, end = self.best.get("starts_on"), self.best.get("ends_on")
        if end and end[0] == DAY and "days" in facts and facts["days"].value > 1:
            facts.pop("ends_on")  # a day of it, not all of it
        if start and end and start[1].value[:10] > end[1].value:
            facts.pop("ends_on" if end[0] < start[0] else "starts_on", None)
        return Conference(**facts, conference_theme_language=self.language, hosts=self.hosts, partners=self.partners)


def has_been(sentence, date, act):
    """It lies in the past, and is no workshop, visit or fair, which may open on a day of its own."""
    told = sentence.part(sentence.start, max(act[2], date.end))
    entries = [("dates", "future"), ("conferences", "not_theme"), ("conferences", "other_act")]
    return not any(any_of(name, sentence.language, entry).search(told) for name, entry in entries)


def days_in(sentence):
    words = wordings("conferences", sentence.language, "numbers")
    for match in any_of("conferences", sentence.language, "days").finditer(sentence.shown):
        word = next(text for text in match.groups() if text)
        number = int(word) if word.isdigit() else words.index(word) + 1 if word in words else None
        if number:
            start, end = match.start() + sentence.start, match.end() + sentence.start
            return Found(number, sentence.paragraph, start, end, "days told")
    return None
