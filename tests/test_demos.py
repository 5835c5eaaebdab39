"""The interactive figures, the quizzes and the course's styles, in Chromium and from file://, and their numbers against NumPy's."""

from __future__ import annotations

import hashlib
import itertools
import math
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = pytest.mark.book  # needs Chromium

BOOK = Path(__file__).parent.parent / "book"
DEMOS = ["adding-waves", "fourier-series", "aliasing-nyquist", "convolution-frames", "correlation-search"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MINUS = str.maketrans("−", "-")
HTML = """<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test</title>
<link rel="stylesheet" href="{book}/_static/course.css"><style>body { color-scheme: light dark; background: Canvas; color: CanvasText }</style></head>
<body><main><h1>Test</h1>{body}</main></body></html>"""
ELEMENT = '<script defer src="{book}/demos/demo.js"></script><script defer src="{book}/demos/{name}.js"></script><{name}></{name}>'
QUIZ = """<div class="quiz admonition"><p class="admonition-title">Quiz: bins</p><p>How many?</p><ul>
<li><p><span class="math">\\(N/2\\)</span> bins</p><p>Not quite. That is <em>half</em>.</p></li>
<li><p><span class="math">\\(N\\)</span> bins</p><p>Right. As many as pixels:</p><div class="math">\\[ N \\]</div></li>
<li><p>None</p><p>Not quite. There is always one.</p></li></ul></div>
<div class="quiz admonition"><p class="admonition-title">Quiz: unfinished</p><ul><li>One</li><li>Two</li></ul></div>
<script src="{book}/_static/quiz.js"></script>"""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the module; the book needs it anyway, so that without it nothing is skipped."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("the interactive figures are tested in Chromium: sudo apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Page:
    """What most pages are opened in, one after the other: a new tab takes longer than the tests."""
    return browser.new_page()


@pytest.fixture
def show(browser: Browser, tab: Page, tmp_path: Path) -> Iterator[Open]:
    """Open a page with some HTML; in the end, nothing may have been complained about or fetched from anywhere but the book."""
    complaints: list[str] = []
    fetched: list[str] = []
    opened: list[Page] = []

    def run(body: str, *, dark: bool = False, width: int = 800, still: bool = True, **options: bool) -> Page:
        path = tmp_path / "page.html"
        path.write_text(HTML.replace("{body}", body).replace("{book}", BOOK.as_uri()), encoding="utf-8")
        page = browser.new_page(**options) if options else tab
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce" if still else "no-preference", media="screen")
        if page not in opened:
            opened.append(page)
            for event, note in listeners.items():
                page.on(event, note)
        page.goto(path.as_uri())
        if options.get("java_script_enabled", True):
            settle(page)
        return page

    listeners: dict[str, Callable[[Any], None]] = {
        "console": lambda message: complaints.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda request: fetched.append(request.url),
    }
    yield run
    for page in opened:
        for event, note in listeners.items():
            page.remove_listener(event, note)
        if page is not tab:
            page.close()
    assert complaints == []
    assert [url for url in fetched if not url.startswith((BOOK.as_uri(), tmp_path.as_uri()))] == []


def element(name: str) -> str:
    """A demo as a chapter embeds it."""
    return ELEMENT.replace("{name}", name)


def settle(page: Page) -> None:
    """Let the page draw."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def put(page: Page, **values: float | str | bool) -> None:
    """Set controls as a reader does, but at once."""
    page.evaluate(
        """(values) => { for (const [name, value] of Object.entries(values)) {
            const input = document.querySelector(`.course-demo [name="${name}"]`);
            if (typeof value === "boolean") input.checked = value; else input.value = value;
            input.dispatchEvent(new Event("input", { bubbles: true })); } }""",
        values,
    )
    settle(page)


def readout(page: Page) -> dict[str, str]:
    """What a demo says, with plain minus signs."""
    pairs = page.evaluate("() => [...document.querySelectorAll('.demo-readout dd')].map((dd) => [dd.dataset.name, dd.textContent])")
    return {name: text.translate(MINUS) for name, text in pairs}


def value(page: Page, name: str) -> float:
    """The first number of an entry of the read-out, behind an equals sign if there is one."""
    text = readout(page)[name]
    return float(text.split("= ")[-1].split()[0].rstrip("°"))


def picture(page: Page) -> str:
    """A digest of what the canvas shows."""
    return hashlib.sha256(page.evaluate("() => document.querySelector('.course-demo canvas').toDataURL()").encode()).hexdigest()


def colours(page: Page) -> int:
    """How many colours the canvas shows."""
    return int(page.evaluate("""() => { const from = document.querySelector('.course-demo canvas'), copy = from.cloneNode(), g = copy.getContext('2d');
        g.drawImage(from, 0, 0);
        return new Set(new Uint32Array(g.getImageData(0, 0, copy.width, copy.height).data.buffer)).size }"""))


def drag(page: Page, panel: str, *places: tuple[float, float]) -> None:
    """Press at the first place of a panel, in its own units, and let go at the last."""
    box = page.locator(".course-demo canvas").bounding_box()
    assert box
    for number, place in enumerate(places):
        x, y = page.evaluate("([panel, x, y]) => { const p = document.querySelector('.course-demo')[panel]; return [p.px(x), p.py(y)] }", [panel, *place])
        page.mouse.move(box["x"] + x, box["y"] + y)
        if number == 0:
            page.mouse.down()
    page.mouse.up()
    settle(page)


# ---- every demo ----


@pytest.mark.parametrize("name", DEMOS)
def test_a_demo_draws_in_both_themes(show: Open, name: str) -> None:
    """A demo draws something in the light and the dark theme, by the system's and by the page's own choice, and follows a change."""
    light = show(element(name))
    assert colours(light) > 10
    bright = picture(light)
    light.evaluate("() => { document.documentElement.dataset.theme = 'dark' }")
    settle(light)
    assert colours(light) > 10 and picture(light) != bright
    light.evaluate("() => { document.documentElement.dataset.theme = 'light' }")
    settle(light)
    assert picture(light) == bright
    light.emulate_media(color_scheme="dark")
    settle(light)
    assert picture(light) == bright
    light.evaluate("() => { delete document.documentElement.dataset.theme }")
    settle(light)
    assert picture(light) != bright


@pytest.mark.parametrize("name", DEMOS)
def test_a_demo_obeys_the_keyboard(show: Open, name: str) -> None:
    """Every control is reached with Tab, changes read-out or picture by a key, and Reset undoes it."""
    page = show(element(name))
    before, said, words = picture(page), readout(page), page.locator("canvas").get_attribute("aria-label")
    wanted = page.evaluate("() => [...document.querySelectorAll('.course-demo :is(input, select, button)')].filter((e) => e.checkVisibility()).length")
    changed = []
    for number in range(wanted):
        page.keyboard.press("Tab")
        kind, label = page.evaluate("() => { const e = document.activeElement; return [e.type, e.name || e.textContent] }")
        if label == "Reset":
            page.keyboard.press("Enter")
            settle(page)
            assert (picture(page), readout(page)) == (before, said)
            assert number == wanted - 1
        else:
            was = picture(page), readout(page)
            page.keyboard.press({"checkbox": "Space", "button": "Enter", "select-one": "ArrowDown"}.get(kind, "ArrowRight"))
            settle(page)
            assert (picture(page), readout(page)) != was, f"{label} changes nothing"
            changed.append(label)
    assert len(changed) == wanted - 1
    assert words and len(words) > 60


@pytest.mark.parametrize("name", DEMOS)
def test_a_demo_fits_a_phone(show: Open, name: str) -> None:
    """At 390 pixels nothing sticks out, and the picture is as wide as the room; a wider window widens it."""
    page = show(element(name), width=390)
    width = "() => [document.documentElement.scrollWidth, document.querySelector('canvas').clientWidth]"
    assert page.evaluate(width)[0] <= 390
    narrow = page.evaluate(width)[1]
    page.set_viewport_size({"width": 700, "height": 900})
    settle(page)
    assert page.evaluate(width)[1] > narrow + 200


def test_a_page_is_printed_light_and_open(show: Open) -> None:
    """For printing a dark page turns light and its derivations open; afterwards both are as they were."""
    page = show('<details class="sd-dropdown"><summary>Sharpen</summary><p>the derivation</p></details><script src="{book}/_static/print.js"></script>')
    page.evaluate("""() => { document.documentElement.dataset.theme = 'dark'; window.seen = [];
        addEventListener('beforeprint', () => seen.push(document.documentElement.dataset.theme, document.querySelector('details').open)) }""")
    page.pdf()
    assert page.evaluate("() => seen") == ["light", True]
    assert page.evaluate("() => [document.documentElement.dataset.theme, document.querySelector('details').open]") == ["dark", False]


@pytest.mark.parametrize("dark", [False, True])
def test_demos_and_quizzes_are_accessible(show: Open, dark: bool) -> None:
    """axe finds nothing in demos and in a quiz of which two choices have been made."""
    page = show("".join(map(element, DEMOS)) + QUIZ, dark=dark)
    page.get_by_role("button", name="None").click()
    page.locator(".quiz-text").nth(1).click()
    found = Axe().run(page, options={"preload": False})
    assert found.violations_count == 0, found.generate_report()


def test_two_demos_share_a_page(show: Open) -> None:
    """Two demos load the base twice; one that is moved stays as it is."""
    page = show(element("adding-waves") + element("aliasing-nyquist") + element("adding-waves"))
    assert page.locator(".course-demo canvas").count() == 3
    put(page, amplitude1=2)
    said = page.locator("dd").first.inner_text()
    page.evaluate("() => document.querySelector('main').append(document.querySelector('adding-waves'))")
    settle(page)
    assert page.locator(".course-demo canvas").count() == 3
    assert page.locator("adding-waves").last.locator("dd").first.inner_text() == said == "2.062"


def test_a_demo_is_left_out_of_print(show: Open) -> None:
    """In print and without JavaScript the figure before the demo stands for it."""
    page = show(element("adding-waves"))
    page.emulate_media(media="print")
    assert not page.locator("adding-waves").is_visible()
    assert not show(element("adding-waves"), java_script_enabled=False).locator("adding-waves").is_visible()


# ---- numbers ----


@pytest.mark.parametrize(("a1", "p1", "a2", "p2", "s2", "x"), [(1, 0, 0.5, 90, 0.1, 0), (1, 0, 1, 180, 0.1, 7), (1.35, -60, 0.8, 145, 0.165, 12.5)])
def test_waves_add_as_complex_numbers(show: Open, a1: float, p1: float, a2: float, p2: float, s2: float, x: float) -> None:
    """Amplitude, phase and intensity of the sum are those of complex numbers."""
    page = show(element("adding-waves"))
    put(page, amplitude1=a1, phase1=p1, amplitude2=a2, phase2=p2, frequency2=s2, x=x)
    one, two = (a * np.exp(1j * (2 * np.pi * s * x + np.radians(p))) for a, p, s in [(a1, p1, 0.1), (a2, p2, s2)])
    total = one + two
    assert value(page, "Amplitude of the sum") == pytest.approx(abs(total), abs=5e-4)
    assert value(page, "Intensity |sum|²") == pytest.approx(abs(total) ** 2, abs=5e-4)
    assert value(page, "Of this, interference") == pytest.approx(2 * (one * two.conjugate()).real, abs=5e-4)
    if abs(total) > 1e-9:
        assert value(page, "Phase of the sum") == pytest.approx(np.degrees(np.angle(total)), abs=0.05)
    else:
        assert readout(page)["Phase of the sum"] == "none"


def series(target: str, n: int, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The wave and the sum of its first n harmonics, whose coefficients are integrals here."""
    waves = {"square": lambda u: np.sign(np.sin(2 * np.pi * u)), "sawtooth": lambda u: 2 * (u - np.round(u)), "triangle": lambda u: 1 - 4 * np.abs(u - np.round(u))}
    samples = (np.arange(200_000) + 0.5) / 200_000
    spectrum = np.fft.rfft(waves[target](samples))[: n + 1] / len(samples) * np.exp(-1j * np.pi * np.arange(n + 1) / len(samples))
    k = np.arange(1, n + 1)
    return waves[target](x), spectrum[0].real + 2 * (spectrum[1:] * np.exp(2j * np.pi * np.multiply.outer(x, k))).real.sum(axis=1)


@pytest.mark.parametrize(("target", "n"), [("square", 1), ("square", 8), ("square", 60), ("sawtooth", 1), ("sawtooth", 33), ("triangle", 6)])
def test_harmonics_add_up_to_the_wave(show: Open, target: str, n: int) -> None:
    """Error and overshoot are those of the partial sum; the overshoot tends to 8.95 % of the jump."""
    page = show(element("fourier-series"))
    put(page, target=target, harmonics=n)
    x = (np.arange(20_000) + 0.5) / 20_000
    wave, partial = series(target, n, x)
    assert value(page, "Root mean square error") == pytest.approx(np.sqrt(np.mean((wave - partial) ** 2)), abs=1e-4)
    assert value(page, "Finest spacing in the sum") == pytest.approx(100 / n, abs=5e-3)
    if target == "triangle":
        assert readout(page)["Overshoot beside the jump"] == "none: no jump"
    else:
        assert value(page, "Overshoot beside the jump") == pytest.approx(50 * (partial - wave)[x < 0.5].max(), abs=0.02)
    if n == 60:
        gibbs = float(np.trapezoid(np.sinc(np.linspace(0, 1, 2001)), dx=1 / 2000)) - 0.5
        assert gibbs == pytest.approx(0.0895, abs=5e-5)
        assert value(page, "Overshoot beside the jump") == pytest.approx(100 * gibbs, abs=0.01)


def test_own_amplitudes_are_drawn(show: Open) -> None:
    """Harmonics of one's own are set by slider and by dragging; the error is what the harmonics left out hold."""
    page = show(element("fourier-series"))
    put(page, target="own", which=2, amplitude=1.0)
    put(page, harmonics=1)
    own = np.array([0.8, 1.0, 0.4, 0, 0, -0.3, 0, 0, 0, 0.2, 0, 0])
    assert value(page, "Root mean square error") == pytest.approx(math.sqrt((own[1:] ** 2).sum() / 2), abs=1e-4)
    drag(page, "bars", (5, 0.3), (5, -0.75))
    own[4] = -0.75
    assert value(page, "Root mean square error") == pytest.approx(math.sqrt((own[1:] ** 2).sum() / 2), abs=1e-4)


@pytest.mark.parametrize(("frequency", "pixel"), [(0.3, 2.5), (0.1, 2.0), (0.5, 1.0), (0.45, 5.0), (0.4, 2.5), (0.275, 1.6), (0.5, 3.0)])
def test_the_apparent_frequency_is_that_of_the_samples(show: Open, frequency: float, pixel: float) -> None:
    """The peak in the transform of many samples is the apparent frequency, and Nyquist is 1/(2 pixel size)."""
    page = show(element("aliasing-nyquist"))
    put(page, frequency=frequency, pixel=pixel)
    samples = np.cos(2 * np.pi * frequency * pixel * np.arange(6000))
    peak = np.fft.rfftfreq(6000, pixel)[np.argmax(np.abs(np.fft.rfft(samples)))]
    assert value(page, "Apparent frequency") == pytest.approx(peak, abs=1.1e-4)
    assert value(page, "Nyquist frequency") == pytest.approx(1 / (2 * pixel), abs=5e-5)
    verdict = "at" if math.isclose(frequency * pixel, 0.5) else "below" if frequency * pixel < 0.5 else "above"
    assert readout(page)["Verdict"].startswith(f"{verdict} Nyquist")


@pytest.mark.parametrize("flip", [True, False])
def test_a_frame_is_one_value_of_the_convolution(show: Open, flip: bool) -> None:
    """The area in a frame is numpy.convolve's value, or numpy.correlate's without the flip, for every signal and kernel."""
    page = show(element("convolution-frames"))
    x = np.arange(-80, 81) / 4  # ±20 Å, so that nothing is cut off
    box = [np.where(np.abs(x) < half, 1.0, np.where(np.abs(x) == half, 0.5, 0.0)) for half in (1.5, 2, 3)]
    signals = {"box": box[1], "ramp": (x + 3) / 6 * box[2], "peaks": np.exp(-(((x + 2.5) / 0.4) ** 2) / 2) + 0.6 * np.exp(-(((x - 3) / 0.4) ** 2) / 2)}
    decay = np.exp(-np.abs(x) / 1.5) / 1.5 * np.where(x > 0, 1, np.where(x == 0, 0.5, 0))
    kernels = {"box": box[0] / 3, "gaussian": np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi), "exponential": decay,
               "deltas": np.where(x == -4, 4.0, 0) + np.where(x == 3, 2.0, 0)}
    for (signal, f), (kernel, h) in itertools.product(signals.items(), kernels.items()):
        expected = (np.convolve(f, h, mode="same") if flip else np.correlate(f, h, mode="same")) / 4
        for at in (-6.25, 0, 2.5):
            put(page, signal=signal, kernel=kernel, flip=flip, x=at)
            assert value(page, "Area in this frame") == pytest.approx(expected[x == at][0], abs=2e-3), (signal, kernel, at)
        assert readout(page)["What is computed"].startswith("convolution" if flip else "cross-correlation")


