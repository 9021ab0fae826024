"""The desk in Chromium: a conference from its first form to its recovery, a lost session, two people on one record."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from cooperation.agreements.models import Agreement
from events.models import Conference
from tests.site.browsing import BROWSER_MARKS

pytestmark = BROWSER_MARKS
PASSWORD = "Secret of the desk"  # noqa: S105 -- of this test only


def log_in(page, site, name="mai", language="en"):
    User.objects.filter(username=name).exists() or User.objects.create_superuser(name, password=PASSWORD)
    page.goto(f"{site}/{language}/admin/login/")
    fill_in_log_in(page, name)


def fill_in_log_in(page, name="mai"):
    page.locator("#id_username").fill(name)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#login-form [type=submit]").click()


def save(page, button="_save"):
    page.locator(f"[name={button}]").first.click()


def test_a_conference_is_added_published_unpublished_deleted_and_recovered(page, site, browser_problems):
    log_in(page, site)
    page.goto(f"{site}/en/admin/events/conference/add/")
    page.locator("#id_number").fill("14")
    page.locator("#id_title_fr").fill("14es Assises")
    page.locator("#id_starts_on").fill("tháng 5 năm 2027")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("14es Assises is saved. It is not public.")

    page.locator(".messagelist a").click()
    save(page, "_publish")
    expect(page.locator(".messagelist")).to_contain_text("is saved and public: readers see it as it is now.")
    page.goto(f"{site}/en/conferences/14/")
    expect(page.locator("h1")).to_contain_text("14es Assises")

    conference = Conference.objects.get(number=14)
    page.goto(f"{site}/en/admin/events/conference/{conference.pk}/change/")
    page.get_by_role("link", name="Unpublish…").first.click()
    page.locator("#id_reason").select_option("under_review")
    page.get_by_role("button", name="Unpublish").click()
    expect(page.locator(".messagelist")).to_contain_text("1 record is no longer public: ")
    assert page.request.get(f"{site}/en/conferences/14/").status == 410

    page.goto(f"{site}/en/admin/events/conference/{conference.pk}/delete/")
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("link", name="It can be recovered.").click()
    page.locator("#change-history a").first.click()
    page.get_by_role("button", name="Restore this version").click()
    expect(page.locator(".messagelist")).to_be_visible()

    recovered = Conference.objects.get(number=14)
    assert (recovered.pk, recovered.title_fr, recovered.starts_on) == (conference.pk, "14es Assises", "2027-05")
    assert browser_problems == []


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_text_survives_a_lost_session(browser, site, language, java_script_enabled):
    context = browser.new_context(java_script_enabled=java_script_enabled, viewport={"width": 390, "height": 800})
    page = context.new_page()
    log_in(page, site, language=language)
    agreement = Agreement.objects.get(key="yen-bai-val-de-marne-2023-04")
    page.goto(f"{site}/{language}/admin/agreements/agreement/{agreement.pk}/change/")
    page.locator("#id_summary_vi").fill("Một đoạn dài.\nHai dòng.")
    context.clear_cookies()

    save(page)
    expect(page.locator("#login-form")).to_be_visible()
    fill_in_log_in(page)

    expect(page.locator("#id_summary_vi")).to_have_value("Một đoạn dài.\nHai dòng.")
    assert Agreement.objects.get(pk=agreement.pk).summary_vi == agreement.summary_vi
    save(page)
    expect(page.locator(".messagelist")).to_be_visible()
    assert Agreement.objects.get(pk=agreement.pk).summary_vi == "Một đoạn dài.\nHai dòng."
    context.close()


def test_two_people_on_one_record(browser, page, site):
    agreement = Agreement.objects.get(key="yen-bai-val-de-marne-2023-04")
    url = f"{site}/en/admin/agreements/agreement/{agreement.pk}/change/"
    log_in(page, site)
    page.goto(url)
    page.locator("#id_title_en").fill("Mine")
    page.locator("#id_summary_en").fill("My summary")
    context = browser.new_context()
    other = context.new_page()
    log_in(other, site, "lan")
    other.goto(url)
    other.locator("#id_title_en").fill("Theirs")
    other.locator("#id_parties-0-signed_by").fill("Đỗ Đức Duy")
    save(other)
    expect(other.locator(".messagelist")).to_be_visible()
    context.close()

    save(page)
    expect(page.locator("[role=alert]")).to_contain_text("lan saved this record on")
    row = page.locator(".collision tr", has_text="Title [en]")
    row.get_by_role("radio").first.check()
    save(page, "_merge")

    expect(page.locator("#id_title_en")).to_have_value("Mine")
    expect(page.locator("#id_parties-0-signed_by")).to_have_value("Đỗ Đức Duy")
    assert Agreement.objects.get(pk=agreement.pk).title_en == "Theirs"
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("is saved and public")
    merged = Agreement.objects.get(pk=agreement.pk)
    assert (merged.title_en, merged.summary_en) == ("Mine", "My summary")
    assert merged.parties.first().signed_by == "Đỗ Đức Duy"


def test_enter_in_a_title_publishes_nothing_and_leaving_asks(page, site):
    agreement = Agreement.objects.get(key="yen-bai-val-de-marne-2023-04")
    log_in(page, site)
    page.goto(f"{site}/en/admin/agreements/agreement/{agreement.pk}/change/")
    page.locator("#id_title_en").fill("By accident")
    page.locator("#id_title_en").press("Enter")

    expect(page.locator(".held")).to_contain_text(re.compile("Nothing is saved yet.*By accident", re.DOTALL))
    assert Agreement.objects.get(pk=agreement.pk).title_en == agreement.title_en
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    page.locator("#id_title_en").fill("By accident again")
    page.goto(f"{site}/en/admin/")
    assert dialogs == ["beforeunload"]
    expect(page.locator("#content")).to_be_visible()
