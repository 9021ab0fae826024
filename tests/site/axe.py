from axe_playwright_python.base import AXE_SCRIPT

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
#: The rules whose result depends on the colour scheme.
COLOUR_RULES = ("color-contrast", "link-in-text-block")


def find_violations(page, tags=RULES, *, colours_only=False):
    """The violations that axe finds on the page: [(rule, HTML of the first nodes)].

    The script is injected once per document: a page may be checked at several widths and in both colour schemes.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    rules = {"type": "rule", "values": COLOUR_RULES} if colours_only else {"type": "tag", "values": tags}
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    response = page.evaluate("options => axe.run(options)", options)
    return [
        (violation["id"], [node["html"][:90] for node in violation["nodes"]][:3])
        for violation in response["violations"]
    ]
