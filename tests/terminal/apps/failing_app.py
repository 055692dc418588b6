"""The real reader, in which something goes wrong on SIGUSR1: `failing_app.py WHERE`."""

from __future__ import annotations

import signal
import sys

from bulletin_tui.cli.main import main
from bulletin_tui.store import database
from bulletin_tui.ui.app import BulletinApp


def fail() -> None:
    raise KeyError("lỗi \x1b]0;pwned\x07 trong chương trình")


async def fail_later() -> None:
    fail()


def listen(app: BulletinApp, where: str) -> None:
    def answer(*_signal_and_frame: object) -> None:
        match where:
            case "screen":
                app.screen.call_later(fail)
            case "app":
                app.call_later(fail)
            case "worker":
                app.call_later(lambda: app.screen.run_worker(fail_later()))
            case "timer":
                app.call_later(app.screen.set_timer, 0.01, fail)
            case "panic":
                app.call_later(app.panic, "[b]the thread that reads keys[/b]")

    signal.signal(signal.SIGUSR1, answer)


if __name__ == "__main__":
    vars(database)["LOCK_TIMEOUT_SECONDS"] = 1.0
    begin = BulletinApp.on_mount

    def on_mount(app: BulletinApp) -> None:
        begin(app)
        listen(app, sys.argv[1])

    BulletinApp.on_mount = on_mount  # type: ignore[assignment,method-assign]
    sys.exit(main([]))
