"""A shop's day on the phone page, in a real browser: `bin/browser-test` runs it."""

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Error, expect, sync_playwright

from phone import Phone
from server import HOME, Server

# A bubble with a phrase that begins like these is no answer.
REFUSALS = ("unclear", "not_yet")


def main(pictures: Path) -> None:
    browser_path = shutil.which("chromium") or sys.exit("Chromium is missing: `bin/setup browser` installs it.")
    # Chromium's own sandbox refuses to serve root.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with Server() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=arguments)
        try:
            on_a_desk(browser, server.url, pictures)
            in_the_hand(browser, server.url, pictures)
            on_a_bad_day(browser, server.url, pictures)
        except BaseException:
            print(server.output(), file=sys.stderr)
            raise
        browser.close()
        server.stop()
    step("The server and its PostgreSQL ended in good order.")


def on_a_desk(browser: Browser, url: str, pictures: Path) -> None:
    phone = open_phone(browser, url, width=1280, height=800)
    owner_in_hinglish(phone)
    owner_in_english(phone, pictures / "phone-english.png")
    owner_in_hindi(phone, pictures / "phone-hindi.png")
    owner_in_marathi(phone, pictures / "phone-marathi.png")
    phone.check_access()
    others(phone)
    every_example(phone)
    assert not phone.faults, phone.faults
    phone.page.close()
    step("On a desk: no fault in the console, nothing left the machine, no barrier.")


def in_the_hand(browser: Browser, url: str, pictures: Path) -> None:
    phone = open_phone(browser, url, width=390, height=844)
    phone.switch_to("Sunita")
    phone.say("2 kilo chini aur 3 maggi bechi", r"Sugar 2 kilo.*Maggi.* 3 packet")
    phone.say("chini kitni bachi hai?", r"Sugar.*\d kilo")
    phone.picture(pictures / "phone-small.png")
    phone.check_access()
    phone.page.set_viewport_size({"width": 360, "height": 640})
    phone.check_width()
    phone.page.get_by_label("Back to the people").click()
    expect(phone.page.locator(".people")).to_be_visible()
    phone.check_width()
    phone.check_access()
    assert not phone.faults, phone.faults
    phone.page.close()
    step("In the hand: it fits 360 pixels.")


def on_a_bad_day(browser: Browser, url: str, pictures: Path) -> None:
    phone = open_phone(browser, url, width=1280, height=800)
    before = kilos(phone, "chini kitni bachi hai?")
    sheet = phone.open_troubles()
    sheet.get_by_label("Come twice").fill("6")
    sheet.get_by_label("Ticks come in a storm").fill("2")
    sheet.get_by_label("Templates are down").check()
    expect(sheet.get_by_label("Come twice")).to_have_attribute("aria-valuetext", "all")
    expect(phone.page.locator("#trouble-count")).to_have_text("3")
    phone.check_access()
    phone.picture(pictures / "trouble.png")
    sheet.get_by_role("button", name="Close").click()
    expect(phone.page.locator("#troubled")).to_have_text("3 troubles are on")
    phone.say("5 kilo chini bechi", r"Sugar 5 kilo")
    after = kilos(phone, "chini kitni bachi hai?")
    assert int(before) - int(after) == 5, f"sold 5 of {before} on a bad day, {after} are left"
    in_the_hand_on_a_bad_day(phone)
    phone.all_is_well()
    assert not phone.faults, phone.faults
    phone.page.close()
    step("On a bad day: every webhook twice, ticks in a storm, and the stock is right.")


def in_the_hand_on_a_bad_day(phone: Phone) -> None:
    phone.page.set_viewport_size({"width": 360, "height": 640})
    phone.page.locator("#troubled").click()
    sheet = phone.page.get_by_role("dialog", name="Make trouble")
    expect(sheet).to_be_visible()
    phone.check_width()
    phone.check_access()
    sheet.get_by_label("Templates are down").uncheck()
    expect(phone.page.locator("#troubled")).to_have_text("2 troubles are on")
    phone.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    phone.page.set_viewport_size({"width": 1280, "height": 800})


