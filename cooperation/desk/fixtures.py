from pathlib import Path

from django.conf import settings


def fixture_names():
    """All fixtures in loading order, which is that of their names."""
    return sorted(path.stem for folder in settings.FIXTURE_DIRS for path in Path(folder).glob("*.json"))
