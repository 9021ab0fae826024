"""Templates: they compile, components are used and document their arguments, nothing is inline."""

import re

from django.template.loader import get_template

from tests.house.sources import APPS, ROOT, TEMPLATE_FOLDER, find_faults, find_python, find_templates

TEMPLATES = find_templates()
COMPONENTS = sorted((TEMPLATE_FOLDER / "components").glob("*.html"))
LINE_LENGTH = 119  # characters, as djlint has it
INLINE = r'<script(?![^>]*\ssrc=)(?! type="application/ld\+json">)|<style|\sstyle=|\son[a-z]+=|javascript:'


def test_all_compile():
    assert all(get_template(str(path.relative_to(TEMPLATE_FOLDER))) for path in TEMPLATES)


def test_a_component_is_used_and_says_what_it_is():
    texts = {path: path.read_text("utf-8") for path in [*TEMPLATES, *find_python(*APPS)]}
    unused = [
        path.name
        for path in COMPONENTS
        if not any(f"components/{path.name}" in text for other, text in texts.items() if other != path)
    ]

    assert unused == []
    assert [path.name for path in COMPONENTS if "{% comment %}" not in texts[path]] == []


def test_nothing_is_inline():
    assert find_faults(TEMPLATES, lambda text, name: re.findall(INLINE, text)) == {}


def test_every_class_of_the_pages_has_a_rule_and_every_rule_a_class():
    style = (ROOT / "cooperation/static/style.css").read_text("utf-8")
    style = re.sub(r'"[^"]*"|/\*.*?\*/', "", style, flags=re.DOTALL)
    styled = set(re.findall(r"\.(-?[a-z][\w-]*)(?=[^{}]*\{)", re.sub(r"\{[^{}]*\}", "{}", style)))
    text = "".join(path.read_text("utf-8") for path in TEMPLATES if not {"admin", "desk"} & set(path.parts))
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text)
    used = {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}
    computed = {"badge--in_force", "badge--announced", "badge--end_not_known", "here", "change", "open", "map__former"}

    assert (styled - used - computed, used - styled - {"badge--"}) == (set(), set())


def test_no_line_is_longer_than_the_code_may_have():
    paths = [*TEMPLATES, *find_templates("*.txt"), *find_templates("*.xml")]

    assert find_faults(paths, find_long_lines) == {}


def find_long_lines(text, name):
    return [number for number, line in enumerate(text.splitlines(), 1) if len(line) > LINE_LENGTH]
