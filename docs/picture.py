"""Take the README's picture from the real app, on the bundled reports."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from bulletin_tui.paths import Paths, bundled_articles
from bulletin_tui.settings import Settings
from bulletin_tui.ui.app import BulletinApp
from bulletin_tui.words import use_language

PICTURE = Path(__file__).parent / "bulletin.svg"
SIZE = (110, 32)
KEYS = ("/", *"boi duong", "enter", "wait", "enter", "h", "wait", "ctrl+down", "wait")
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


async def take_picture(folder: Path) -> str:
    """The app as SVG after a few keys; `folder` holds what it writes."""
    paths = Paths(bundled_articles(), folder / "data", folder / "cache", folder / "config")
    app = BulletinApp(paths, Settings(language="en", theme="dark"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1.0)
        for key in KEYS:
            if key == "wait":
                await pilot.pause(0.5)
            else:
                await pilot.press({"/": "slash", " ": "space"}.get(key, key))
        await pilot.pause(0.5)
        return app.export_screenshot(title="Bulletin")


def without_web_fonts(svg: str) -> str:
    """The picture with fonts that are there anyway: nothing is fetched to look at it."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family:[^;]*;", f"font-family: {FONTS};", svg)


if __name__ == "__main__":
    use_language("en")
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(take_picture(Path(folder)))
    PICTURE.write_text(without_web_fonts(picture), encoding="utf-8")
