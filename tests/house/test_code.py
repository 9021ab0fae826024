"""Rules of the house that a reader of the code relies on."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import APPS, ROOT, find_faults, find_python

CODE = find_python(*APPS, "seeds")
MAX_LINES = 200


def test_each_layer_imports_its_own_or_lower_ones():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]

    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout


def test_a_file_stays_short_enough_to_have_one_job():
    assert find_faults(CODE, lambda text, name: max(len(text.splitlines()) - MAX_LINES, 0)) == {}


@pytest.mark.slow
def test_the_examples_in_docstrings_run():
    paths = [path for path in CODE if ">>> " in path.read_text("utf-8")]
    command = [sys.executable, "-m", "pytest", "--doctest-modules", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]

    result = subprocess.run([*command, *paths], cwd=ROOT, capture_output=True, text=True, check=False)

    assert paths
    assert result.returncode == 0, result.stdout


def test_locks_carry_hashes_and_no_url():
    for name in ["requirements.txt", "requirements-test.txt"]:
        text = (ROOT / name).read_text("utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "--index" not in text
