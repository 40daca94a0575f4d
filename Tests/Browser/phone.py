"""The phone page as a person sees it: what is typed and tapped, and the answer that comes."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

ANSWER_MILLISECONDS_MAX = 20_000


class Phone:
    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.faults: list[str] = []
        self._url = url
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        page.on("request", self._see)
        page.goto(f"{url}/simulator/")
        expect(page.locator(".row").first).to_be_visible()

    def say(self, text: str, expected: str = ".") -> Locator:
        """Types as a person does; returns the answer, which must match."""
        known = self._answers().count()
        self.page.get_by_test_id("input").fill(text)
        self.page.get_by_test_id("send").click()
        return self._next_answer(known, expected, to=text)

    def tap(self, answer: Locator, choice: str, expected: str) -> Locator:
        """A button under the answer, or a row of its list."""
        known = self._answers().count()
        if answer.get_by_test_id("list-button").count():
            answer.get_by_test_id("list-button").click()
            self.page.get_by_test_id("list-row").filter(has_text=choice).click()
        else:
            answer.get_by_test_id("reply-button").filter(has_text=choice).click()
        return self._next_answer(known, expected, to=choice)

    def switch_to(self, person: str) -> None:
        self.page.locator(".row", has_text=person).click()
        expect(self.page.locator("#chat-owner")).to_contain_text(person)

    def open_troubles(self) -> Locator:
        self.page.get_by_role("button", name="Make trouble").click()
        sheet = self.page.get_by_role("dialog", name="Make trouble")
        expect(sheet).to_be_visible()
        return sheet

    def all_is_well(self) -> None:
        sheet = self.open_troubles()
        sheet.get_by_role("button", name="Everything well").click()
        expect(sheet.get_by_role("button", name="Everything well")).to_be_disabled()
        sheet.get_by_role("button", name="Close").click()
        expect(self.page.locator("#troubled")).to_be_hidden()

    def examples(self, language: str) -> list[str]:
        self.page.locator("#language").select_option(language)
        return self.page.locator(".chip").all_inner_texts()

    def check_width(self) -> None:
        """Nothing sticks out sideways."""
        too_wide: list[str] = self.page.evaluate(
            "() => [document.documentElement, ...document.querySelectorAll('#log, #people, .bar, .foot, .trouble, .trouble-groups')]"
            ".filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.id || box.className || box.tagName)"
        )
        assert not too_wide, f"wider than the window: {too_wide}"

    def check_access(self) -> None:
        """No serious barrier for people who see, hear or point differently (axe-core's rules)."""
        found = Axe().run(self.page).response["violations"]
        serious = [f"{rule['id']}: {rule['help']}" for rule in found if rule["impact"] in ("serious", "critical")]
        assert not serious, f"axe: {serious}"

    def picture(self, file: Path) -> None:
        # Ticks under the last answer come a moment after it.
        expect(self.page.get_by_test_id("bubble-out").last.locator(".ticks")).not_to_have_class(re.compile("sent"))
        self.page.evaluate("() => document.fonts.ready")
        self.page.screenshot(path=file, animations="disabled")

    def _answers(self) -> Locator:
        return self.page.get_by_test_id("bubble-in")

    def _next_answer(self, known: int, expected: str, to: str) -> Locator:
        answer = self._answers().nth(known)
        words = answer.locator(".words")
        expect(words, f"the answer to “{to}”").to_have_text(re.compile(expected, re.S), timeout=ANSWER_MILLISECONDS_MAX)
        return answer

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self._url, "blob:", "data:")):
            self.faults.append(f"left the machine: {request.url}")
