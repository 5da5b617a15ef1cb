"""The calculators in the page: answers, faults, children, languages, links, calendar files and paper."""

from tests.browser.reader import QUZHOU, Reader


def test_a(reader: Reader) -> None:
    reader.work_out("zh-Hans/calculators/childcare-subsidy/", QUZHOU)
    print(reader.result.inner_text())
    print(reader.result.aria_snapshot())
    assert 0
