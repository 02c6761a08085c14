"""The tools that audits are done with, one module each; a version is never taken away."""

from __future__ import annotations

from sightline.audits.declare import Tool
from sightline.audits.tools import (
    child_feedback,
    closure,
    collaborative,
    dip_sample,
    family_feedback,
    full_child,
    multi_agency,
    practice_observation,
    reaudit,
    supervision_file,
    thematic_plans,
)

_DECLARED: tuple[Tool, ...] = (
    full_child.TOOL,
    collaborative.TOOL,
    family_feedback.TOOL,
    child_feedback.TOOL,
    practice_observation.TOOL,
    supervision_file.TOOL,
    thematic_plans.TOOL,
    dip_sample.FIRST,
    dip_sample.TOOL,
    closure.TOOL,
    reaudit.TOOL,
    multi_agency.TOOL,
)
_VERSIONS = {(tool.id, tool.version): tool for tool in _DECLARED}
_LATEST = {tool.id: tool for tool in sorted(_DECLARED, key=lambda tool: tool.version)}

if len(_VERSIONS) != len(_DECLARED):
    raise ValueError("A version of a tool is declared twice")


def all_tools() -> tuple[Tool, ...]:
    """The latest version of each tool, in the order that they are shown."""
    return tuple(_LATEST[tool_id] for tool_id in dict.fromkeys(tool.id for tool in _DECLARED))


def all_versions() -> tuple[Tool, ...]:
    """Every version of every tool."""
    return _DECLARED


def tool(tool_id: str, version: int | None = None) -> Tool:
    """A tool, the latest version where none is said; KeyError says which there are."""
    if version is None and tool_id in _LATEST:
        return _LATEST[tool_id]
    if version is not None and (tool_id, version) in _VERSIONS:
        return _VERSIONS[tool_id, version]
    known = ", ".join(made.ref for made in _DECLARED)
    raise KeyError(f"There is no tool {tool_id!r} of version {version}. There are: {known}")