def searched(page: Page) -> tuple[np.ndarray, np.ndarray, list[list[int]]]:
    """Image, template and the places of particles and decoy."""
    image, template, places = page.evaluate("() => { const d = document.querySelector('correlation-search'); return [[...d.image], [...d.template], d.places] }")
    return np.reshape(image, (64, 64)), np.reshape(template, (15, 15)), places


@pytest.mark.parametrize("normalised", [False, True])
@pytest.mark.parametrize("noise", [0, 0.4])
def test_the_best_peak_is_where_numpy_finds_it(show: Open, noise: float, normalised: bool) -> None:
    """Scores are correlations; the plain one's best peak is the decoy, the normalised one's four best are the particles."""
    page = show(element("correlation-search"))
    put(page, noise=noise, normalised=normalised, x=21, y=40)
    here = value(page, "Score here")
    page.get_by_role("button", name="Search the whole image").click()
    settle(page)
    image, template, places = searched(page)
    patches = np.lib.stride_tricks.sliding_window_view(image, (15, 15))
    if normalised:
        flat, t = patches - patches.mean(axis=(2, 3), keepdims=True), template - template.mean()
        length = np.sqrt((flat**2).sum(axis=(2, 3)) * (t**2).sum())
        scores = np.divide((flat * t).sum(axis=(2, 3)), length, out=np.zeros_like(length), where=length > 1e-6)
    else:
        scores = (patches * template).sum(axis=(2, 3))
    assert here == pytest.approx(scores[40 - 7, 21 - 7], abs=6e-4)
    best = readout(page)["Best score so far"]
    y, x = np.unravel_index(scores.argmax(), scores.shape)
    assert best == f"{scores.max():.3f} at x = {x + 7} px, y = {y + 7} px ({8 * (x + 7)} Å, {8 * (y + 7)} Å)"
    place = places[-1] if not normalised else min(places[:-1], key=lambda p: math.hypot(p[0] - x - 7, p[1] - y - 7))
    assert math.hypot(place[0] - x - 7, place[1] - y - 7) <= (1 if normalised else 3)
    assert readout(page)["What is there"] == ("a particle" if normalised else "the decoy")
    assert readout(page)["Searched"].startswith("all; of the 4 best peaks, 4 are" if normalised else "all; of the 4 best peaks, 3 are")
    if noise:
        assert value(page, "Signal-to-noise ratio") == pytest.approx(template.var() / noise**2, abs=5e-4)


