"""User journeys of a journalist, a deputy mayor and a researcher, each in one language, from start to download."""

import csv
import io
import re
import zipfile
from pathlib import Path

import bibtexparser
import icalendar
from playwright.sync_api import expect

from tests.site.browsing import BROWSER_MARKS

pytestmark = BROWSER_MARKS


def download(page, link):
    """(name, bytes) of the file that the link downloads."""
    with page.expect_download() as event:
        link.click()
    return event.value.suggested_filename, Path(event.value.path()).read_bytes()


def test_a_journalist_asks_what_hue_signed_with_france_and_what_it_is_worth_today(page, site, browser_problems):
    page.goto(f"{site}/vi/")
    page.get_by_label("Tìm trong cơ sở dữ liệu").press_sequentially("thua thien h", delay=20)
    page.locator("#home-search-suggestions").get_by_role("link", name=re.compile("Thừa Thiên Huế")).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thừa Thiên Huế")
    page.locator(".pair .now").get_by_text("Huế").wait_for()
    page.locator(".card", has_text="Grand Poitiers").get_by_role("link").first.click()
    expect(page.locator(".status .badge")).to_have_text("Đã ký, chưa rõ thời hạn")
    expect(page.locator(".pair__sides")).to_contain_text("nay là Huế")
    page.locator(".side .glance a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()

    name, content = download(page, page.get_by_role("link", name="BibTeX"))
    [entry] = bibtexparser.parse_string(content.decode()).entries
    assert name.endswith(".bib")
    assert "Grand Poitiers" in entry["title"]
    assert "/vi/agreements/thua-thien-hue-grand-poitiers-2023/" in entry["url"]
    assert browser_problems == []


def test_a_deputy_mayor_of_rennes_prepares_a_visit(page, site, browser_problems):
    page.goto(f"{site}/fr/map/")
    page.locator("#ties").get_by_role("link", name="Rennes").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rennes")
    page.locator(".card", has_text="Rennes").get_by_role("link").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Rennes.*Hué", re.DOTALL))
    expect(page.locator(".status")).to_contain_text("Aucune source n’indique la durée")
    page.locator("#on").fill("2024-12-31")
    page.locator(".day-form button").click()
    expect(page.locator(".as-of")).to_contain_text("31\xa0décembre\xa02024")
    page.locator(".as-of a").click()
    expect(page.locator(".as-of")).to_have_count(0)
    assert len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", prefer_css_page_size=True))) <= 2

    page.get_by_role("contentinfo").get_by_role("link", name="Flux et calendrier").click()
    path = page.locator('a[href$=".ics"]').first.get_attribute("href")
    calendar = icalendar.Calendar.from_ical(page.request.get(f"{site}{path}").body())
    assert any("13es Assises" in str(event["SUMMARY"]) for event in calendar.walk("VEVENT"))
    assert browser_problems == []


def test_a_researcher_narrows_the_list_in_place_and_takes_it_away(page, site, browser_problems):
    page.goto(f"{site}/en/agreements/")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("searchbox").press_sequentially("val-de-marne", delay=10)
    expect(page.locator("#found")).to_have_text("3 agreements")
    page.locator("select[name=status]").select_option("end_not_known")
    expect(page.locator("#found")).to_have_text("2 agreements")
    expect(page).to_have_url(re.compile(r"\?q=val-de-marne&status=end_not_known$"))
    page.get_by_role("link", name="Oldest first").click()
    expect(page.locator(".card").first).to_contain_text("2 April 2019")
    page.get_by_role("link", name=re.compile("^Remove status")).click()
    expect(page.locator("#found")).to_have_text("3 agreements")
    assert page.evaluate("window.sameDocument")

    name, content = download(page, page.locator("#results").get_by_role("link", name="CSV"))
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert re.fullmatch(r"agreements-\d{4}-\d\d-\d\d\.csv", name)
    assert sorted(row["key"] for row in rows) == [
        "yen-bai-val-de-marne-2019",
        "yen-bai-val-de-marne-2023",
        "yen-bai-val-de-marne-2023-04",
    ]

    page.go_back()
    expect(page.locator("#found")).to_have_text("2 agreements")
    page.get_by_role("contentinfo").get_by_role("link", name="Download the data").click()
    name, content = download(page, page.locator('a[href$="register.zip"]').first)
    with zipfile.ZipFile(io.BytesIO(content)) as dump:
        assert dump.testzip() is None
    assert browser_problems == []
