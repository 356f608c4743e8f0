import pytest

from applications.proof.languages import code_of


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("German", "de"),
        ("german", "de"),
        (" Deutsch ", "de"),
        ("English (US)", "en"),
        ("American English", "en"),
        ("Fluent in French", "fr"),
        ("Brazilian Portuguese", "pt"),
        ("Español", "es"),
        ("Simplified Chinese", "zh"),
        ("Mandarin", "zh"),
        ("Chinese (Mandarin)", "zh"),
        ("Bahasa Indonesia", "id"),
        ("Norwegian Bokmal", "no"),
        ("Norsk", "no"),
        ("हिंदी", "hi"),
        ("Tagalog", "tl"),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_which_language_is_meant(title, code):
    assert code_of(title) == code
