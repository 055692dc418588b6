"""Why the system refused something, as it is said."""

from __future__ import annotations

import errno
import os

from bulletin_tui.reasons import numbered_reason, system_reason
from bulletin_tui.words import use_language


def test_a_frequent_cause_is_told_in_the_language_of_the_reader() -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert system_reason(full) == "No space left on device"
    use_language("vi")
    try:
        assert system_reason(full) == "đĩa đã đầy"
        assert numbered_reason(errno.ENOENT) == "không có tệp hay thư mục này"
    finally:
        use_language("en")


def test_a_rare_cause_is_told_as_the_system_says_it() -> None:
    assert system_reason(OSError(errno.EXDEV, "from afar")) == "from afar"
    assert system_reason(OSError("no number at all")) == "no number at all"
    assert numbered_reason(errno.EXDEV) == os.strerror(errno.EXDEV)


def test_what_is_known_better_than_the_system_knows_it_is_told() -> None:
    assert system_reason(OSError(errno.ELOOP, "it leads elsewhere")) == "it leads elsewhere"


def test_a_cause_without_a_number_is_one_of_reading_or_writing() -> None:
    assert numbered_reason(None) == numbered_reason(errno.EIO) == "Input/output error"
