"""Links of the finished site: a file or an anchor that is not there is told with the page that leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site_links import link_faults

ADDRESS = "https://small.example/guide/"
PAGE = "en/leave/index.html"
FILES = {
    "index.html": '<a href="en/">en</a><h2 id="top">',
    "en/index.html": '<h2 id="start">Start</h2><h2 id=bare>Bare</h2><h2 id=\'quoted\'>Quoted</h2><a name="old"></a>',
    "ug/index.html": '<h2 id="بالا">بالا</h2><h2 id="a&amp;b">',
    "ug/leave/index.html": "<p>",
    "assets/site.css": "a { }",
    "paper/a b.pdf": "",
    "404.html": "<p>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A finished site of a few files."""
    root = tmp_path.resolve() / "site"
    for name, text in FILES.items():
        write(root, name, text)
    return root


def write(site: Path, name: str, text: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")


def faults(site: Path, html: str, page: str = PAGE, address: str = ADDRESS) -> list[str]:
    """Return the faults of the site after a page was written."""
    write(site, page, html)
    return link_faults(site, address)


def link(address: str) -> str:
    return f'<p><a class="x" href="{address}">there</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "#own",
        "?q=1",
        "?q=1#own",
        ".",
        "./",
        "../",
        "..",
        "../#start",
        "../index.html#start",
        "../?q=1#quoted",
        "../#bare",
        "../#old",
        "../../",
        "../../index.html",
        "../../ug/",
        "../../ug",
        "../../ug/leave/",
        "../../ug/#بالا",
        "../../ug/#%D8%A8%D8%A7%D9%84%D8%A7",
        "../../ug/#a&amp;b",
        "../../ug/#a%26b",
        "../../assets/site.css?v=1",
        "../../paper/a%20b.pdf#page=2",
        "/guide/",
        "/guide/en/#start",
        "/guide/ug/leave",
        "../../service-worker.js",
        "/guide/service-worker.js",
        "https://other.example/nowhere",
        "//other.example/nowhere",
        "mailto:a@small.example",
        "tel:12345",
        "data:,x",
    ],
)
def test_a_link_that_leads_somewhere_is_no_fault(site: Path, address: str) -> None:
    assert faults(site, f'<h1 id="own">{link(address)}') == []


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("gone.html", "there is no file en/leave/gone.html"),
        ("gone/", "there is no file en/leave/gone/index.html"),
        ("gone/#start", "there is no file en/leave/gone/index.html"),
        ("../../paper/", "there is no file paper/index.html"),
        ("../../paper/a.pdf", "there is no file paper/a.pdf"),
        ("../../assets/site.css/", "there is no file assets/site.css/index.html"),
        ("#nowhere", "en/leave/index.html has no anchor #nowhere"),
        ("#Own", "en/leave/index.html has no anchor #Own"),
        ("../#gone", "en/index.html has no anchor #gone"),
        ("../index.html?q=1#gone", "en/index.html has no anchor #gone"),
        ("../../ug/gone/", "there is no file ug/gone/index.html"),
        ("../../ug/leave/#gone", "ug/leave/index.html has no anchor #gone"),
        ("../../ug/#%D8%A8", "ug/index.html has no anchor #ب"),
        ("/guide/en/gone/", "there is no file en/gone/index.html"),
        ("/guide/ug/#gone", "ug/index.html has no anchor #gone"),
        ("../../../outside.html", "there is no file ../outside.html"),
        ("../../my-service-worker.js", "there is no file my-service-worker.js"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(site: Path, address: str, says: str) -> None:
    assert faults(site, f'<h1 id="own">{link(address)}') == [f"{PAGE}: {says}"]


@pytest.mark.parametrize("address", ["/en/", "/guide", "/", "/other/en/"])
def test_a_path_that_leaves_the_sites_own_is_a_fault(site: Path, address: str) -> None:
    (fault,) = faults(site, link(address))
    assert fault.startswith(f"{PAGE}: there is no file ")


@pytest.mark.parametrize(
    ("address", "link_there", "link_gone"),
    [
        ("https://small.example/", "/en/#start", "/en/#gone"),
        ("https://small.example/a/b/", "/a/b/en/#start", "/a/b/en/#gone"),
        ("https://small.example:8443/guide/", "/guide/en/#start", "/guide/en/#gone"),
    ],
)
def test_links_by_the_sites_path_follow_its_address(site: Path, address: str, link_there: str, link_gone: str) -> None:
    assert faults(site, link(link_there), "404.html", address) == []
    assert faults(site, link(link_gone), "404.html", address) == ["404.html: en/index.html has no anchor #gone"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="gone">',
        "<a href='gone'>",
        "<a href=gone>",
        "<a href=gone class=x>",
        '<a class=x data-href="../" href=gone>',
        '<a\n  class="x"\n  href="gone"\n>',
        '<img alt="" src="gone">',
        "<img src=gone alt=''>",
        '<script src="gone"></script>',
        '<link rel="stylesheet" href="gone">',
        '<a href="&#103;one">',
    ],
)
def test_a_link_is_found_however_it_is_written(site: Path, html: str) -> None:
    assert faults(site, html) == [f"{PAGE}: there is no file en/leave/gone"]


@pytest.mark.parametrize(
    "html",
    [
        '<a data-href="gone">',
        '<abbr href="gone">',
        "<a>href=gone</a>",
        '<p title="src=gone">',
        '<a data-src="gone" href="../">',
    ],
)
def test_what_only_looks_like_a_link_is_none(site: Path, html: str) -> None:
    assert faults(site, html) == []


@pytest.mark.parametrize("html", ["<h2 data-id=x>", "<h2 id=xy>", "<h2 class='x'>", "<h2 id=X>"])
def test_what_only_looks_like_an_anchor_is_none(site: Path, html: str) -> None:
    assert faults(site, f"{html}{link('#x')}") == [f"{PAGE}: en/leave/index.html has no anchor #x"]


@pytest.mark.parametrize("html", ['<meta name="x">', "<input name=x>", "<p>set id=x there</p>"])
def test_a_name_that_no_browser_goes_to_is_no_anchor(site: Path, html: str) -> None:
    assert faults(site, f"{html}{link('#x')}") == [f"{PAGE}: en/leave/index.html has no anchor #x"]


def test_the_sites_own_whole_address_is_followed_as_well(site: Path) -> None:
    assert faults(site, link(f"{ADDRESS}en/gone/")) == [f"{PAGE}: there is no file en/gone/index.html"]


def test_a_fault_of_many_pages_is_told_once_with_the_first(site: Path) -> None:
    write(site, "ug/leave/index.html", link("../../en/#gone"))
    assert faults(site, link("../#gone") * 2) == [f"{PAGE}: en/index.html has no anchor #gone"]


def test_every_fault_is_told_in_order(site: Path) -> None:
    write(site, "ug/index.html", link("gone"))
    assert faults(site, link("b") + link("a") + link("#c")) == [
        f"{PAGE}: en/leave/index.html has no anchor #c",
        f"{PAGE}: there is no file en/leave/a",
        f"{PAGE}: there is no file en/leave/b",
        "ug/index.html: there is no file ug/gone",
    ]


def test_only_pages_are_read(site: Path) -> None:
    write(site, "data/note.txt", link("gone"))
    write(site, "charts/a.svg", '<svg><a href="gone"/></svg>')
    assert link_faults(site, ADDRESS) == []


def test_a_site_without_pages_has_no_fault(tmp_path: Path) -> None:
    assert link_faults(tmp_path.resolve(), ADDRESS) == []
