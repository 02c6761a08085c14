"""The reference page about audit tools: sections, questions, and rules of the overall grade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sightline.audits.declare import Question, Tool
from sightline.audits.tools import all_tools

Table = Callable[[Sequence[str], Iterable[Sequence[object]]], str]
_HEAD = ["section", "question", "kind", "theme", "answered from", "guidance"]


def audit_tools(table: Table) -> str:
    """Every tool in its newest version."""
    return "\n\n".join(["# Audit tools", _FIRST, *_contents(table), *_each(table)])


_FIRST = (
    "Declared in `src/sightline/audits/tools`. A changed tool is a new version; an audit is read "
    "by the questions it was asked. Compliance (yes or no, from the data where they tell it) and "
    "quality (graded, by a person) are asked apart. Grades are never averaged."
)


def _contents(table: Table) -> Iterator[str]:
    rows = [
        (f"`{t.ref}`", t.title, t.about.replace("_", " "), len(t.questions), t.purpose)
        for t in all_tools()
    ]
    yield table(["tool", "title", "about", "questions", "purpose"], rows)


def _each(table: Table) -> Iterator[str]:
    for tool in all_tools():
        yield f"## {tool.title} (`{tool.ref}`)"
        yield table(_HEAD, [_row(s.title, q) for s in tool.sections for q in s.questions])
        yield from _limits(tool)


def _row(section: str, question: Question) -> tuple[object, ...]:
    kind = question.kind.value.replace("_", " ") + (" (key)" if question.key else "")
    return section, question.text, kind, question.theme, question.answered_from, question.guidance


def _limits(tool: Tool) -> Iterator[str]:
    if tool.overall:
        yield "How the overall grade is derived:"
        yield "\n".join(f"- {limit.says}" for limit in tool.overall)


PAGES = {"audit-tools.md": audit_tools}
