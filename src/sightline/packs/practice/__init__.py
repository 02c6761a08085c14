"""The report on practice: what is overdue, where children wait, how teams differ, what is changing.

``gather`` asks the measures and makes a ``Report`` of plain values; the writers print it as HTML,
PDF and a workbook. They say the same, for they are told the same.
"""
