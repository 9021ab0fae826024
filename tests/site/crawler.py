"""Walks along the links of the site as a reader may, and tells which of them lead nowhere."""

import re
from collections import Counter, deque
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.http import Http404
from django.urls import resolve

HOST = "http://testserver"
ADDRESS = re.compile(rf"{HOST}[^\s\"'<>\\,;)]*")
CARRIERS = ["href", "src", "action", "poster"]
APART = re.compile(r"/(media|\w\w/admin)/")  # uploads are the web server's; the desk asks for a password
# Of filters, orders and pages of lists there are more combinations than anybody follows; of each record's files, many.
SAMPLE, MOST_QUESTIONS = 3, 2


class Links(HTMLParser):
    """The addresses that a page leads to or shows, and the places on it that a fragment may name."""

    def __init__(self, page):
        super().__init__()
        self.addresses, self.places = [], {"", "top"}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.places.update(values[name] for name in ["id", "name"] if values.get(name))
        self.addresses += [values[name] for name in CARRIERS if values.get(name) is not None]
        self.addresses += [each.split()[0] for each in (values.get("srcset") or "").split(",") if each.strip()]
        self.addresses += ADDRESS.findall(values.get("content") or "")


class Crawl:
    """`dead` holds (the page, the link as it stands there, what is wrong with it)."""

    def __init__(self, client, starts):
        self.client, self.seen, self.sampled = client, set(), Counter()
        self.places, self.fragments, self.dead = {}, [], []
        self.waiting = deque()
        for start in starts:
            self.follow("", start)
        while self.waiting:
            self.visit(*self.waiting.popleft())
        for page, link, address, fragment in self.fragments:
            if fragment not in self.places.get(address, {fragment}):
                self.dead.append((page, link, "no such place"))

    def follow(self, page, link):
        whole, fragment = urldefrag(urljoin(HOST + page, link.strip()))
        if not whole.startswith(HOST + "/"):
            return
        address = whole.removeprefix(HOST)
        if APART.match(address):
            return
        if fragment:
            self.fragments.append((page, link, address, fragment))
        if address not in self.seen and self.is_sampled(address):
            self.seen.add(address)
            self.waiting.append((page, link, address))

    def is_sampled(self, address):
        """All pages of records; some of each kind of file, and of each kind of question that a page can be asked."""
        parts = urlsplit(address)
        questions = tuple(sorted(parse_qs(parts.query, keep_blank_values=True)))
        section = parts.path.split("/")[1]
        if not questions and section != "api" and parts.path.endswith("/"):
            return True
        try:
            kind = (section, resolve(parts.path).view_name, questions)
        except Http404:
            return True
        self.sampled[kind] += 1
        return len(questions) <= MOST_QUESTIONS and self.sampled[kind] <= SAMPLE

    def visit(self, page, link, address):
        response = self.client.get(address, follow=True)
        if response.streaming:
            b"".join(response.streaming_content)  # read to its end, as Django's client wants it
        if response.status_code != 200:
            self.dead.append((page, link, response.status_code))
            return
        form = response.headers.get("Content-Type", "")
        if form.startswith("text/html"):
            found = Links(response.content.decode())
            self.places[address], links = found.places, found.addresses
        elif response.streaming or not re.match(r"text/|application/(\w+\+)?(json|xml)", form):
            links = []
        else:
            links = ADDRESS.findall(unescape(response.content.decode()))
        for each in links:
            self.follow(response.request["PATH_INFO"] if response.redirect_chain else address, each)
