"""The flows of a reader and of staff, in Chromium."""

import re

from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from tests.site.axe import find_violations
from tests.site.browsing import BROWSER_MARKS

pytestmark = BROWSER_MARKS


def test_a_reader_finds_what_became_of_yen_bai_and_who_says_so(page, site, browser_problems):
    page.goto(f"{site}/en/")
    page.get_by_label("Search the register").fill("yen bai")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_contain_text("results")
    page.get_by_role("link", name="Cooperation agreement between Yên Bái and Val-de-Marne (2023)").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Yên Bái.*Val-de-Marne", re.DOTALL))
    expect(page.locator(".pair__sides")).to_contain_text("now Lào Cai")
    page.locator(".facts .ev").first.click()
    expect(page.locator("#source-1")).to_be_in_viewport()
    expect(page.locator("#source-1")).to_contain_text("VGP")

    page.get_by_role("link", name="Français").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Val-de-Marne.*Yên Bái", re.DOTALL))
    expect(page.locator(".pair__sides")).to_contain_text("aujourd’hui Lào Cai")
    page.get_by_role("link", name="English").click()
    expect(page.locator(".pair__sides")).to_contain_text("now Lào Cai")
    assert browser_problems == []


def test_filters_work_by_keyboard_and_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/vi/agreements/")
    page.locator("select[name=locality]").focus()
    page.locator("select[name=locality]").select_option("fr-rennes")
    page.get_by_role("button", name="Xem kết quả").press("Enter")

    expect(page).to_have_url(re.compile("locality=fr-rennes"))
    expect(page.locator(".card")).to_have_count(1)
    page.locator(".in-use a").first.click()
    expect(page.locator(".card")).to_have_count(18)
    context.close()


def test_suggestions_are_reached_by_keyboard(page, site, browser_problems):
    page.goto(f"{site}/fr/search/")
    page.get_by_label("Rechercher dans le registre").focus()
    page.keyboard.type("yen bai", delay=20)
    expect(page.locator(".suggestions a").first).to_be_visible()
    page.keyboard.press("Tab")  # the button
    page.keyboard.press("Tab")
    expect(page.locator(".suggestions a").first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Yên Bái")
    assert browser_problems == []


def test_the_map_is_walked_by_keyboard_in_the_order_of_its_list(page, site, browser_problems):
    page.goto(f"{site}/vi/map/")
    first = page.locator(".atlas svg a").first
    first.focus()
    ring = "getComputedStyle(document.activeElement.querySelector('circle')).strokeWidth"
    assert page.evaluate(ring) == "5px"
    name = first.locator("title").text_content().split(",")[0]
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.go_back()
    assert page.locator("#ties .party a").first.text_content() == name
    assert browser_problems == []


def test_a_list_is_narrowed_by_keyboard_and_keeps_the_focus(page, site, browser_problems):
    page.goto(f"{site}/en/agreements/")
    status = page.locator("select[name=status]")
    status.focus()
    status.select_option("ended_not_renewed")
    expect(page.locator("#found")).to_have_text("3 agreements")

    expect(page.locator("select[name=status]")).to_be_focused()
    assert browser_problems == []


def test_the_first_tab_leads_past_the_menu(page, site):
    page.goto(f"{site}/fr/agreements/")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Aller au contenu principal")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_staff_log_in_and_correct_a_date_that_readers_see_at_once(page, site, browser_problems):
    log_in(page, site)
    page.goto(f"{site}/fr/admin/agreements/agreement/?q=yen-bai-val-de-marne-2023-04")
    page.locator("#result_list .field-__str__ a").click()
    page.locator("#id_signed_on").fill("2023-04-14")
    page.locator("[name=_save]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    page.goto(f"{site}/fr/agreements/yen-bai-val-de-marne-2023-04/")
    expect(page.locator(".facts")).to_contain_text("14\xa0avril\xa02023")
    assert browser_problems == []


def log_in(page, site):
    get_user_model().objects.create_superuser("staff", password="Nghệ-An-1996")
    page.goto(f"{site}/en/admin/")
    page.locator("#id_username").fill("staff")
    page.locator("#id_password").fill("Nghệ-An-1996")
    page.locator("[type=submit]").click()


def test_staff_paste_an_article_and_have_drafts_by_keyboard_alone(page, site, browser_problems):
    log_in(page, site)
    page.goto(f"{site}/vi/admin/")
    page.get_by_role("link", name="Trích thông tin từ bài báo").press("Enter")
    page.locator("#id_text").fill(
        "Cần Thơ ký với Lille\n\nNgày 5/6/2024, thành phố Cần Thơ (Việt Nam) và thành phố Lille (Pháp) "
        "ký thỏa thuận hợp tác tại Lille."
    )
    page.locator(".intake .default").press("Enter")
    expect(page.locator("mark")).not_to_have_count(0)
    expect(page.locator("legend").first).to_contain_text("Cần Thơ – Lille")
    assert find_violations(page, ["wcag2a", "wcag2aa"]) == []
    page.locator(".check .default").press("Enter")

    expect(page.locator(".messagelist .success")).to_contain_text("Chưa nội dung nào được đăng.")
    expect(page.locator("#id_original_title")).to_have_value("Cần Thơ ký với Lille")
    assert browser_problems == []


def test_the_page_to_try_the_api_runs_under_the_policy(page, site, browser_problems):
    page.goto(f"{site}/api/docs/")

    expect(page.locator("#swagger-ui .opblock").first).to_be_visible()
    assert browser_problems == []
