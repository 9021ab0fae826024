"""Templates: they compile, components are used and document their arguments, nothing is inline."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
COMPONENTS = sorted((FOLDER / "components").glob("*.html"))
LINE_LENGTH = 119  # characters, as djlint has it
CODE = [path for folder in ["cooperation", "localities", "events"] for path in sorted((ROOT / folder).rglob("*.py"))]


def get_template_name(path):
    return str(path.relative_to(FOLDER))


@pytest.mark.parametrize("path", TEMPLATES, ids=get_template_name)
def test_it_compiles(path):
    assert get_template(get_template_name(path))


@pytest.mark.parametrize("path", COMPONENTS, ids=get_template_name)
def test_a_component_is_used_and_says_what_it_is(path):
    others = [other for other in [*TEMPLATES, *CODE] if other != path]
    users = [other for other in others if f"components/{path.name}" in other.read_text("utf-8")]

    assert users
    assert "{% comment %}" in path.read_text("utf-8")


@pytest.mark.parametrize("path", TEMPLATES, ids=get_template_name)
def test_nothing_is_inline(path):
    text = path.read_text("utf-8")

    script = r'<script(?![^>]*\ssrc=)(?! type="application/ld\+json">)'
    assert not re.search(rf"{script}|<style|\sstyle=|\son[a-z]+=|javascript:", text)


def test_every_class_of_the_pages_has_a_rule_and_every_rule_a_class():
    style = (ROOT / "cooperation/static/style.css").read_text("utf-8")
    style = re.sub(r'"[^"]*"|/\*.*?\*/', "", style, flags=re.DOTALL)
    styled = set(re.findall(r"\.(-?[a-z][\w-]*)(?=[^{}]*\{)", re.sub(r"\{[^{}]*\}", "{}", style)))
    text = "".join(path.read_text("utf-8") for path in TEMPLATES if not {"admin", "desk"} & set(path.parts))
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text)
    used = {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}
    computed = {"badge--in_force", "badge--announced", "badge--end_not_known", "here", "change", "open"}

    assert (styled - used - computed, used - styled - {"badge--"}) == (set(), set())


@pytest.mark.parametrize("path", [*TEMPLATES, *FOLDER.rglob("*.txt"), *FOLDER.rglob("*.xml")], ids=get_template_name)
def test_no_line_is_longer_than_the_code_may_have(path):
    lines = path.read_text("utf-8").splitlines()

    assert [number for number, line in enumerate(lines, 1) if len(line) > LINE_LENGTH] == []
