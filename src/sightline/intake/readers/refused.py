"""Why a file or a sheet is not read: the problems that stop it, each with its remedy."""

from __future__ import annotations

from sightline.kit.problems import Problem

_AS_WORKBOOK = "Open it in Excel, save it as an Excel workbook (.xlsx), and give that."
_SAVE_AGAIN = "Open it in Excel and save it again, or ask for the file again."
_AS_CSV = "Save each list as CSV (UTF-8), or split the file, and give those."


class RefusedError(Exception):
    """A file or a sheet cannot be read; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def not_a_table(file: str, what: str, remedy: str = _AS_WORKBOOK) -> RefusedError:
    """The content is something other than a table: "a PDF document"."""
    return RefusedError(Problem("S11", f"{file} is {what}, not a table of data.", remedy))


def damaged(file: str, why: str, remedy: str = _SAVE_AGAIN) -> RefusedError:
    """The file cannot be read to its end."""
    return RefusedError(Problem("S11", f"{file} cannot be read: {why}.", remedy))


def damaged_sheet(file: str, sheet: str, why: str) -> Problem:
    """One sheet of a workbook cannot be read."""
    return Problem("S11", f"{file}, sheet {sheet}, cannot be read: {why}.", _SAVE_AGAIN)


def locked(file: str) -> RefusedError:
    """The file is encrypted."""
    remedy = "Open it in Excel, save it without a password, and give that."
    return RefusedError(Problem("S11", f"{file} is protected by a password.", remedy))


def entities(file: str) -> RefusedError:
    """The XML declares entities, which data has no use for and which can blow up a reader."""
    return RefusedError(
        Problem(
            "S11",
            f"{file} holds a document type or entity declaration (<!DOCTYPE or <!ENTITY), which "
            "is not safe to read.",
            "Ask for the file again without one, or save the data as a workbook or CSV.",
        )
    )


def too_large(file: str, why: str) -> RefusedError:
    """Reading the file would need more memory or time than it is given."""
    return RefusedError(Problem("S13", f"{file} is too large to read safely: {why}.", _AS_CSV))


def too_large_sheet(file: str, sheet: str, why: str) -> Problem:
    """Reading one sheet would need more memory than it is given."""
    return Problem("S13", f"{file}, sheet {sheet}, is too large to read safely: {why}.", _AS_CSV)


def far_apart(file: str, sheet: str, place: str) -> Problem:
    """The cells of a sheet lie so far apart that its grid would be mostly empty, and huge."""
    return Problem(
        "S14",
        f"{file}, sheet {sheet}, has something far from its data: its cells go to {place}, and "
        "nearly all are empty. The sheet was not read.",
        "Delete the empty rows and columns after the data, save the workbook, and give it again.",
    )
