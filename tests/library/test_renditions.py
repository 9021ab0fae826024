"""Renditions of photos: made once in every format and size, cropped around the focal point, never left half made."""

import errno
import os
import re
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from PIL import Image

from cooperation.core.files import AtomicFileSystemStorage
from cooperation.core.records import PublicationState
from cooperation.library.models import Photo
from cooperation.library.renditions import IMAGE_FORMATS, get_rendition_files, has_renditions, make_renditions
from tests.factories import make_locality, make_photo, make_picture

pytestmark = pytest.mark.django_db


def sizes(photo):
    return {
        shape: [(row["width"], row["height"]) for row in rows] for shape, rows in photo.renditions["shapes"].items()
    }


def files(settings):
    return {
        path.relative_to(settings.MEDIA_ROOT).as_posix() for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()
    }


def figure(photo):
    return render_to_string("components/photos.html", {"photos": [photo]})


def make_two_coloured_picture():
    """The left half red, the right half blue."""
    picture = Image.new("RGB", (1200, 400), "red")
    picture.paste("blue", (600, 0, 1200, 400))
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("size", "whole", "card"),
    [
        (
            (2000, 1000),
            [(400, 200), (800, 400), (1200, 600), (1600, 800)],
            [(400, 267), (800, 533)],
        ),
        ((1000, 1500), [(400, 600), (800, 1200), (1000, 1500)], [(400, 266), (800, 533)]),
        ((300, 200), [(300, 200)], [(300, 200)]),
        ((3, 900), [(3, 900)], [(3, 2)]),
    ],
)
def test_a_photo_is_made_in_the_widths_that_it_is_large_enough_for(size, whole, card):
    photo = make_photo(picture=make_picture(size))

    make_renditions(photo)

    photo.refresh_from_db()
    assert sizes(photo) == {"whole": whole, "card": card}
    assert (photo.width, photo.height) == size


def test_every_file_is_what_its_name_and_its_row_say():
    photo = make_photo(picture=make_picture((900, 600)))

    make_renditions(photo)

    for rows in photo.renditions["shapes"].values():
        for row in rows:
            for image_format, name in row["files"].items():
                with default_storage.open(name) as file, Image.open(file) as picture:
                    assert (picture.format, *picture.size) == (image_format, row["width"], row["height"])
                assert name.endswith(f"-{row['width']}.{IMAGE_FORMATS[image_format][0]}")


@pytest.mark.parametrize(("focus", "colour"), [(10, (254, 0, 0)), (90, (0, 0, 254))])
def test_a_card_is_cropped_around_the_focal_point(focus, colour):
    photo = make_photo(picture=make_two_coloured_picture(), focus_x=focus)

    make_renditions(photo)

    row = photo.renditions["shapes"]["card"][-1]
    with default_storage.open(row["files"]["JPEG"]) as file, Image.open(file) as picture:
        corners = [picture.getpixel((x, 200)) for x in [5, row["width"] - 5]]
    assert all(abs(shown - wanted) < 8 for corner in corners for shown, wanted in zip(corner, colour, strict=True))


def test_a_transparent_picture_stands_on_white_where_the_form_knows_no_transparency():
    photo = make_photo(picture=make_transparent_picture())

    make_renditions(photo)

    shown = photo.renditions["shapes"]["whole"][-1]["files"]
    with default_storage.open(shown["JPEG"]) as file, Image.open(file) as picture:
        assert min(picture.getpixel((5, 5))) > 250
    with default_storage.open(shown["WEBP"]) as file, Image.open(file) as picture:
        assert picture.convert("RGBA").getpixel((5, 5))[3] == 0


def make_transparent_picture():
    buffer = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(buffer, "PNG")
    return buffer.getvalue()


def upload(client, photo=None, **values):
    """Post the admin form of a photo."""
    values = {
        "key": "bridge",
        "alternative_text_en": "A bridge",
        "credit": "Somebody",
        "focus_x": 50,
        "focus_y": 50,
        "loaded_version": photo.version if photo else "",
    } | values
    url = f"/en/admin/library/photo/{photo.pk}/change/" if photo else "/en/admin/library/photo/add/"
    response = client.post(url, values, follow=True)
    assert response.status_code == 200
    return response


def jpeg(size=(900, 600), colour="teal"):
    return SimpleUploadedFile("bridge.jpg", make_picture(size, colour), "image/jpeg")


