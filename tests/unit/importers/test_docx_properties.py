"""What a Word document says of itself is known, and nothing that python-docx makes up."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.parsing import parse
from unit.importers.word_files import rewritten, saved

docx = pytest.importorskip("docx")


def test_properties_say_what_the_text_does_not() -> None:
    written = docx.Document()
    written.add_paragraph("Thân bài.")
    written.core_properties.title = "Rừng"
    written.core_properties.author = "Đỗ Hương; Trần An"
    document = parse(saved(written), "bai.docx")
    assert (document.metadata.title, document.metadata.authors) == ("Rừng", ("Đỗ Hương", "Trần An"))


def test_properties_may_be_related_as_libreoffice_writes_it() -> None:
    written = docx.Document()
    written.add_paragraph("Thân bài.")
    written.core_properties.title = "Rừng"
    known = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    other = known.replace("package", "officedocument")
    data = rewritten(saved(written), known, other, member="_rels/.rels")
    assert parse(data, "bai.docx").metadata.title == "Rừng"


def test_a_document_without_properties_has_none_of_the_library_that_reads_it() -> None:
    written = docx.Document()
    written.add_paragraph("Thân bài.")
    relation = "metadata/core-properties"
    data = rewritten(saved(written), relation, "none", member="_rels/.rels")
    data = rewritten(data, "core-properties+xml", "none+xml", member="[Content_Types].xml")
    assert parse(data, "bai.docx").metadata.title is None


def test_the_library_that_wrote_a_document_is_not_its_author() -> None:
    written = docx.Document()
    written.add_paragraph("Thân bài.")
    assert written.core_properties.author
    assert parse(saved(written), "bai.docx").metadata.authors == ()
