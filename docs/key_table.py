"""Write the README's key table from the table of commands."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from bulletin_tui.ui.commands import COMMANDS, WHERE_LABELS
from bulletin_tui.ui.key_names import key_label

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"


def key_table() -> str:
    """One Markdown table with every command, by the part of the screen it belongs to."""
    lines = ["| keys | what they do | name in `[keys]` |", "|---|---|---|"]
    for where, commands in groupby(COMMANDS, lambda command: command.where):
        lines.append(f"| **{WHERE_LABELS[where]}** | | |")
        for command in commands:
            keys = " ".join(f"`{key_label(key)}`" for key in command.keys)
            lines.append(f"| {keys} | {command.label} | `{command.name}` |")
    return "\n".join(lines) + "\n"


def with_key_table(readme: str) -> str:
    """The README with the table as it is now."""
    before, _, rest = readme.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}{key_table()}{END}{after}"


if __name__ == "__main__":
    README.write_text(with_key_table(README.read_text(encoding="utf-8")), encoding="utf-8")
