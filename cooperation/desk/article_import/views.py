"""Two pages of the desk: give an article to read, then check what was read."""

from django.contrib import admin, messages
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cooperation.core.partial_dates import validate_partial_date
from cooperation.desk.models import ImportedArticle
from cooperation.news.facts import DATE, FACTS, KEY, NUMBER

from .acceptance import accept
from .forms import ArticleImportForm
from .highlights import highlighted
from .proposals import Proposals
from .recognition import article_of, findings_of, gazetteer

LONGEST_VALUE = 200


def for_staff(view):
    """Whoever may add news items may read articles."""
    return staff_member_required(permission_required("news.add_newsitem", raise_exception=True)(view))


@for_staff
@require_http_methods(["GET", "POST"])
def read(request):
    form = ArticleImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        earlier = form.earlier()
        if earlier:
            messages.info(request, _("This article was read before: here is what was found then."))
            return redirect("desk:check", earlier.pk)
        form.instance.imported_by = request.user
        return redirect("desk:check", form.save().pk)
    status = 400 if form.is_bound else 200
    context = {**admin.site.each_context(request), "title": _("Read an article"), "form": form}
    return render(
        request, "desk/read.html", context | {"imported_articles": ImportedArticle.objects.all()[:10]}, status=status
    )


@for_staff
@require_http_methods(["GET", "POST"])
def check(request, pk):
    imported_article = get_object_or_404(ImportedArticle, pk=pk)
    article = article_of(imported_article)
    proposals = Proposals(findings_of(article), gazetteer(), imported_article.appeared_on)
    problems = []
    if request.method == "POST" and not imported_article.news_key:
        accepted, problems = accepted_of(request.POST, proposals)
        try:
            item, drafts = (None, []) if problems else accept(imported_article, proposals, accepted)
        except ValidationError as error:
            problems = error.messages
        if not problems:
            made = format_html_join(", ", "{}", ((str(draft),) for draft in drafts))
            message = _("Drafts are made: the news item%(drafts)s. Nothing is published.")
            messages.success(request, message % {"drafts": f", {made}" if made else ""})
            return redirect("admin:news_newsitem_change", item.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Check what was read"),
        "imported_article": imported_article,
        "subjects": proposals.subjects,
        "passages": highlighted(article, proposals.values()),
        "problems": problems,
        "sent": request.POST if request.method == "POST" else None,
    }
    return render(request, "desk/check.html", context, status=400 if problems else 200)


def accepted_of(sent, proposals):
    """({name of a ticked subject or value: what staff made of it}, problems in words)."""
    accepted = {subject.name: True for subject in proposals.subjects if subject.name in sent}
    problems = []
    for subject in proposals.subjects:
        for value in subject.values:
            if value.name not in sent:
                continue
            words = sent.get(f"{value.name}-words", value.value).strip()
            problems += problems_of(subject, value, words, proposals)
            accepted[value.name] = words
    return accepted, problems


def problems_of(subject, value, words, proposals):
    """Why these words cannot be a value of this fact, in words; none if they can."""
    form = FACTS[subject.kind][value.fact].value_type
    problem = ""
    if form == DATE:
        try:
            validate_partial_date(words)
        except ValidationError as error:
            problem = error.messages[0]
    elif form == NUMBER and not words.isdecimal():
        problem = _("“%(value)s” is not a number.") % {"value": words}
    elif value.choices and words not in dict(value.choices):
        problem = _("“%(value)s” is not one of the choices.") % {"value": words}
    elif form == KEY and words.startswith(("vn-", "fr-")) and not proposals.knows(words):
        problem = _("There is no locality “%(value)s”.") % {"value": words}
    elif len(words) > LONGEST_VALUE:
        problem = _("This is too long.")
    elif not words:
        problem = _("A claim says something: write its value.")
    return [f"{subject.title}, {value.label}: {problem}"] if problem else []
