"""Rules about files, sheets, headings and single cells. Those about rows are in ``checks``."""

from __future__ import annotations

from sightline.intake.rules import Rule

Rule(
    "S01",
    "error",
    "The list was not found.",
    "Add a sheet or file for it, named as in the standard. The other lists are still used.",
)
Rule(
    "S02",
    "blocked",
    "Two sheets hold the same list, so neither is used.",
    "Leave one in, or put the rows of both on one sheet.",
)
Rule(
    "S03",
    "error",
    "A column that the list needs is missing.",
    "Add the column, headed as in the template. Until then, what needs it is left out.",
)
Rule(
    "S04",
    "information",
    "The column is not one of the list's, and was not read.",
    "If it is one under another name, give it the template's heading; if not, leave it.",
)
Rule(
    "S05",
    "blocked",
    "Two columns have the heading of one, so that column is not read.",
    "Leave the right one in, and give the other another heading.",
)
Rule(
    "S06",
    "information",
    "The headings are not in the first row.",
    "Nothing needs to be done: the rows above them were passed over.",
)
Rule(
    "S07",
    "blocked",
    "This is the Annex A of the area SEND inspection, and not the one of ILACS.",
    "Give the ILACS Annex A: lists 1 to 11, each with a Child Unique ID.",
)
Rule(
    "S08",
    "information",
    "Rows without data (blank, filter, total or unused formula rows) were passed over.",
    "Nothing needs to be done, if the number is what you expect.",
)
Rule(
    "S09",
    "query",
    "The snapshot date does not fit the latest event in the lists.",
    "Give the day on which the extract was run with --as-at.",
)
Rule(
    "S10",
    "query",
    "The number of rows is far from that of the last load.",
    "See that the whole list was extracted, and with the right dates.",
)
Rule(
    "S11",
    "blocked",
    "The file cannot be read.",
    "Open it where it was made, and save it again as .xlsx or .csv.",
)
Rule(
    "S12",
    "information",
    "The text holds NUL characters, which were left out.",
    "See that nothing is lost, and save the file again from where it was made.",
)
Rule(
    "S13",
    "blocked",
    "The file unpacks to more than can be an extract.",
    "Save it again from where it was made; give very large lists as CSV.",
)
Rule(
    "S14",
    "blocked",
    "The sheet is too large: its cells lie too far apart.",
    "Delete the empty rows and columns after the data, and save it again.",
)
Rule(
    "S15",
    "information",
    "The text is not in UTF-8.",
    "See that names with accents are right, or save the file as UTF-8.",
)
Rule(
    "S16",
    "query",
    "Rows have more or fewer cells than the first, or an open quotation mark.",
    "See whether a value holds the separator without quotes around it.",
)
Rule(
    "S17",
    "query",
    "Formulas have no stored value, so their cells are blank.",
    "Open the workbook, let it calculate, and save it; or paste values.",
)
Rule(
    "S18",
    "query",
    "Cells are merged within the data: only the first of them holds the value.",
    "Take the merge apart and fill in each row.",
)
Rule(
    "S19",
    "information",
    "The sheet is hidden; it was read all the same.",
    "Take it out if it should not be there.",
)
Rule(
    "S20",
    "information",
    "The sheet is none of the lists, and was left out.",
    "Nothing needs to be done, if it holds no list.",
)
Rule(
    "F01",
    "error",
    "A value that must be there is blank.",
    "Fill it in.",
)
Rule(
    "F02",
    "error",
    "The value is none of the column's codes.",
    "Choose one of the codes in the template.",
)
Rule(
    "F03",
    "error",
    "The date cannot be read.",
    "Write it as day/month/year, as a date and not as words.",
)
Rule(
    "F04",
    "query",
    "The date did not come as a date.",
    "See that it was read rightly; format the column as dates.",
)
Rule(
    "F05",
    "error",
    "The date is after the snapshot date.",
    "Put the date right.",
)
Rule(
    "F06",
    "error",
    "The date is one that stands for “no date”, or lies before any record.",
    "Put in the real date, or leave the cell blank.",
)
Rule(
    "F07",
    "error",
    "The value is not a number that the column can hold.",
    "Put in a number. A count of things is whole, and not below nought.",
)
Rule(
    "F08",
    "error",
    "The child's identifier is blank, too long, or holds odd characters.",
    "Put in the identifier of the case management system, the same in every list.",
)
Rule(
    "F09",
    "query",
    "The postcode is not in the form of one.",
    "Put it right; leave it blank where the address is confidential.",
)
Rule(
    "F10",
    "information",
    "The age is not the one that follows from the date of birth.",
    "Nothing needs to be done: ages are worked out again.",
)
Rule(
    "F11",
    "query",
    "The child is not born yet, and a sex is recorded.",
    "See whether the date of birth is right.",
)
Rule(
    "F12",
    "information",
    "A placeholder was read as blank.",
    "Leave such cells blank.",
)
Rule(
    "F13",
    "query",
    "The date of birth is blank, and the child is not marked as unborn.",
    "Fill it in; for an unborn child, the expected date.",
)
Rule(
    "F14",
    "query",
    "More than 2 in 100 rows have no value that says who the child is.",
    "Fill in gender and ethnicity where they are known.",
)
Rule(
    "F15",
    "query",
    "The cell should hold JSON, and does not.",
    "See how the extract writes this column.",
)