def test_the_noise_is_gaussian_and_the_same_every_time(show: Open) -> None:
    """The noise has mean 0 and the deviation of its slider; a new micrograph is another one, and Reset brings the first back."""
    page = show(element("correlation-search"))
    put(page, noise=0)
    clean = searched(page)[0]
    put(page, noise=1.5)
    noisy = searched(page)[0]
    noise = (noisy - clean) / 1.5
    assert abs(noise.mean()) < 0.05 and noise.std() == pytest.approx(1, abs=0.04) and abs((noise**3).mean()) < 0.15
    page.get_by_role("button", name="New micrograph").click()
    assert not np.allclose(searched(page)[0], noisy)
    page.get_by_role("button", name="Reset").click()
    put(page, noise=1.5)
    assert np.array_equal(searched(page)[0], noisy)


# ---- pointer and motion ----


def test_the_template_is_dragged(show: Open) -> None:
    """A drag over the micrograph moves the template and fills in the scores on its way."""
    page = show(element("correlation-search"))
    drag(page, "picture", (20.5, 30.5), (40.5, 30.5))
    settle(page)
    assert (page.locator("[name=x]").input_value(), page.locator("[name=y]").input_value()) == ("40", "30")
    assert value(page, "Searched") >= 100 * 21 / 2500


