"""How soon something can be read: frames against a bare Textual hello, commands against Python.

Every round runs each program once, in turn, so that a slow moment of the machine falls on all.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ptyrun import TimedProgram
from reading import environment

COLUMNS, ROWS = 120, 40

PYTHON = (sys.executable, "-c", "pass")
BULLETIN = (sys.executable, "-m", "bulletin_tui")
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App[None]):
    def compose(self):
        yield Static("hello")
Hello().run()
"""
COMMANDS = {
    "list": (*BULLETIN, "list"),
    "search nghi quyet": (*BULLETIN, "search", "nghi quyet"),
    "search ngih quyet": (*BULLETIN, "search", "ngih quyet"),
}


def main() -> None:
    """Print one line for each promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        word = first_word(Path(home))
        times: dict[str, list[float]] = {}
        for number in range(rounds + 1):
            for name, elapsed in one_round(Path(home), word):
                if number:  # the first round warms the caches up
                    times.setdefault(name, []).append(elapsed)
    report({name: statistics.median(series) for name, series in times.items()}, rounds)


def one_round(home: Path, word: bytes) -> list[tuple[str, float]]:
    """The name and the milliseconds of everything that is measured, once."""
    return [
        ("hello", frame_time((sys.executable, "-c", HELLO), home, b"hello")),
        ("frame", frame_time(BULLETIN, home, b"Bulletin")),
        ("words", frame_time(BULLETIN, home, word)),
        ("first", frame_time(BULLETIN, new_home(home), word)),
        ("python", process_time(PYTHON, home)),
        *((name, process_time(command, home)) for name, command in COMMANDS.items()),
    ]


def report(median: dict[str, float], rounds: int) -> None:
    """Print the medians against the promises of ARCHITECTURE.md."""
    print(f"Start-up: medians of {rounds} rounds, {COLUMNS}x{ROWS}")
    print(f"  {'hello Textual, first frame':<44}{median['hello']:7.0f} ms")
    for name, label, goal in (
        ("frame", "bulletin, first frame", 1.3),
        ("words", "bulletin, first frame with the article", 1.8),
    ):
        ratio = median[name] / median["hello"]
        print(f"  {label:<44}{median[name]:7.0f} ms  {ratio:5.2f} × hello, goal ≤ {goal}")
    print(f"  {'the same, at the first start ever':<44}{median['first']:7.0f} ms")
    print(f"  {'bare Python':<44}{median['python']:7.0f} ms")
    for name in COMMANDS:
        over = median[name] - median["python"]
        print(f"  {f'bulletin {name}':<44}{median[name]:7.0f} ms  {over:+5.0f} ms, goal ≤ +150")


MOST_LISTED = 200
"""Articles whose titles can stand on a screen beside the text."""


def first_word(home: Path) -> bytes:
    """A word that only the text of the article that opens first can bring to the screen."""
    listed = json.loads(answer((*BULLETIN, "list", "--json"), home))["articles"]
    seen = listed[:MOST_LISTED]
    known = " ".join(f"{article['title']} {article['source']}" for article in seen).lower()
    text = answer((*BULLETIN, "show", "--plain", listed[0]["id"]), home)
    words = (word for word in text.split() if word.isalpha() and len(word) > 3)
    return next(word for word in words if word.lower() not in known).encode()


def new_home(beside: Path) -> Path:
    """The home of a person who has never started the program."""
    return Path(tempfile.mkdtemp(dir=beside))


def answer(argv: tuple[str, ...], home: Path) -> str:
    """What a command writes to stdout."""
    done = subprocess.run(argv, env=environment(home), capture_output=True, check=True)
    return done.stdout.decode()


def process_time(argv: tuple[str, ...], home: Path) -> float:
    """Milliseconds from the start of a process to its end."""
    start = time.perf_counter()
    subprocess.run(argv, env=environment(home), stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def frame_time(argv: tuple[str, ...], home: Path, words: bytes) -> float:
    """Milliseconds from the start of a process until `words` are painted."""
    start = time.perf_counter()
    with TimedProgram(argv, environment(home), (COLUMNS, ROWS)) as program:
        program.wait_for_words(words)
        return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
