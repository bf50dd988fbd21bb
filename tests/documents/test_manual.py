"""The manual: chapters that read, and a PDF that holds every word of them."""

from __future__ import annotations

import pypdfium2
import pytest

from desk_app.documents.manual import FRONTS, Block, Chapter, chapter, on_paper
from desk_app.operations.manual import manual_pdf, read_chapters


def test_a_chapter_is_read_piece_by_piece() -> None:
    text = """# Tiêu đề
Một đoạn
còn tiếp.

## Mục
- Ý
1. Bước
còn tiếp
F9 | Làm
> Lời khuyên
"""
    assert chapter("f9", text) == Chapter(
        "F9",
        "Tiêu đề",
        (
            Block("text", "Một đoạn còn tiếp."),
            Block("heading", "Mục"),
            Block("point", "Ý", "–"),
            Block("step", "Bước còn tiếp", "1."),
            Block("key", "Làm", "F9"),
            Block("advice", "Lời khuyên"),
        ),
    )


def test_a_chapter_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="without a title"):
        chapter("f9", "Một đoạn")


IN_TROUBLE = {"vi": "Khi có gì không đúng", "en": "When something is wrong"}
LANGUAGES = pytest.mark.parametrize("language", FRONTS)


@LANGUAGES
def test_the_shipped_chapters_say_what_a_page_is_for_and_what_to_do_in_trouble(language: str) -> None:
    chapters = read_chapters(language)
    assert [one.key for one in chapters][:2] == ["bat-dau", "F2"]
    for one in chapters:
        assert len(one.blocks) > 8, one.key
        if one.key.startswith("F"):
            headings = [block.text for block in one.blocks if block.kind == "heading"]
            assert IN_TROUBLE[language] in headings, one.key


def test_every_language_has_the_same_chapters_with_the_same_headings() -> None:
    first, *others = (read_chapters(language) for language in FRONTS)
    for chapters in others:
        assert [one.key for one in chapters] == [one.key for one in first]
        for one, same in zip(chapters, first, strict=True):
            kinds = [[block.kind for block in each.blocks].count("heading") for each in (one, same)]
            assert kinds[0] == kinds[1], one.key


@LANGUAGES
def test_no_mark_up_is_left_in_the_words(language: str) -> None:
    for one in read_chapters(language):
        for block in one.blocks:
            assert not set("#*_`<>|[]") & set(block.text), block.text


@LANGUAGES
def test_the_pdf_holds_every_word_and_numbers_its_pages(language: str) -> None:
    document = pypdfium2.PdfDocument(manual_pdf(language))
    pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    assert 10 <= len(pages) <= 25
    whole = " ".join(" ".join(pages).split())
    for one in read_chapters(language):
        for block in one.blocks:
            for word in on_paper(block.text).split():
                assert word in whole, (one.key, word)
    for number, page in enumerate(pages[1:], 2):
        assert str(number) in page.split()
    assert manual_pdf(language) == manual_pdf(language)