def test_an_arrow_is_dragged_by_touch(show: Open) -> None:
    """A touch that takes an arrow's tip does not scroll; one beside it does."""
    page = show(element("adding-waves"), has_touch=True)
    prevented = """(tip) => { const demo = document.querySelector('adding-waves'), box = demo.canvas.getBoundingClientRect();
        const at = tip ? demo.sum(0) : [-1, -1], clientX = box.left + demo.plane.px(at[0]), clientY = box.top + demo.plane.py(at[1]);
        const touches = [new Touch({ identifier: 1, target: demo.canvas, clientX, clientY })];
        return !demo.canvas.dispatchEvent(new TouchEvent('touchstart', { touches, cancelable: true })) }"""
    assert page.evaluate(prevented, True) and not page.evaluate(prevented, False)
    drag(page, "plane", (1, 0.5), (1, -1))
    assert (page.locator("[name=amplitude2]").input_value(), page.locator("[name=phase2]").input_value()) == ("1", "-90")


def test_motion_is_the_readers_choice(show: Open) -> None:
    """Nothing plays by itself; frames play on demand and stop, and not at all for those who asked for less motion."""
    still = show(element("convolution-frames"))
    assert not still.get_by_role("button", name="Play").is_visible()
    page = show(element("convolution-frames"), still=False)
    start = float(page.locator("[name=x]").input_value())
    page.get_by_role("button", name="Play").click()
    page.wait_for_function(f"() => Number(document.querySelector('[name=x]').value) > {start}")
    page.get_by_role("button", name="Pause").click()
    paused = page.locator("[name=x]").input_value()
    page.wait_for_timeout(200)
    assert page.locator("[name=x]").input_value() == paused
    page.get_by_role("button", name="Next frame").click()
    assert float(page.locator("[name=x]").input_value()) == float(paused) + 0.25
    search = show(element("correlation-search"), still=False)
    search.get_by_role("button", name="Search the whole image").click()
    search.wait_for_function("() => document.querySelector('dd[data-name=Searched]').textContent.startsWith('all')")


