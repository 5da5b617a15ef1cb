"""The website stage: what a reader's browser gets, in every language, from any folder of any host."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from calculators import CALCULATORS
from generator.build import build_website
from generator.model import Site
from generator.pages import POLICY
from generator.project import Project
from generator.website import WebsiteError, write_website
from generator.words import Speech
from tests.generator.html_page import HtmlPage
from tests.generator.small import ROOT, hashes, inputs_below

ADDRESS = "https://small.example/guide/"
DIRECTIONS = {"zh-Hans": "ltr", "zh-Hant": "ltr", "en": "ltr", "ug": "rtl"}
HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+")
MASKS = r"《[^》]*》|（国发〔2025〕1号）|第五条|附件|国家机关|简体中文|繁體中文|[：※—]"
"""The Chinese that an English page may have: titles, numbers, articles and issuers of laws, names of languages."""


@cache
def pages_of(site: Path) -> list[HtmlPage]:
    return [HtmlPage(path) for path in sorted(site.rglob("*.html"))]


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The small site's website."""
    return (built / "site").resolve()


@pytest.fixture(scope="session")
def pages(site: Path) -> list[HtmlPage]:
    """Every page of every language, and the one above them."""
    return pages_of(site)


@pytest.fixture(scope="session")
def own(pages: list[HtmlPage], site: Path) -> list[HtmlPage]:
    """Every page that has an address of its own below a language."""
    return [page for page in pages if page.path.parent != site and page.path.name != "404.html"]


def tag_of(page: HtmlPage, site: Path) -> str:
    return page.path.relative_to(site).parts[0]


def address_of(page: HtmlPage, site: Path) -> str:
    """Return the address of a page below its language."""
    folder = page.path.parent.relative_to(site / tag_of(page, site)).as_posix()
    return "" if folder == "." else f"{folder}/"


def test_each_language_has_its_pages_and_one_for_what_is_missing(pages: list[HtmlPage], site: Path) -> None:
    counts = {tag: sum(tag_of(page, site) == tag for page in pages) for tag in DIRECTIONS}
    assert set(counts.values()) == {18 + len(CALCULATORS)}
    assert all((site / tag / "404.html").exists() for tag in DIRECTIONS)


def test_every_page_says_its_language_and_direction(pages: list[HtmlPage], site: Path) -> None:
    for page in pages:
        (html,) = page.all("html")
        tag = tag_of(page, site) if page.path.parent != site else "zh-Hans"
        assert (html.get("lang"), html.get("dir")) == (tag, DIRECTIONS[tag]), page.path


def test_the_language_switch_stays_on_the_same_page(own: list[HtmlPage], site: Path) -> None:
    for page in own:
        (switch,) = [page.all("a", hreflang=tag) for tag in DIRECTIONS if tag == tag_of(page, site)]
        assert switch[0].get("aria-current") == "true"
        for tag in DIRECTIONS:
            link = page.all("a", hreflang=tag)[0]
            assert page.target(link.get("href"))[0] == site / tag / address_of(page, site) / "index.html"
            assert (link.get("lang"), link.get("dir")) == (tag, DIRECTIONS[tag])


def is_untranslated(address: str, tag: str, small_site: Site) -> bool:
    """Tell whether a language shows the source's text at an address."""
    texts = {f"{page.path}/": page.texts for page in small_site.pages}.get(address)
    return texts is not None and tag not in (*texts, "zh-Hant")


def test_every_page_names_itself_in_the_languages_it_is_in_for_search_engines(
    own: list[HtmlPage], small_site: Site, site: Path
) -> None:
    for page in own:
        address = address_of(page, site)
        alternates = {link.get("hreflang"): link.get("href") for link in page.all("link", rel="alternate")}
        expected = {tag: f"{ADDRESS}{tag}/{address}" for tag in DIRECTIONS}
        written = {tag: url for tag, url in expected.items() if not is_untranslated(address, tag, small_site)}
        assert alternates == {**written, "x-default": expected["zh-Hans"]}
        (canonical,) = page.all("link", rel="canonical")
        assert canonical.get("href") == expected[tag_of(page, site)]


def test_nothing_is_loaded_from_another_host(pages: list[HtmlPage]) -> None:
    for page in pages:
        loaded = [each.loaded for each in page.elements if each.loaded]
        assert loaded, page.path
        assert not [address for address in loaded if re.match(r"[a-z]+:|//", address)], page.path
        assert not [each for each in page.elements if each.get("srcset") or each.get("ping") or each.get("action")]


def test_a_page_works_below_any_address(pages: list[HtmlPage], site: Path) -> None:
    for page in pages:
        absolute = [address for address in page.addresses() if address.startswith("/")]
        if page.path.name == "404.html":  # shown at any depth, so it goes by the site's address
            start = f"/guide/{tag_of(page, site)}/"
            assert all(address.startswith((start, "#")) for address in page.addresses())
        else:
            assert absolute == []


