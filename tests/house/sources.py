"""The sources that the rules of the code are about."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE_FOLDER = ROOT / "templates"
APPS = ["cooperation", "localities", "events"]


def find_python(*folders):
    """The modules in these folders, without migrations, which keep the names of their time."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in paths if "migrations" not in path.parts]


def find_templates(pattern="*.html"):
    return sorted(TEMPLATE_FOLDER.rglob(pattern))


def find_faults(paths, find):
    """{path: faults} of the files in which `find(text, path relative to the repository)` finds any."""
    names = {path: str(path.relative_to(ROOT)) for path in paths}
    faults = {name: find(path.read_text("utf-8"), name) for path, name in names.items()}
    return {name: faults_of_file for name, faults_of_file in faults.items() if faults_of_file}
