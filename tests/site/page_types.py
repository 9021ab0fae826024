"""One address of every type of public page, behind the language; the tests of whole pages walk along it."""

LANGUAGES = ["vi", "fr", "en"]
PAGES = [
    "",
    "agreements/",
    "agreements/?state=end_not_known&year=2023",
    "agreements/?state=nonsense",
    "agreements/yen-bai-val-de-marne-2023-04/",
    "agreements/hue-city-rennes-2023/",
    "partnerships/",
    "partnerships/ha-noi-toulouse/",
    "localities/",
    "localities/vn-lao-cai/",
    "conferences/",
    "conferences/12/",
    "conferences/13/",
    "news/",
    "news/conference-12-closed-2023-04-16/",
    "search/?q=hue",
    "search/?q=xyzxyz",
    "pages/status/",
    "nowhere/",
]
