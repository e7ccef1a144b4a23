"""How is the picture of the README taken? From a demo of its own, so that it shows what is there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from models_ui.management import ports

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1280, 860
PASSWORD = "models-ui-demo"  # noqa: S105 - the demo prints it


def main() -> None:
    """Take it."""
    PICTURES.mkdir(exist_ok=True)
    found = next(filter(None, map(shutil.which, BROWSERS)))
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        approval(signed_in(browser, address, "approver"))
        browser.close()


def approval(page: Page) -> None:
    """A request that waits for a decision."""
    page.get_by_role("link", name="Approvals").first.click()
    page.locator("main a[href^='/approvals/']").first.click()
    page.screenshot(path=PICTURES / "approval.png")


def signed_in(browser: Browser, address: str, name: str) -> Page:
    """Return a page of somebody who has signed in."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", base_url=address)
    page.goto("/accounts/login/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/")
    return page


@contextmanager
def demo() -> Iterator[str]:
    """Run a demo in a folder that is thrown away, and give its address. Raises where it does not start."""
    port = ports.free()
    with tempfile.TemporaryDirectory() as folder:
        places = {"DATA_DIR": folder, "PORT": str(port), "SANDBOX_PORT": str(ports.free())}
        command = [sys.executable, "manage.py", "demo"]
        environment = os.environ | {"ENVIRONMENT": "demo"} | places
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
            assert process.stdout  # noqa: S101 - asked for above
            if not any("Ctrl-C" in line for line in process.stdout):
                raise SystemExit("The demo did not start.")
            try:
                yield f"http://{ports.HOST}:{port}"
            finally:
                process.send_signal(signal.SIGTERM)
                process.communicate()


if __name__ == "__main__":
    main()
