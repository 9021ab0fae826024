"""Tags for theme pages: `library` is a lower layer and cannot import the records that have a theme."""

from django import template

from cooperation.overview import themes

register = template.Library()
register.simple_tag(themes.theme_summary, name="theme_summary")
register.simple_tag(themes.counts_by_theme, name="counts_by_theme")