# ---- quizzes and print ----


def visible(page: Page, *texts: str) -> list[bool]:
    """Which of the texts can be seen."""
    return [page.get_by_text(text).first.is_visible() for text in texts]


EXPLANATIONS = ["That is", "As many as pixels", "There is always one"]


def test_a_quiz_explains_the_choice_made(show: Open) -> None:
    """Explanations appear when their choice is made, by keyboard too, marked in words; one can choose again and start again."""
    page = show(QUIZ)
    assert visible(page, *EXPLANATIONS) == [False, False, False]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert visible(page, *EXPLANATIONS) == [True, False, False]
    assert page.locator(".quiz-status").inner_text() == "A is not the answer: read why, and choose again."
    assert page.locator(".quiz-status").get_attribute("aria-live") == "polite"
    assert page.locator(".quiz-item").first.inner_text().startswith("A")
    assert [mark.inner_text() for mark in page.locator(".quiz-mark").all()] == ["✗ not quite", "", ""]
    page.locator(".quiz-text").nth(1).click()
    assert visible(page, *EXPLANATIONS) == [True, True, False]
    assert page.locator(".quiz-status").inner_text() == "B is right."
    assert [b.get_attribute("aria-expanded") for b in page.locator(".quiz-choice").all()] == ["true", "true", "false"]
    page.get_by_role("button", name="Start again").click()
    assert visible(page, *EXPLANATIONS) == [False, False, False]
    assert page.evaluate("() => document.activeElement.textContent") == "A"
    assert page.locator(".quiz").nth(1).locator("button").count() == 0  # choices without explanations stay a list


