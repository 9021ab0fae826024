from axe_playwright_python.sync_playwright import Axe

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def violations(page, rules=RULES):
    """What axe finds on the page shown: [(rule, the first places)]."""
    options = {"runOnly": list(rules), "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["html"][:90] for node in each["nodes"]][:3]) for each in found]
