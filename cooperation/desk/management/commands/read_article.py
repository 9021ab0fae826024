"""Print what the reader recognises in text files, as text or as JSON."""

import json

from django.core.management.base import BaseCommand, CommandError

from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import UnreadableArticle, read_file
from cooperation.article_reader.recognise import recognise
from cooperation.article_reader.report import build_report, format_report


class Command(BaseCommand):
    help = "Read articles and print the conferences, agreements, localities, people and figures that they tell of."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="Print a list with one object a file.")

    def handle(self, *, files, **options):
        gazetteer = Gazetteer.from_folder()
        try:
            reports = [self.read(name, gazetteer) for name in files]
        except UnreadableArticle as error:
            raise CommandError(error) from error
        if options["json"]:
            self.stdout.write(json.dumps(reports, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n\n".join(map(format_report, reports)))

    def read(self, name, gazetteer):
        article = read_file(name)
        return build_report(article, recognise(article, gazetteer), name)
