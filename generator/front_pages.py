"""The pages that lead to others: home, a group of measures, calculators, search, about the site."""

from __future__ import annotations

from collections.abc import Iterable

from calculators import CALCULATORS
from calculators.kit.message import _
from generator.figures import rules_here
from generator.markdown import page
from generator.model import Measure
from generator.page_text import PageText, title_of
from generator.words import Speech


def home_page(words: Speech) -> str:
    """Return the first page: entrances by situation, the calculators, and every measure by group."""
    site, say = words.site, words.say
    lead = say(_("生育、养育能享受哪些支持，有多少，怎么申请。每个数字都写明出处和日期。"))
    groups = [
        f"## {words.pick(name)} {{#{group}}}\n\n{_measures(_of_group(group, words), words, '')}"
        for group, name in site.groups.items()
        if any(measure.group == group for measure in site.measures)
    ]
    situations = f"## {say(_('按情况找'))} {{#stages}}\n\n{_stages(words, 'stages/')}"
    heading = f"## {say(_('计算器'))} {{#calculators}}\n\n{_calculators(words, 'calculators/')}"
    title = words.pick(site.title)
    facts = {"title": title, "description": lead, "kind": "front"}
    edition = say(_("按 {year} 年的行动方案整理，本版日期：{day}", year=site.plan_year, day=site.edition))
    return page(facts, f"# {title}", f"{lead}\n{{.lead}}", edition, situations, heading, *groups)


def group_page(group: str, words: Speech) -> str:
    """Return the page of one group: its measures, each with its one-sentence summary."""
    title, measures = words.pick(words.site.groups[group]), _of_group(group, words)
    facts = {"title": title, "description": _named(measures, words), "kind": "front"}
    return page(facts, f"# {title}", _measures(measures, words, "../"))


def stages_page(words: Speech) -> str:
    """Return the entrances by situation, each with its measures."""
    title = words.say(_("按情况找"))
    lead = words.say(_("选您家现在的情况，看有哪些支持。"))
    parts = [
        f"## [{words.pick(name)}]({stage}.md) {{#{stage}}}\n\n"
        + "\n".join(f"- [{title_of(each, words)}](../{each.path}.md)" for each in _of_stage(stage, words))
        for stage, name in words.site.stages.items()
    ]
    return page({"title": title, "description": lead, "kind": "front"}, f"# {title}", f"{lead}\n{{.lead}}", *parts)


def stage_page(stage: str, words: Speech) -> str:
    """Return the page of one situation: the measures for it and the calculators that they lead to."""
    title = words.pick(words.site.stages[stage])
    measures = _of_stage(stage, words)
    slugs = [slug for slug in CALCULATORS if any(slug in measure.calculators for measure in measures)]
    links = "\n".join(f"- [{words.say(CALCULATORS[slug].title)}](../calculators/{slug}.md)" for slug in slugs)
    heading = f"## {words.say(_('算一算'))} {{#calculators}}\n\n{links}" if links else ""
    facts = {"title": title, "description": _named(measures, words), "kind": "front"}
    return page(facts, f"# {title}", _measures(measures, words, "../"), heading)


def _named(measures: Iterable[Measure], words: Speech) -> str:
    """Return the titles of measures in a line, which tells search engines what a list has."""
    return " · ".join(words.convert(words.shown(measure).title) for measure in measures)


def _stages(words: Speech, folder: str) -> str:
    return "\n".join(f"- [{words.pick(name)}]({folder}{stage}.md)" for stage, name in words.site.stages.items())


def _of_group(group: str, words: Speech) -> list[Measure]:
    return [measure for measure in words.site.measures if measure.group == group]


def _of_stage(stage: str, words: Speech) -> list[Measure]:
    return [measure for measure in words.site.measures if stage in measure.stages]


def _measures(measures: Iterable[Measure], words: Speech, folder: str) -> str:
    here = rules_here(words.site)
    lines = []
    for measure in measures:
        text = PageText(measure, here, words)
        link = f"[{title_of(measure, words)}]({folder}{measure.path}.md)"
        lines.append(f"- {link}  \n    {text.mark(text.text.summary)}")
    return "\n".join(lines)


def calculators_page(words: Speech) -> str:
    """Return the list of calculators."""
    title = words.say(_("计算器"))
    named = " · ".join(words.say(calculator.title) for calculator in CALCULATORS.values())
    return page({"title": title, "description": named, "kind": "front"}, f"# {title}", _calculators(words, ""))


def _calculators(words: Speech, folder: str) -> str:
    titles = {slug: words.say(calculator.title) for slug, calculator in CALCULATORS.items()}
    return "\n".join(f"- [{title}]({folder}{slug}.md)" for slug, title in titles.items())


def search_page(words: Speech) -> str:
    """Return the page that shows what a search found; without scripts it leads to the lists."""
    title = words.say(_("搜索"))
    ways = words.say(_("也可以从首页按类别查找："))
    facts = {"title": title, "description": words.say(_("想找什么")), "template": "search.html"}
    return page(facts, f"{ways} [{words.say(_('首页'))}](index.md)")


def about_page(words: Speech) -> str:
    """Return what readers should know of the site: sources, doubts, privacy, offline use, languages."""
    say = words.say
    parts = [
        (
            "sources",
            _("数字从哪里来"),
            _(
                "每个数字来自一条注明出处、生效日期和核对日期的规定。已核对原文的、通行但未见原文的、尚未确认的，分别标明。尚未确认的请咨询办理机构。"
            ),
        ),
        (
            "privacy",
            _("隐私"),
            _(
                "本站不收集任何信息，没有统计，不使用其他网站的内容。计算在您的设备上进行；只有您自己保存或分享时，填写的内容才会留下。"
            ),
        ),
        (
            "offline",
            _("断网使用"),
            _(
                "打开过的语言会在后台存进浏览器，断网也能看；用过一次计算器后，断网也能算。这些只是网页本身，清除浏览器数据即可删除。"
            ),
        ),
        (
            "languages",
            _("语言"),
            _("中文简体是原文。繁体由程序转换；其他语言由机器起草，页面上写明是否经过人工校对。"),
        ),
        (
            "covered",
            _("收录了什么"),
            _("目前收录的措施见首页，收录的地方见计算器的地方列表。没有收录不等于没有这项政策。"),
        ),
        (
            "licences",
            _("许可"),
            _(
                "文字：CC BY 4.0；代码：MIT。另用到 Pyodide（MPL 2.0）、CPython（PSF）、Material（MIT）、MiniSearch（MIT）、Noto（OFL 1.1）。"
            ),
        ),
    ]
    title = say(_("关于本站"))
    blocks = [f"## {say(heading)} {{#{key}}}\n\n{say(text)}" for key, heading, text in parts]
    edition = say(_("本版日期：{day}", day=words.site.edition))
    named = " · ".join(say(heading) for _key, heading, _text in parts)
    return page({"title": title, "description": named}, f"# {title}", *blocks, edition)