def test_an_upload_makes_them_once_and_a_moved_focal_point_again(admin_client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        upload(admin_client, image=jpeg())
    first = Photo.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        upload(admin_client, first, credit="Somebody else")
    same = Photo.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        upload(admin_client, same, focus_x=90)
    moved = Photo.objects.get()

    assert has_renditions(first)
    assert same.renditions == first.renditions
    assert moved.renditions["made_from"] == [moved.image.name, 90, 50]
    assert moved.version == first.version + 2


def test_nothing_is_made_of_an_upload_that_is_not_committed(admin_client, settings):
    upload(admin_client, image=jpeg())

    assert Photo.objects.get().renditions == {}
    assert [name for name in files(settings) if "renditions" in name] == []


def test_a_new_picture_takes_no_file_away(admin_client, settings, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        upload(admin_client, image=jpeg())
    before, photo = files(settings), Photo.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        upload(admin_client, photo, image=jpeg(colour="navy"))
    Photo.objects.get().delete()

    assert before <= files(settings)


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_leaves_nothing_half_and_staff_are_told(admin_client, settings, monkeypatch):
    def full(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    make_photo(key="bridge")
    before, photo = files(settings), Photo.objects.get()
    monkeypatch.setattr(os, "link", full)

    with pytest.raises(OSError, match="No space"):
        default_storage.save("photos/x.jpg", ContentFile(b"half"))
    page = upload(admin_client, photo, credit="Somebody else").content.decode()

    assert "resized versions could not be created" in page
    assert files(settings) == before
    photo.refresh_from_db()
    assert (photo.credit, photo.renditions) == ("Somebody else", {})


def test_a_file_never_takes_the_place_of_another(settings):
    """Not even where both were given the same free name at the same time."""
    names = [default_storage._save("photos/x.jpg", ContentFile(content)) for content in [b"one", b"two"]]

    assert [Path(default_storage.path(name)).read_bytes() for name in names] == [b"one", b"two"]
    assert files(settings) == set(names)


def test_the_command_makes_what_photos_lack_and_says_what_it_cannot(settings):
    make_photo(key="whole")
    make_photo(key="broken", picture=make_picture((900, 600)))
    Path(Photo.objects.get(key="broken").image.path).write_bytes(make_picture((900, 600))[:700])

    with pytest.raises(CommandError, match="Run make_renditions"):
        call_command("make_renditions", check=True, stdout=StringIO())
    with pytest.raises(CommandError, match="Not made: broken"):
        call_command("make_renditions", stdout=StringIO(), stderr=StringIO())

    assert has_renditions(Photo.objects.get(key="whole"))
    assert Photo.objects.get(key="broken").renditions == {}


def test_the_command_makes_anew_what_has_gone_from_the_disk():
    photo = make_photo()
    make_renditions(photo)
    default_storage.delete(get_rendition_files(photo)[0])

    call_command("make_renditions", stdout=StringIO())
    call_command("make_renditions", check=True, stdout=StringIO())

    assert has_renditions(Photo.objects.get())


def test_the_command_removes_old_files_that_no_photo_has(admin_client, settings, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        upload(admin_client, image=jpeg())
    photo = Photo.objects.get()
    first = photo.image.name
    with django_capture_on_commit_callbacks(execute=True):
        upload(admin_client, photo, image=jpeg(colour="navy"))
    photo.refresh_from_db()
    default_storage.save("photos/stray.jpg", ContentFile(b"x"))
    for name in files(settings):
        os.utime(settings.MEDIA_ROOT / name, (0, 0))
    default_storage.save("photos/fresh.jpg", ContentFile(b"x"))

    call_command("make_renditions", stdout=StringIO())

    assert files(settings) == {first, photo.image.name, *get_rendition_files(photo), "photos/fresh.jpg"}


def test_a_page_offers_every_form_and_size_and_keeps_the_place_free():
    photo = make_photo(picture=make_picture((900, 600)), caption_en="The bridge", credit="N. N.")
    make_renditions(photo)

    page = figure(photo)

    assert re.findall(r'<source type="([^"]+)"', page) == ["image/avif", "image/webp"]
    assert [re.findall(r" (\d+)w", group) for group in re.findall(r'srcset="([^"]*)"', page)] == [
        ["400", "800", "900"]
    ] * 3
    assert 'width="900" height="600"' in page
    assert f'alt="{photo.alternative_text_en}"' in page
    assert ("The bridge" in page, "Photo: N. N." in page) == (True, True)


def test_the_first_photo_is_fetched_at_once_and_the_others_when_they_are_near():
    page = render_to_string("components/photos.html", {"photos": [make_photo(), make_photo()]})

    assert re.findall(r'decoding="async" (\S+?)>', page) == ['fetchpriority="high"', 'loading="lazy"']


def test_a_photo_without_renditions_is_shown_as_it_came():
    photo = make_photo(picture=make_picture((900, 600)))

    page = figure(photo)

    assert "srcset" not in page
    assert f'src="{photo.image.url}"' in page
    assert 'width="900" height="600"' in page


def test_words_in_another_language_say_so():
    photo = make_photo(alternative_text_en="", alternative_text_vi="Cây cầu")

    with override("fr"):
        page = figure(photo)

    assert 'alt="Cây cầu" lang="vi"' in page


def test_a_page_asks_neither_the_disk_nor_the_database_for_the_files(client, monkeypatch):
    locality = make_locality(key="vn-x")
    counts = []
    for _ in range(3):
        photo = make_photo()
        make_renditions(photo)
        locality.photos.add(photo)
        client.get("/en/localities/vn-x/?warm")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/en/localities/vn-x/").content.count(b"<picture>") == len(counts) + 1
        counts.append(len(captured))
    monkeypatch.setattr(AtomicFileSystemStorage, "exists", None, raising=False)
    monkeypatch.setattr(AtomicFileSystemStorage, "_open", None, raising=False)

    assert len(set(counts)) == 1
    assert client.get("/fr/localities/vn-x/").status_code == 200


def test_a_photo_that_is_not_public_is_not_shown(client):
    locality = make_locality(key="vn-x")
    locality.photos.add(make_photo(publication_state=PublicationState.DRAFT))

    assert b"<picture>" not in client.get("/en/localities/vn-x/").content
