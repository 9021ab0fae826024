"""Values shared by pages are cached for one content version, one date and one language, and nowhere else."""

import datetime as dt

import pytest
from django.utils.translation import override

from cooperation.core.version_cache import VersionedCache, cached_by_version, caching_for_version

TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def cached_function():
    """A cached function, and the arguments of the calls that were really made."""
    calls = []

    @cached_by_version
    def double(number):
        calls.append(number)
        return 2 * number

    return double, calls


def test_a_page_asks_once(cached_function):
    double, calls = cached_function

    with caching_for_version((1, TODAY)):
        answers = [double(2), double(3), double(2)]

    assert (answers, calls) == ([4, 6, 4], [2, 3])


def test_another_page_of_the_same_content_asks_no_more(cached_function):
    double, calls = cached_function
    for _page in range(3):
        with caching_for_version((1, TODAY)):
            double(2)

    assert calls == [2]


@pytest.mark.parametrize("content", [(2, TODAY), (1, TODAY + dt.timedelta(days=1))])
def test_another_version_or_day_asks_anew(cached_function, content):
    double, calls = cached_function
    for version in [(1, TODAY), content]:
        with caching_for_version(version):
            double(2)

    assert calls == [2, 2]


def test_another_language_asks_anew(cached_function):
    double, calls = cached_function
    with caching_for_version((1, TODAY)):
        for language in ["vi", "fr", "vi"]:
            with override(language):
                double(2)

    assert calls == [2, 2]


def test_nothing_is_cached_outside_a_page(cached_function):
    double, calls = cached_function
    double(2)
    double(2)

    assert calls == [2] * 2


def test_a_cache_that_is_full_is_emptied():
    cache = VersionedCache(max_size=2)
    with caching_for_version((1, TODAY)):
        for number in range(4):
            cache.current()[number] = True
        entries = dict(cache.current())

    assert entries == {3: True}
