"""An order comes out of its line as it went in."""

from __future__ import annotations

import os
from pathlib import Path

from bulletin_tui.workers.build_order import BuildOrder, order_from_line


def test_an_order_comes_back_from_its_line() -> None:
    order = BuildOrder(
        (Path("/bản tin"), Path("/hai\ndòng")), {"/a.txt": "tcvn3"}, {"bai-1": {"title": "Tựa"}}
    )
    assert order_from_line(order.to_line()) == order
    assert "\n" not in order.to_line()


def test_a_folder_whose_name_is_not_utf_8_comes_back_from_its_line() -> None:
    folder = Path(os.fsdecode(b"/b\xe0n tin"))
    assert order_from_line(BuildOrder((folder,)).to_line()).folders == (folder,)
