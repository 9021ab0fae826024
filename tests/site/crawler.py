"""Follows the links of the site as a reader may, and collects the dead ones."""

import re
from collections import Counter, deque
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.http import Http404
from django.urls import resolve

HOST = "http://testserver"
URL = re.compile(rf"{HOST}[^\s\"'<>\\,;)]*")
LINK_ATTRIBUTES = ["href", "src", "action", "poster"]
# The web server delivers uploads; the desk requires a login.
EXCLUDED_PATH = re.compile(r"/(media|\w\w/admin)/")
# Filters, orders and pages of lists have too many combinations, records too many files: only a sample is visited.
MAX_SAMPLES, MAX_PARAMETERS = 3, 2


class Links(HTMLParser):
    """The URLs that a page links to or embeds, and the anchors on it that a fragment may name."""

    def __init__(self, page):
        super().__init__()
        self.urls, self.anchors = [], {"", "top"}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.anchors.update(values[name] for name in ["id", "name"] if values.get(name))
        self.urls += [values[name] for name in LINK_ATTRIBUTES if values.get(name) is not None]
        candidates = (values.get("srcset") or "").split(",")
        self.urls += [candidate.split()[0] for candidate in candidates if candidate.strip()]
        self.urls += URL.findall(values.get("content") or "")


class Crawl:
    """`dead_links` contains (path of the page, link as written there, status code or reason)."""

    def __init__(self, client, starts):
        self.client, self.seen, self.samples = client, set(), Counter()
        self.anchors, self.fragments, self.dead_links = {}, [], []
        self.queue = deque()
        for start in starts:
            self.follow("", start)
        while self.queue:
            self.visit(*self.queue.popleft())
        for page, link, path, fragment in self.fragments:
            if fragment not in self.anchors.get(path, {fragment}):
                self.dead_links.append((page, link, "no such anchor"))

    def follow(self, page, link):
        """Add the target of a link to the queue, unless it is external, excluded or visited already."""
        url, fragment = urldefrag(urljoin(HOST + page, link.strip()))
        if not url.startswith(HOST + "/"):
            return
        path = url.removeprefix(HOST)
        if EXCLUDED_PATH.match(path):
            return
        if fragment:
            self.fragments.append((page, link, path, fragment))
        if path not in self.seen and self.is_sampled(path):
            self.seen.add(path)
            self.queue.append((page, link, path))

    def is_sampled(self, path):
        """True for every page of a record; for a few of each kind of file and of each set of query parameters."""
        parts = urlsplit(path)
        parameters = tuple(sorted(parse_qs(parts.query, keep_blank_values=True)))
        section = parts.path.split("/")[1]
        if not parameters and section != "api" and parts.path.endswith("/"):
            return True
        try:
            kind = (section, resolve(parts.path).view_name, parameters)
        except Http404:
            return True
        self.samples[kind] += 1
        return len(parameters) <= MAX_PARAMETERS and self.samples[kind] <= MAX_SAMPLES

    def visit(self, page, link, path):
        response = self.client.get(path, follow=True)
        if response.streaming:
            b"".join(response.streaming_content)  # Django's test client expects that it is consumed
        if response.status_code != 200:
            self.dead_links.append((page, link, response.status_code))
            return
        content_type = response.headers.get("Content-Type", "")
        if content_type.startswith("text/html"):
            links = Links(response.content.decode())
            self.anchors[path], urls = links.anchors, links.urls
        elif response.streaming or not re.match(r"text/|application/(\w+\+)?(json|xml)", content_type):
            urls = []
        else:
            urls = URL.findall(unescape(response.content.decode()))
        for url in urls:
            self.follow(response.request["PATH_INFO"] if response.redirect_chain else path, url)