def test_every_address_leads_to_a_page_and_an_anchor_that_exist(pages: list[HtmlPage], site: Path) -> None:
    ids = {page.path: page.ids for page in pages}
    for page in pages:
        if page.path.name == "404.html":
            continue
        for address in page.addresses():
            if re.match(r"(https|tel):", address):
                continue
            path, anchor = page.target(address)
            assert path.is_relative_to(site), address
            assert path.is_file(), f"{page.path}: {address}"
            assert not anchor or anchor in ids[path], f"{page.path}: {address}"


def test_anchors_are_the_same_in_every_language_and_stand_once(own: list[HtmlPage], site: Path) -> None:
    for page in own:
        listed = [each.get("id") for each in page.elements if each.get("id")]
        assert len(listed) == len(set(listed)), page.path
        source = next(each for each in own if each.path == site / "zh-Hans" / address_of(page, site) / "index.html")
        titles = {title.get("id") for each in (page, source) for title in each.all("h1")}
        assert page.ids - titles == source.ids - titles, page.path


def test_the_missing_page_leads_home_by_the_sites_address(site: Path) -> None:
    page = HtmlPage(site / "en" / "404.html")
    links = {address.removeprefix("/guide/en/") for address in page.addresses() if address.startswith("/guide/en/")}
    assert "." in links
    for link in links:
        path = (site / "en" / link).resolve()
        assert path.exists(), link


def test_every_page_carries_the_policy_before_anything_is_loaded(pages: list[HtmlPage]) -> None:
    for page in pages:
        (meta,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
        assert meta.get("content") == POLICY
        first = next(each for each in page.elements if each.loaded)
        assert page.elements.index(meta) < page.elements.index(first)


def test_no_page_has_a_script_or_a_style_that_the_policy_would_stop(pages: list[HtmlPage]) -> None:
    for page in pages:
        for script in page.all("script"):
            assert script.get("src") or script.get("type") in ("application/json", "application/ld+json"), page.path
        assert not page.all("style"), page.path
        handlers = [
            name for each in page.elements for name in each.attributes if name.startswith("on") or name == "style"
        ]
        assert handlers == [], page.path
        assert "javascript:" not in page.source


def test_a_calculators_settings_lead_to_files_that_exist(own: list[HtmlPage]) -> None:
    found = [(page, script) for page in own for script in page.all("script", type="application/json")]
    assert len(found) == len(CALCULATORS) * len(DIRECTIONS)
    for page, script in found:
        settings = json.loads(script.text)
        for name in ("worker", "rules", "catalogue"):
            assert page.target(settings[name])[0].is_file(), name
        assert (page.path.parent / settings["runtime"] / "pyodide.asm.wasm").is_file()
        language = json.loads(page.target(settings["catalogue"])[0].read_text(encoding="utf-8"))["language"]
        assert language == page.all("html")[0].get("lang")


def test_a_calculators_settings_lead_to_every_measure_and_calculator_of_the_language(
    own: list[HtmlPage], small_site: Site, site: Path
) -> None:
    names = {f"measure:{measure.slug}" for measure in small_site.measures}
    names |= {f"calculator:{slug}" for slug in CALCULATORS}
    for page in own:
        for script in page.all("script", id="settings"):
            addresses = json.loads(script.text)["pages"]
            assert set(addresses) == names
            for name, address in addresses.items():
                path, _anchor = page.target(address)
                assert path.is_file(), name
                assert path.parent.name == name.partition(":")[2]
                assert path.is_relative_to(site / tag_of(page, site))


def test_every_module_that_a_calculators_page_needs_is_fetched_at_once(own: list[HtmlPage]) -> None:
    page = next(page for page in own if page.all("script", id="settings"))
    listed = [page.target(link.get("href"))[0] for link in page.all("link", rel="modulepreload")]
    (entry,) = (path for path in listed if path.name == "calculator-form.js")
    needed, found = {entry}, [entry]
    while found:
        for name in re.findall(r'from "\./([\w-]+\.js)"', found.pop().read_text(encoding="utf-8")):
            module = entry.with_name(name)
            found += [module] if module not in needed else []
            needed.add(module)
    assert len(needed) > 5
    assert sorted(listed) == sorted(needed)


def test_styles_load_only_files_that_exist(site: Path) -> None:
    for style in site.glob("assets/*/*.css"):
        for address in re.findall(r"url\(([^)]*)\)", style.read_text(encoding="utf-8")):
            address = address.strip("\"'")
            assert address.startswith(("data:", "#")) or (style.parent / address).is_file(), f"{style.name}: {address}"


def test_chinese_on_a_translated_page_is_marked_as_such_but_for_titles_of_laws(own: list[HtmlPage], site: Path) -> None:
    for page in own:
        if tag_of(page, site) == "en":
            assert HAN.findall(re.sub(MASKS, "", "\n".join(page.own_words))) == [], page.path


def test_every_page_is_in_the_map_in_the_languages_it_is_in(own: list[HtmlPage], small_site: Site, site: Path) -> None:
    space = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
    entries = ElementTree.parse(site / "sitemap.xml").getroot().findall("map:url", space)
    listed = {str(entry.findtext("map:loc", namespaces=space)) for entry in entries}
    places = [(address_of(page, site), tag_of(page, site)) for page in own]
    assert listed == {
        f"{ADDRESS}{tag}/{address}" for address, tag in places if not is_untranslated(address, tag, small_site)
    }
    for entry in entries:
        address = str(entry.findtext("map:loc", namespaces=space)).removeprefix(ADDRESS).partition("/")[2]
        written = {tag for tag in DIRECTIONS if not is_untranslated(address, tag, small_site)}
        assert {link.get("hreflang") for link in entry.findall("xhtml:link", space)} == written


def test_the_page_above_the_languages_leads_to_each_of_them(site: Path) -> None:
    page = HtmlPage(site / "index.html")
    assert [link.get("href") for link in page.all("a")] == [f"{tag}/" for tag in DIRECTIONS]
    (refresh,) = page.all("meta", **{"http-equiv": "refresh"})
    assert refresh.get("content") == "0; url=zh-Hans/"


def test_the_manifest_stays_inside_the_site(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["scope"], manifest["start_url"]) == ("小站", "./", "./zh-Hans/")
    assert all((site / icon["src"]).is_file() for icon in manifest["icons"])


def test_nothing_of_the_theme_or_the_build_is_published(site: Path) -> None:
    names = {path.name for path in site.iterdir()}
    assert names == {
        *DIRECTIONS,
        *("assets", "calculator", "charts", "data", "facts", "offline", "paper"),
        *("index.html", "manifest.webmanifest", "service-worker.js", "sitemap.xml"),
    }
    assert not list(site.rglob("*.mo"))
    assert not list(site.glob("*/assets/**/*.js.map"))
    text = "\n".join(page.source for page in pages_of(site))
    assert str(ROOT) not in text
    assert str(site.parent) not in text


def test_two_builds_in_different_folders_are_the_same_byte_for_byte(
    site: Path, spoken: list[Speech], node_modules: Path, tmp_path: Path
) -> None:
    root = tmp_path / "somewhere" / "else"
    write_website(inputs_below(root, spoken, node_modules), root / "public")
    first, second = hashes(site), hashes(root / "public")
    assert {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)} == set()


