"""Chromium, driven over its DevTools protocol through two pipes: no driver, no package, no port."""

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
SWITCHES = "--headless --no-sandbox --disable-gpu --disable-extensions --no-first-run --remote-debugging-pipe"


class Page:
    """One open page. `ask` sends a command of the protocol and gives its answer."""

    def __init__(self, to: int, back: int, folder: Path) -> None:
        self.to, self.back, self.folder = to, back, folder
        self.asked = self.shown = 0
        self.events: list[str] = []
        self.session = ""
        self.rest = b""

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.asked += 1
        message: dict[str, Any] = {"id": self.asked, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next()
            if answer.get("id") == self.asked:
                assert "error" not in answer, answer["error"]
                return dict(answer["result"])

    def next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            more = os.read(self.back, 1 << 16)
            assert more, "the browser has ended"
            self.rest += more
        message, _, self.rest = self.rest.partition(b"\0")
        told = dict(json.loads(message))
        self.events += [told["method"]] if "method" in told else []
        return told

    def show(self, html: str, *, width: int = 1280, scheme: str = "light", medium: str = "screen") -> None:
        """Loads a page of this width, in this colour scheme, as on a screen or in print. Its policy is lifted, so that
        scripts can look at it.
        """
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.ask("Emulation.setDeviceMetricsOverride", **size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.ask("Emulation.setEmulatedMedia", media=medium, features=features)
        self.ask("Page.setBypassCSP", enabled=True)
        self.shown += 1
        file = self.folder / f"page-{self.shown}.html"
        file.write_text(html, encoding="utf-8")
        self.events.clear()
        self.ask("Page.navigate", url=file.as_uri())
        while "Page.loadEventFired" not in self.events:
            self.next()

    def run(self, script: str) -> Any:
        """What a script gives, after it has waited for what it waits for."""
        found = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text=text)

    def picture(self) -> bytes:
        return b64decode(self.ask("Page.captureScreenshot", captureBeyondViewport=False)["data"])


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A browser with one empty page, ended afterwards."""
    give, to = os.pipe()
    back, take = os.pipe()
    command = f'exec "$0" {SWITCHES} --user-data-dir="$1" about:blank 3<&{give} 4>&{take}'
    process = subprocess.Popen(
        ["bash", "-c", command, BROWSER, str(folder / "profile")],
        pass_fds=(give, take),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(give)
    os.close(take)
    page = Page(to, back, folder)
    try:
        targets = page.ask("Target.getTargets")["targetInfos"]
        target = next(each["targetId"] for each in targets if each["type"] == "page")
        page.session = page.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page.ask("Page.enable")
        yield page
    finally:
        os.close(to)
        os.close(back)
        process.terminate()
        process.wait(30)
