import pytest


def list_keys(findings):
    return [locality.key for locality in findings.localities]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Các nước châu Á - Thái Bình Dương họp tại Lille."),
        ("vi", "Diễn đàn THÁI BÌNH DƯƠNG và Ấn Độ Dương họp tại Lille."),
        ("vi", "Các đảo Thái Bình\u00a0Dương gửi đoàn đến Lille."),
        ("vi", "Tổ chức Hòa Bình Xanh mở văn phòng tại Lille."),
        ("en", "Greenpeace, or Hoa Binh Xanh, has an office in Lille."),
    ],
)
def test_a_longer_name_that_begins_like_a_province_is_no_province(read, language, text):
    assert list_keys(read(language, text)) == ["fr-lille"]


def test_the_provinces_themselves_stay(read):
    text = "Hải Dương, Bình Dương và tỉnh Thái Bình gửi đoàn đến Lille."

    assert list_keys(read("vi", text)) == ["vn-hai-duong", "vn-binh-duong", "vn-thai-binh", "fr-lille"]