def test_words_of_the_content_are_escaped(spoken: list[Speech], node_modules: Path, tmp_path: Path) -> None:
    source = spoken[0]
    sly = 'A & "B"'
    measure = source.site.measure("childcare-subsidy")
    text = replace(measure.texts["zh-Hans"], title=sly, summary=f"{sly} 'c'")
    language = replace(source.language, name=f"{sly} <b>")
    changed = replace(
        source.site,
        title=sly,
        publisher=f"{sly} <script>alert(1)</script>",
        languages=(language,),
        measures=(replace(measure, texts={"zh-Hans": text}, related=()), source.site.measure("maternity-leave")),
    )
    words = [replace(source, site=changed, language=language)]
    write_website(inputs_below(tmp_path, words, node_modules), tmp_path / "site")
    page = HtmlPage(tmp_path / "site" / "zh-Hans" / "money" / "childcare-subsidy" / "index.html")
    assert page.all("title")[0].text.strip() == f"{sly} · {sly}"
    assert [each.get("content") for each in page.all("meta") if each.get("name") == "description"] == [f"{sly} 'c'"]
    assert page.all("h1")[0].text.strip() == sly
    assert page.all("a", hreflang="zh-Hans")[0].text.strip() == f"{sly} <b>"
    assert not page.all("b")
    assert {script.get("type") for script in page.all("script") if not script.get("src")} == {"application/ld+json"}
    assert f"{sly} <script>alert(1)</script>" in page.words
    assert "A &amp; " in page.source
    assert 'A & "' not in page.source
    front = HtmlPage(tmp_path / "site" / "index.html")
    assert front.all("h1")[0].text.strip() == sly
    assert json.loads((tmp_path / "site" / "manifest.webmanifest").read_text(encoding="utf-8"))["name"] == sly


@pytest.fixture
def broken(project: Project, spoken: list[Speech], node_modules: Path) -> Project:
    """A project with a site, and pages one of which leads nowhere."""
    inputs_below(project.root / "build", spoken[:1], node_modules)
    (project.root / "build" / "pages" / "en").rename(project.root / "build" / "older")
    project.overrides.rmdir()
    project.overrides.symlink_to(ROOT / "overrides", target_is_directory=True)
    project.node_modules.symlink_to(node_modules, target_is_directory=True)
    with (project.built("pages") / "zh-Hans" / "docs" / "about.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md) and [no anchor](index.md#nowhere)\n")
    return project


def test_a_link_or_an_anchor_that_leads_nowhere_stops_the_build(broken: Project) -> None:
    before = hashes(broken.site)
    with pytest.raises(WebsiteError) as failed:
        build_website(broken, lambda line: None)
    assert "zh-Hans: Doc file 'about.md' contains a link 'nowhere.md'" in str(failed.value)
    assert "'index.md#nowhere'" in str(failed.value)
    assert hashes(broken.site) == before
    assert not list(broken.root.glob(".site.*"))
