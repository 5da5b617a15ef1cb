"""The print stage: one page per sheet, readable by people and by screen readers, same bytes every time."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import segno

from generator.fonts import FontError, prepare_fonts
from generator.markdown_tree import MarkdownError, markdown_blocks
from generator.paper import Example, FactSheet, Hotline, PaperError, qr_code, write_fact_sheet
from generator.paper_data import LinkError, isolated
from generator.tree import Link, NumberedList, Paragraph, Section, Strong, Table, Text, sections

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "overrides" / "paper"

CHINESE_LABELS = {
    "glance": "一看就懂",
    "example": "举个例子",
    "office": "到哪里问",
    "basis": "政策依据",
    "scan": "扫码看完整页面",
    "qr": "二维码，网址",
    "checked": "最后核对：",
    "also": "完整页面还有：",
}

CHINESE_TEXT = """\
## 谁可以领 {#who}

孩子**未满3周岁**，具有中国国籍，依照法律法规规定生育。2025年1月1日以前出生、当天未满3周岁的孩子，按应补贴月数折算。

## 怎么申领 {#apply}

1. 打开支付宝或微信，搜索“育儿补贴”；也可以到[当地政务服务大厅](https://example.org/)办理。
2. 填写孩子和父母的信息，选择收款的**银行卡**或社保卡。
3. 乡镇政府（街道办事处）初审，县级卫生健康部门复审。

## 带什么材料 {#documents}

- 申领人的身份证、户口簿
- 孩子的出生医学证明
- 收款账户

## 按月折算 {#prorated}

| 出生月份 | 月数 | 一共可领 |
|---|---|---|
| 2022年6月 | 6 | 1,800 元 |
| 2023年6月 | 18 | 5,400 元 |
| 2024年6月 | 30 | 9,000 元 |

## 什么时候到账 {#payment}

审核通过后，由县级财政部门按季度发放。没有收到的，可以拨打下面的电话查询。
"""

UYGHUR_LABELS = {
    "glance": "بىر قاراشتا",
    "example": "مىسال",
    "office": "نەدىن سورايسىز",
    "basis": "قانۇنىي ئاساس",
    "scan": "تولۇق بەتنى كۆرۈش ئۈچۈن سىكانېرلاڭ",
    "qr": "ئىككىلىك كود، ئادرېس",
    "checked": "ئاخىرقى تەكشۈرۈلگەن ۋاقتى:",
    "also": "تولۇق بەتتە يەنە بار:",
}

UYGHUR_TEXT = """\
## كىم ئالالايدۇ {#who}

بالا **3 ياشقا توشمىغان**، جۇڭخۇا خەلق جۇمھۇرىيىتى تەۋەلىكىدە ۋە قانۇن بويىچە تۇغۇلغان بولۇشى كېرەك.

## قانداق ئىلتىماس قىلىدۇ {#apply}

1. Alipay ياكى WeChat نى ئېچىپ، «بالا بېقىش ياردەم پۇلى» نى ئىزدەڭ.
2. بالىنىڭ ۋە ئاتا-ئانىنىڭ ئۇچۇرىنى تولدۇرۇڭ، **بانكا كارتىسى** نى تاللاڭ.
3. يېزىلىق ھۆكۈمەت دەسلەپكى قەدەمدە تەكشۈرىدۇ، ناھىيەلىك سەھىيە ئورگىنى قايتا تەكشۈرىدۇ.

## قانداق ماتېرىيال كېرەك {#documents}

- ئىلتىماس قىلغۇچىنىڭ كىملىكى ۋە نوپۇس دەپتىرى
- بالىنىڭ تۇغۇت ئىسپاتى

## ئايلار بويىچە ھېسابلاش {#prorated}

| تۇغۇلغان ئېيى | ئاي سانى | جەمئىي |
|---|---|---|
| 2023-06 | 18 | 5,400 يۈەن |
| 2024-06 | 30 | 9,000 يۈەن |
"""

CHINESE = FactSheet(
    language="zh-Hans",
    direction="ltr",
    site="生育支持政策指南",
    publisher="示例县卫生健康委员会",
    title="育儿补贴",
    summary="孩子3周岁以前，国家每年发给每个孩子3,600元补贴，不用交税，也不算作家庭收入。",
    glance=(
        ("谁可以领", "2022年1月1日及以后出生、未满3周岁的孩子，由父母一方或其他监护人申领"),
        ("领多少", "每个孩子每年 3,600 元，最多 10,800 元"),
        ("怎么办", "支付宝、微信“育儿补贴”小程序，或户籍所在地乡镇政府（街道办事处）"),
        ("带什么", "身份证、户口簿、出生医学证明、银行卡"),
        ("什么时候", "孩子出生后随时可以申领；当年的补贴当年申领"),
        ("到哪里问", "户籍所在地县级卫生健康部门，或拨打 12345"),
    ),
    sections=sections(markdown_blocks(CHINESE_TEXT)),
    example=Example(
        "孩子2024年6月15日出生",
        (
            "2025年1月1日到满3周岁，应补贴30个月：12＋12＋6。",
            "2025年领 3,600 元，2026年领 3,600 元，2027年领 1,800 元，一共 9,000 元。",
        ),
        "依据：《育儿补贴制度管理规范（试行）》第五条",
    ),
    basis=(
        "《育儿补贴制度实施方案》（厅字〔2025〕15号，2025年7月28日公布）",
        "《育儿补贴制度管理规范（试行）》（国卫办人口发〔2025〕24号）第五条、第三十一条",
    ),
    office=(
        "示例县卫生健康委员会 人口家庭科",
        "示例县城关镇人民路 8 号，一楼 3 号窗口",
        "周一至周五 9:30–13:30，16:00–19:30",
    ),
    hotlines=(
        Hotline("0991-12320", "县卫生健康委员会"),
        Hotline("12345", "政务服务便民热线"),
        Hotline("12356", "心理援助热线"),
    ),
    url="https://example.org/zh-Hans/money/childcare-subsidy/",
    labels=CHINESE_LABELS,
    checked="2026年11月23日",
    notice="",
    edition="2026年第3版",
    day=date(2026, 11, 23),
)

UYGHUR = replace(
    CHINESE,
    language="ug",
    direction="rtl",
    site="تۇغۇت ياردەم سىياسىتى قوللانمىسى",
    publisher="مىسال ناھىيەلىك سەھىيە ساغلاملىق كومىتېتى",
    title="بالا بېقىش ياردەم پۇلى",
    summary="بالا 3 ياشقا توشقۇچە دۆلەت ھەر بىر بالىغا ھەر يىلى 3,600 يۈەن ياردەم پۇلى بېرىدۇ.",
    glance=(
        ("كىم ئالىدۇ", "2022-01-01 دىن كېيىن تۇغۇلغان، 3 ياشقا توشمىغان بالا"),
        ("قانچىلىك", "ھەر بىر بالىغا ھەر يىلى 3,600 يۈەن، ئەڭ كۆپ بولغاندا 10,800 يۈەن"),
        ("قانداق بېجىرىدۇ", "Alipay، WeChat ياكى نوپۇس تۇرۇشلۇق يېزىلىق ھۆكۈمەت"),
        ("ماتېرىيال", "كىملىك، نوپۇس دەپتىرى، تۇغۇت ئىسپاتى، بانكا كارتىسى"),
        ("ۋاقتى", "بالا تۇغۇلغاندىن كېيىن خالىغان ۋاقىتتا ئىلتىماس قىلىشقا بولىدۇ"),
        ("نەدىن سورايدۇ", "ناھىيەلىك سەھىيە ئورگىنىدىن، ياكى 12345 گە تېلېفون قىلىڭ"),
    ),
    sections=sections(markdown_blocks(UYGHUR_TEXT)),
    example=Example(
        "بالا 2024-06-15 كۈنى تۇغۇلغان",
        (
            "2025-01-01 دىن 3 ياشقا توشقۇچە 30 ئاي ھېسابلىنىدۇ.",
            "2025-يىلى 3,600 يۈەن، 2026-يىلى 3,600 يۈەن، 2027-يىلى 1,800 يۈەن، جەمئىي 9,000 يۈەن.",
        ),
        "ئاساس: 《育儿补贴制度管理规范（试行）》第五条",
    ),
    office=(
        "مىسال ناھىيەلىك سەھىيە ساغلاملىق كومىتېتى",
        "خەلق يولى 8-نومۇر، 1-قەۋەت، 3-كۆزنەك",
        "دۈشەنبىدىن جۈمەگىچە 9:30–13:30، 16:00–19:30",
    ),
    hotlines=(
        Hotline("0991-12320", "ناھىيەلىك سەھىيە كومىتېتى"),
        Hotline("12345", "ھۆكۈمەت مۇلازىمەت لىنىيەسى"),
        Hotline("12356", "روھىي ياردەم لىنىيەسى"),
    ),
    url="https://example.org/ug/money/childcare-subsidy/",
    labels=UYGHUR_LABELS,
    checked="2026-11-23",
    notice="بۇ تەرجىمىنى ماشىنا تەييارلىغان، تېخى ئادەم تەكشۈرمىگەن. خەنزۇچە نۇسخىسى ئاساس قىلىنىدۇ.",
    edition="2026-يىل 3-نەشرى",
)


@pytest.fixture(scope="module")
def fonts(node_modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fonts of the four languages, prepared once."""
    folder = tmp_path_factory.mktemp("fonts")
    prepare_fonts(node_modules, folder)
    return folder


@pytest.fixture(scope="module")
def printed(fonts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the Chinese and the Uyghur sample, printed once."""
    folder = tmp_path_factory.mktemp("paper")
    files = {sheet.language: folder / sheet.language / "sheet.pdf" for sheet in (CHINESE, UYGHUR)}
    for sheet in (CHINESE, UYGHUR):
        write_fact_sheet(sheet, fonts, TEMPLATES, files[sheet.language])
    return files


def words(pdf: Path) -> str:
    """Return what a reader copies out of a PDF, without line ends and marks of direction."""
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub("[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", " ", text)


def tags(pdf: Path) -> list[tuple[str, str]]:
    """Return tags and words for pictures in reading order, as a screen reader meets them."""
    found: list[tuple[str, str]] = []

    def walk(element: object) -> None:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                walk(kid)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                found.append((str(element.S), str(element.get("/Alt", ""))))
            walk(element.get("/K"))

    with pikepdf.open(pdf) as file:
        walk(file.Root.StructTreeRoot.K)
        return found


@pytest.mark.parametrize(("language", "spoken"), [("zh-Hans", "zh-CN"), ("ug", "ug")])
def test_a_sheet_is_one_tagged_page_that_says_its_title_language_and_standards(
    printed: dict[str, Path], language: str, spoken: str
) -> None:
    sheet = CHINESE if language == "zh-Hans" else UYGHUR
    with pikepdf.open(printed[language]) as file:
        assert len(file.pages) == 1
        assert bool(file.Root.MarkInfo.Marked)
        assert str(file.Root.Lang) == spoken
        assert str(file.docinfo.Title) == sheet.title
        with file.open_metadata() as facts:
            assert (facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("2", "A")
            assert facts["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_headings_are_real_and_the_code_has_words_to_read_aloud(printed: dict[str, Path]) -> None:
    found = tags(printed["zh-Hans"])
    names = [name for name, _ in found]
    assert names.count("/H1") == 1
    assert names.index("/H1") < names.index("/H2")
    assert "/TH" in names
    assert [words for name, words in found if name == "/Figure"] == [f"二维码，网址 {CHINESE.url}"]


def test_the_office_and_its_telephone_are_body_text_not_decoration(printed: dict[str, Path]) -> None:
    for language in ("zh-Hans", "ug"):
        with pikepdf.open(printed[language]) as file:
            artifacts = b"".join(
                part.split(b"EMC")[0] for part in file.pages[0].Contents.read_bytes().split(b"/Artifact")[1:]
            )
        assert b"Tj" not in artifacts
        assert b"TJ" not in artifacts


def test_chinese_comes_out_of_the_page_as_it_was_written(printed: dict[str, Path]) -> None:
    text = words(printed["zh-Hans"]).replace(" ", "")
    for line in (CHINESE.title, CHINESE.summary, CHINESE.office[0], "0991-12320", CHINESE.glance[3][1]):
        assert line.replace(" ", "") in text


def test_uyghur_comes_out_in_reading_order_with_its_own_letters(printed: dict[str, Path]) -> None:
    text = words(printed["ug"])
    for line in (UYGHUR.title, UYGHUR.publisher, UYGHUR.office[0], UYGHUR.glance[3][1].split("،")[0]):
        assert line in text
    assert set("ئېۆۈۇڭەژچپگ") - set("ژ") <= set(text)


def test_every_letter_of_uyghur_keeps_its_identity_in_every_position(fonts: Path, tmp_path: Path) -> None:
    letters = "ئا ئې ئۆ ئۈ ئۇ ئە ئى ئو"
    joined = "ژۇرنال چوڭ پۈتۈن گۈل كۆڭۈل مەجبۇرىيەت سېھىرلىك ھەققىدە خۇشخەۋەر"
    write_fact_sheet(
        replace(UYGHUR, title=letters, summary=joined, sections=()), fonts, TEMPLATES, tmp_path / "sheet.pdf"
    )
    text = words(tmp_path / "sheet.pdf")
    assert letters in text
    assert joined in text


def test_numbers_dates_and_chinese_titles_do_not_turn_round_in_uyghur(printed: dict[str, Path]) -> None:
    text = words(printed["ug"])
    for part in ("0991-12320", "2022-01-01", "2026-11-23", "9:30–13:30", "16:00–19:30"):
        assert part in text
    # Where a line ends in a bracket, pdftotext works out its own order; the words must be whole.
    assert "《育儿补贴制度实施方案" in text
    assert "（厅字〔2025〕15号，2025年7月28日公布" in text.replace(" ", "")


def test_each_left_to_right_part_is_isolated_alone() -> None:
    assert isolated("Alipay، WeChat ياكى 12345", rtl=True) == (
        "\u2066Alipay\u2069، \u2066WeChat\u2069 ياكى \u206612345\u2069"
    )
    assert isolated("2026-يىل", rtl=True) == "\u20662026\u2069-يىل"
    assert isolated("ئاساس: 《育儿补贴》第五条.", rtl=True) == "ئاساس: \u2066《育儿补贴》第五条\u2069."
    assert isolated("电话 0991-12320", rtl=False) == "电话 0991-12320"


def test_the_same_sheet_gives_the_same_bytes(printed: dict[str, Path], fonts: Path, tmp_path: Path) -> None:
    write_fact_sheet(UYGHUR, fonts, TEMPLATES, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == printed["ug"].read_bytes()


def test_fonts_are_the_same_bytes_every_time(node_modules: Path, fonts: Path, tmp_path: Path) -> None:
    prepare_fonts(node_modules, tmp_path, ["ug"])
    for font in tmp_path.iterdir():
        assert font.read_bytes() == (fonts / font.name).read_bytes()


def test_a_missing_font_names_its_package(tmp_path: Path) -> None:
    with pytest.raises(FontError, match=r"«npm ci», which installs @expo-google-fonts/noto-sans-sc"):
        prepare_fonts(tmp_path, tmp_path / "fonts")


def test_a_full_page_drops_sections_from_the_end_and_says_which(fonts: Path, tmp_path: Path) -> None:
    long = Section("很长的一节", (Paragraph((Text("孩子未满三周岁的家庭都可以申领。" * 120),)),))
    sheet = replace(CHINESE, sections=(*CHINESE.sections[:1], long))
    write_fact_sheet(sheet, fonts, TEMPLATES, tmp_path / "sheet.pdf")
    text = words(tmp_path / "sheet.pdf").replace(" ", "")
    assert "按应补贴月数折算" in text
    assert "完整页面还有：很长的一节" in text
    assert "孩子未满三周岁的家庭" not in text


def test_a_sheet_that_cannot_hold_one_page_stops_with_its_name(fonts: Path, tmp_path: Path) -> None:
    endless = replace(CHINESE, basis=CHINESE.basis * 40)
    with pytest.raises(PaperError, match=r"«育儿补贴» \(zh-Hans\): too many pages .* at 9 pt: shorten"):
        write_fact_sheet(endless, fonts, TEMPLATES, tmp_path / "sheet.pdf")
    assert not (tmp_path / "sheet.pdf").exists()


def test_content_is_never_run_as_code(fonts: Path, tmp_path: Path) -> None:
    hostile = "#panic() $x$ *a* `b` <c> @d // e \\ [f]"
    write_fact_sheet(replace(CHINESE, title=hostile, summary=hostile), fonts, TEMPLATES, tmp_path / "sheet.pdf")
    assert words(tmp_path / "sheet.pdf").count(hostile) == 2


def test_a_letter_that_no_font_has_stops_the_build(fonts: Path, tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="could not be displayed"):
        write_fact_sheet(replace(CHINESE, title="བོད་ཡིག"), fonts, TEMPLATES, tmp_path / "sheet.pdf")


def test_a_language_without_a_script_stops_the_build(fonts: Path, tmp_path: Path) -> None:
    with pytest.raises(PaperError, match=r"no script for the language mn: add it to scripts\.typ"):
        write_fact_sheet(replace(CHINESE, language="mn"), fonts, TEMPLATES, tmp_path / "sheet.pdf")


def test_missing_labels_are_named_together(fonts: Path, tmp_path: Path) -> None:
    labels = {name: label for name, label in CHINESE_LABELS.items() if name not in ("qr", "basis")}
    sheet = replace(CHINESE, labels=labels)
    with pytest.raises(PaperError, match="labels are missing: basis, qr"):
        write_fact_sheet(sheet, fonts, TEMPLATES, tmp_path / "sheet.pdf")


def test_a_link_that_only_the_website_knows_stops_the_build(fonts: Path, tmp_path: Path) -> None:
    inner = Section("看这里", (Paragraph((Link((Text("产假"),), "measure:maternity-leave"),)),))
    with pytest.raises(LinkError, match="measure:maternity-leave"):
        write_fact_sheet(replace(CHINESE, sections=(inner,)), fonts, TEMPLATES, tmp_path / "sheet.pdf")


def test_a_sheet_needs_neither_example_nor_sections_nor_hotlines(fonts: Path, tmp_path: Path) -> None:
    bare = replace(CHINESE, sections=(), example=None, hotlines=())
    write_fact_sheet(bare, fonts, TEMPLATES, tmp_path / "sheet.pdf")
    assert CHINESE_LABELS["example"] not in words(tmp_path / "sheet.pdf")


def test_a_module_of_the_code_is_wide_enough_for_any_telephone() -> None:
    for url in (CHINESE.url, "https://example.org/zh-Hans/" + "long/" * 40):
        code = qr_code(url, "二维码")
        modules = segno.make(url, error="m", micro=False).symbol_size(border=4)[0]
        assert code["width"] / modules >= 0.5


def test_markdown_becomes_a_tree_with_anchors_steps_and_tables() -> None:
    who, apply, _, prorated, _ = CHINESE.sections
    assert (who.heading, who.anchor) == ("谁可以领", "who")
    assert isinstance(apply.blocks[0], NumberedList)
    table = prorated.blocks[0]
    assert isinstance(table, Table)
    assert table.rows[0][2] == (Text("1,800 元"),)


def test_strong_words_may_end_in_chinese_punctuation() -> None:
    (paragraph,) = markdown_blocks("**注意：**请先登记。")
    assert paragraph == Paragraph((Strong((Text("注意："),)), Text("请先登记。")))


def test_a_line_end_leaves_no_gap_between_chinese_characters() -> None:
    assert markdown_blocks("先登记，\n再申领\n\nfirst\nsecond") == (
        Paragraph((Text("先登记，再申领"),)),
        Paragraph((Text("first second"),)),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("好\n\n<b>粗</b>", "line 3: raw HTML"),
        ("- 一\n- 二 ![图](a.png)", "line 2: an image"),
        ("一\n二\n三 `x`", "line 3: code"),
        ("| 表 |\n|---|\n| 一 |\n| `二` |", "line 4: code"),
        ("一\n\n    缩进", "line 3: an indented block"),
        ("> 引用", "line 1: a quotation"),
        ("一个*星*", "line 1: emphasis"),
    ],
)
def test_markdown_without_a_form_on_paper_is_refused_with_its_line(text: str, fault: str) -> None:
    with pytest.raises(MarkdownError, match=fault):
        markdown_blocks(text)
