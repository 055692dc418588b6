"""Whether Vietnamese is read out of every encoding, and how long telling them apart takes.

    python benchmarks/encodings.py [--texts 40] [--seed 1] [--folder FOLDER]

Made-up reports, or the texts of a folder in UTF-8, are stored in each way in which such texts have
come to disks, whole and as pieces of 300 characters. Right is the same text, compared as far as the
encoding can keep it; a text that is Unicode by its bytes only must be left alone, and its
conversion proposed. Beside them stand texts in other languages. The exit status is 1 when fewer
than 99 % are right, or one of the others is called Vietnamese.
"""

from __future__ import annotations

import argparse
import sys
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from bulletin_tui.importers.decode import decode
from bulletin_tui.importers.encodings.choices import VIETNAMESE
from edited_reports.reports import made_report
from edited_reports.themes import CLINICS, FARMING, SCHOOLING
from old_encodings.storing import STORAGES, storable, surviving
from old_encodings.western_texts import WESTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from old_encodings.storing import Storage

LEAST_RIGHT = 0.99
PIECE = 300
"""In code points."""
_THEMES = (CLINICS, FARMING, SCHOOLING)


@dataclass(slots=True)
class Tally:
    """What became of the texts of one storage and one length."""

    right: int = 0
    times_ms: list[float] = field(default_factory=list)

    def line(self, name: str, length: str) -> str:
        """The tally as a line of the table."""
        count = len(self.times_ms)
        share, slowest = 100 * self.right / count, max(self.times_ms)
        return (
            f"  {name:<20} {length:<6} {self.right:>5} of {count:<5} {share:6.2f} %"
            f"  {median(self.times_ms):7.2f} ms  (at most {slowest:.1f})"
        )


def main() -> None:
    """Print one line for each way of storing and each length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    texts = _texts(arguments.folder, arguments.texts, Random(arguments.seed))
    print(f"{len(texts)} texts, {sum(map(len, texts)) // len(texts)} characters on average")
    tallies = []
    for storage in STORAGES:
        for length, pieces in (("300", [text[:PIECE] for text in texts]), ("whole", texts)):
            tallies.append(measure(storage, pieces))
            print(tallies[-1].line(storage.name, length))
    wrong = called_vietnamese()
    right = sum(tally.right for tally in tallies) / sum(len(each.times_ms) for each in tallies)
    print(f"  right {100 * right:.2f} %, goal ≥ {100 * LEAST_RIGHT:.0f} %")
    print(f"  other languages called Vietnamese: {wrong} of {2 * len(WESTERN)}, goal 0")
    sys.exit(right < LEAST_RIGHT or wrong > 0)


def measure(storage: Storage, texts: Sequence[str]) -> Tally:
    """Store each text, read it again, and compare."""
    tally = Tally()
    for text in texts:
        data = storage.store(text)
        started = time.perf_counter()
        decoded = decode(data)
        tally.times_ms.append((time.perf_counter() - started) * 1000)
        if storage.is_proposed and decoded.proposal == storage.choice:
            decoded = decode(data, decoded.proposal)
        found = unicodedata.normalize("NFC", decoded.text)
        tally.right += found == unicodedata.normalize("NFC", surviving(text, storage))
    return tally


def called_vietnamese() -> int:
    """How many texts in other languages are, in the encoding of their country or in UTF-8."""
    read = [decode(data) for codec, text in WESTERN for data in (text.encode(codec), text.encode())]
    return sum(each.encoding in VIETNAMESE or each.proposal is not None for each in read)


def _texts(folder: Path | None, count: int, chance: Random) -> list[str]:
    if folder is None:
        return [made_report(_THEMES[number % 3], chance) for number in range(count)]
    files = sorted(folder.glob("*.txt"))[:count]
    return [storable(path.read_text(encoding="utf-8")) for path in files]


if __name__ == "__main__":
    main()
