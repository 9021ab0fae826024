import pytest

from cooperation.article_reader.reader import Paragraph, UnreadableArticle, read_file, read_text

SCRAPED = """Menu
Vinh Long opens a school of French
ClockSaturday, 15/04/2023 15:45
View font:
TTH.VN - The school opened its doors to two hundred pupils from the whole province.
Boats race on the riverBread prices rise again in Lyon
leftcenterrightdel
Pupils in the yard
Its director said that teachers would come from Caen each autumn and spring./.
Le Thi Mai
You may also like
Ha Noi and Toulouse signed an agreement.
Top"""


def test_furniture_goes_and_captions_stay():
    article = read_text(SCRAPED)

    assert article.paragraphs == [
        Paragraph("The school opened its doors to two hundred pupils from the whole province."),
        Paragraph("Pupils in the yard", "caption"),
        Paragraph("Its director said that teachers would come from Caen each autumn and spring."),
    ]


def test_title_publisher_day_and_author_are_told_apart():
    article = read_text(SCRAPED)

    metadata = (article.title, article.publisher, article.published, article.author, article.language)
    assert metadata == ("Vinh Long opens a school of French", "TTH.VN", "2023-04-15T15:45", "Le Thi Mai", "en")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("4/20/2023 1:11:45 PM", "2023-04-20T13:11:45"),
        ("April 16, 2023 8:51 AM GMT+7", "2023-04-16T08:51+07:00"),
        ("date 2023-04-14 VIETNAM, April 14 -", "2023-04-14"),
        ("Chủ Nhật, 16/04/2023 05:40", "2023-04-16T05:40"),
        ("18/04/2023", "2023-04-18"),
        ("4/5/2023 1:11:45 PM", "2023-04-05T13:11:45"),
        ("Mardi 4 avril 2023 à 10h30", "2023-04-04T10:30"),
    ],
)
def test_the_day_of_publication_is_read_in_each_of_its_forms(line, published):
    article = read_text(
        f"A title of some words\n{line}\nA sentence that is long enough to be the text of an article, and ends."
    )

    assert article.published == published


def test_a_head_gives_its_values_and_a_hint_gives_only_a_year():
    article = read_text(
        "PUBLISHER: Báo Nhỏ\nDATE: not in the excerpt (2019)\nLANGUAGE: vi\n"
        "TITLE: Một ngày hội\n-----\nNgày hội diễn ra vui vẻ.\n"
    )

    assert (article.publisher, article.published, article.near, article.title) == (
        "Báo Nhỏ",
        None,
        "2019",
        "Một ngày hội",
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Hôm nay trời đẹp và mọi người cùng đi chợ."),
        ("fr", "Il fait beau et tous vont au marché de la ville."),
        ("en", "The day is fine and they all go to the market."),
    ],
)
def test_the_language_is_told_by_the_words(language, text):
    assert read_text(text).language == language


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b"GIF8\0\0", "is a picture"),
        (b"\1\0\2", "binary file"),
        ("dépôt".encode("cp1252"), "is not UTF-8: byte 2 (0xe9)"),
        (b"a\x07b", "control characters"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, raw, reason):
    path = tmp_path / "note.txt"
    path.write_bytes(raw)

    with pytest.raises(UnreadableArticle, match=r"note\.txt") as refused:
        read_file(path)

    assert reason in str(refused.value)


def test_utf_16_with_its_mark_is_read(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes("Đà Lạt đón khách. Trời lạnh.".encode("utf-16"))

    assert read_file(path).paragraphs == [Paragraph("Đà Lạt đón khách. Trời lạnh.")]