def test_a_quiz_keeps_its_formulas(show: Open) -> None:
    """Formulas are moved with their nodes, so that MathJax finds them before and after; a choice's name holds its text."""
    page = show(f"<script>addEventListener('DOMContentLoaded', () => {{ }})</script>{QUIZ.replace('<script src', '<script>window.before = [...document.querySelectorAll(`.math`)]</script><script src')}")
    assert page.evaluate("() => before.length === 3 && before.every((node) => node.isConnected)")
    assert page.locator(".quiz-choice").nth(1).get_attribute("aria-labelledby") == "quiz-1-B quiz-1-B-text"
    assert page.get_by_role("button", name="N\\) bins").count() == 1


def test_a_quiz_is_readable_without_script_and_in_print(show: Open) -> None:
    """Everything stands there without JavaScript, and in print without the buttons."""
    assert visible(show(QUIZ, java_script_enabled=False), *EXPLANATIONS) == [True, True, True]
    page = show(QUIZ + '<details class="sd-dropdown"><summary>Sharpen</summary><p>the derivation</p></details>')
    assert visible(page, "the derivation") == [False]
    page.emulate_media(media="print")
    assert visible(page, *EXPLANATIONS) == [True, True, True]
    assert not page.locator(".quiz-choice").first.is_visible() and not page.locator(".quiz-status").first.is_visible()
    assert page.evaluate("() => document.querySelector('details p').checkVisibility({ contentVisibilityAuto: true }) && document.querySelector('details p').offsetHeight > 0")
