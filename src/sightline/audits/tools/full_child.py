"""The full audit of one child: everything that is done for the child, read end to end.

An auditor reads the child's record, speaks to those who know the child, and says of each part
what was done (yes or no, from data where it is held) and, apart from that, how good it was.
Parts that do not concern the child are not asked. It takes between an hour and an hour and a half.
"""

from sightline.audits.declare import Activity, Tool
from sightline.audits.tools.full_child_care import CARE, LEAVING
from sightline.audits.tools.full_child_difference import DIFFERENCE
from sightline.audits.tools.full_child_helping import HELPING
from sightline.audits.tools.full_child_knowing import KNOWING
from sightline.audits.tools.limits import OFSTED_LIMITS

TOOL = Tool(
    id="full_child",
    version=1,
    title="Full audit of a child's journey",
    kind=Activity.FULL,
    about="child",
    purpose=(
        "How well is this child understood, helped and kept safe, and what difference has it made?"
    ),
    sections=(*KNOWING, *HELPING, *CARE, *LEAVING, *DIFFERENCE),
    overall=OFSTED_LIMITS,
)