def owner_in_hinglish(phone: Phone) -> None:
    before = kilos(phone, "chini kitni bachi hai?")
    sold = phone.say("5 kilo chini bechi", r"Sugar 5 kilo")
    phone.tap(sold, "Undo", r"Undo.*Sugar")
    assert kilos(phone, "chini kitni bachi hai?") == before, "Undo did not bring the sugar back"
    question = phone.say("10 packet zibro aaye", r"zibro")
    phone.tap(question, "Naya item", r"zibro")
    step("Hinglish: sold, undone, and a new item by a button.")


def owner_in_english(phone: Phone, picture: Path) -> None:
    phone.examples("en")
    phone.say("sold 2 kg sugar and 3 maggi", r"Sugar 2 kg.*Maggi.* 3 packets")
    phone.say("set sugar rate to 46", r"Sugar.*₹46/kg")
    phone.say("how much rice is left?", r"Rice.*\d kg")
    undone = phone.say("add 20 packets of maggi", r"Maggi.* 20 packets")
    phone.picture(picture)
    phone.tap(undone, "Undo", r"Undone.*Maggi")
    step("English: a sale, a price, a question, a delivery.")


def owner_in_hindi(phone: Phone, picture: Path) -> None:
    phone.examples("hi")
    phone.say("चीनी का रेट 47 करो", r"चीनी.*₹47/किलो")
    phone.say("चीनी कितनी बची है?", r"चीनी.*\d किलो")
    phone.say("20 पैकेट मैगी आए", r"मैगी 20 पैकेट")
    sold = phone.say("५ किलो चीनी बेची", r"चीनी 5 किलो")
    phone.picture(picture)
    phone.tap(sold, "वापस लें", r"वापस.*चीनी")
    step("Hindi: a price, a question, a delivery, a sale.")


def owner_in_marathi(phone: Phone, picture: Path) -> None:
    phone.examples("mr")
    phone.say("साखरेचा भाव 46 करा", r"साखर.*₹46/किलो")
    phone.say("साखर किती आहे?", r"साखर.*\d किलो")
    phone.say("20 पाकिटे मॅगी आली", r"मॅगी 20 पाकिट")
    sold = phone.say("५ किलो साखर विकली", r"साखर 5 किलो")
    phone.picture(picture)
    phone.tap(sold, "मागे घ्या", r"मागे घेतली.*साखर")
    step("Marathi: a price, a question, a delivery, a sale.")


def others(phone: Phone) -> None:
    phone.switch_to("Ravi")
    phone.say("2 kilo chini bechi", r"Sugar 2 kilo")
    phone.switch_to("Meena")
    phone.say("hello", r"Shree Ganesh Kirana")
    step("The helper sells, the customer is greeted by the shop.")


def every_example(phone: Phone) -> None:
    """What the page proposes must be understood."""
    for person in ("Sunita", "Ravi", "Meena"):
        phone.switch_to(person)
        for language in ("hi-Latn", "hi", "mr", "en"):
            for example in phone.examples(language):
                answer = phone.say(example).locator(".words").inner_text()
                assert answer not in refusals(), f"“{example}” is an example, but: {answer}"
    step("Every example of the page is understood.")


def refusals() -> set[str]:
    lines = [line for file in (HOME / "templates/replies").glob("*.txt") for line in file.read_text().splitlines()]
    parts = [line.partition(" = ") for line in lines]
    return {text for key, _, text in parts if key.startswith(REFUSALS)}


def kilos(phone: Phone, question: str) -> str:
    words = phone.say(question, r"\d kilo").locator(".words").inner_text()
    return words[: words.index(" kilo")].split()[-1]


def open_phone(browser: Browser, url: str, width: int, height: int) -> Phone:
    page = browser.new_page(
        viewport={"width": width, "height": height}, locale="en-IN", timezone_id="Asia/Kolkata", color_scheme="light"
    )
    page.set_default_timeout(15_000)
    return Phone(page, url)


def step(text: str) -> None:
    print(f"  {text}", flush=True)


if __name__ == "__main__":
    # So that a stop from outside still ends the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("The browser test was stopped."))
    try:
        if "--pictures" in sys.argv[1:]:
            main(HOME / "docs/images")
        else:
            with tempfile.TemporaryDirectory() as folder:
                main(Path(folder))
    except (AssertionError, Error) as fault:
        sys.exit(f"The browser test failed: {fault}")
