"""Bytes made up by a fuzzer, read by every encoding and as every format, for as long as you like.

    python benchmarks/fuzzing.py [--seconds 300] [--corpus FOLDER] [--file FILE]

Nothing but a document or a reason may come of them, within a minute and 1 GiB each. With atheris
(`pip install atheris`) inputs are bred by what they reach; what broke a law is left as a file,
which `--file` tries again. Without it hypothesis makes them up. The first two bytes of an input
choose the encoding and the format.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from hostile.files import READ

PATIENCE_S, MEMORY_MB = 60, 1024
"""For one input; a program that is watched while it runs is many times slower."""
_LARGEST_SEED = 512


def main() -> None:
    """Go on until the time is over, or something breaks a law."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--file", type=Path)
    arguments = parser.parse_args()
    if arguments.file is not None:
        try_input(arguments.file.read_bytes())
    elif find_spec("atheris") is None:
        make_up(arguments.seconds)
    else:
        with tempfile.TemporaryDirectory() as folder:
            breed(arguments.corpus or Path(folder), arguments.seconds)


def try_input(data: bytes) -> None:
    """Read one input by the encoding and as the format that its first two bytes stand for."""
    from properties.foreign_bytes_laws import ENCODINGS, KINDS, check_bytes  # instrumented first

    if len(data) >= 2:
        check_bytes(data[2:], ENCODINGS[data[0] % len(ENCODINGS)], KINDS[data[1] % len(KINDS)])


def breed(corpus: Path, seconds: int) -> None:
    """Let atheris go on from hostile files and from texts in every encoding."""
    import atheris

    with atheris.instrument_imports(include=["bulletin_tui", "markdown_it"]):
        seeds = _seeds()
        for seed in seeds:  # each brings modules along that are to be watched
            try_input(seed)
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-timeout={PATIENCE_S}", f"-rss_limit_mb={MEMORY_MB}"]
    atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", str(corpus)], try_input)
    atheris.Fuzz()


def make_up(seconds: int) -> None:
    """Let hypothesis make up inputs, a thousand at a time."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

    end = time.monotonic() + seconds
    tried = 0

    @settings(
        max_examples=1000,
        deadline=timedelta(seconds=PATIENCE_S),
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.binary(max_size=2000) | st.sampled_from(list(_seeds())))
    def try_some(data: bytes) -> None:
        try_input(data)

    while time.monotonic() < end:
        try_some()
        tried += 1000
    print(f"{tried} inputs, no law broken")


def _seeds() -> list[bytes]:
    from old_encodings.storing import STORAGES
    from properties.foreign_bytes_laws import KINDS

    texts = [data[:_LARGEST_SEED] for data in READ.values()]
    texts += [storage.store("Nước về xã, đường đã mở. " * 9) for storage in STORAGES]
    return [bytes([0, kind]) + text for text in texts for kind in range(len(KINDS))]


if __name__ == "__main__":
    main()
