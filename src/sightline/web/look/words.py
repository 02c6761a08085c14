"""The words of the pages of words."""

from __future__ import annotations

Sections = tuple[tuple[str, tuple[str | tuple[str, ...], ...]], ...]

ACCESSIBILITY: Sections = (
    (
        "",
        (
            "This statement is for the Sightline website. Your council runs it, and should add "
            "here who answers for it and how to reach them.",
            "You should be able to:",
            (
                "zoom in to 400% without text spilling off the screen",
                "use all of it with a keyboard alone, or with speech",
                "use all of it with JavaScript switched off",
                "read every chart as a sentence and as a table",
                "print any page in black and white, and tell every status by its word",
            ),
        ),
    ),
    (
        "How accessible it is",
        (
            "It is built to meet the Web Content Accessibility Guidelines version 2.2 AA. Every "
            "page is tested by machine, for each role, at two widths, with and without JavaScript, "
            "before each release. Machines find only some faults: it has not yet been tested by "
            "people who use assistive technology.",
        ),
    ),
    (
        "What is not accessible",
        (
            "Ofsted's PDFs are shown as they were published, and some are not tagged. The text of "
            "each is on its page here too. Wide tables scroll sideways on a narrow screen.",
        ),
    ),
    (
        "What to do if you cannot use part of it",
        (
            "Tell the person in your council who gave you access. If they do not answer, the "
            "Equality Advisory and Support Service can help.",
        ),
    ),
)

PRIVACY: Sections = (
    (
        "",
        (
            "Data about children here are special category data. They stay on this council's own "
            "machine. Nothing is sent elsewhere.",
            (
                "You see the children of your own teams. To see another child you give a reason, "
                "which is kept with your name.",
                "Each time somebody opens a child's page or downloads a list, it is kept in the "
                "trail, which senior staff read.",
                "No address of a page, log or error message holds a child's name or identifier.",
                "What is marked for sharing hides counts of 1 to 5, and those from which they "
                "could be worked out.",
                "No child is given a score, and nothing predicts what will happen to a child.",
            ),
        ),
    ),
)

HELP: Sections = (
    (
        "How to read a figure",
        (
            "A share is printed with its counts: 79% (41 of 52). Below it stands whether higher "
            "or lower is better, and whether it is really changing, or only varying as such "
            "figures do.",
            "“Too few to tell” means that there are too few children, or too few months, for any "
            "verdict to be fair.",
            "Every figure leads to its children, and every child to the file, sheet and row that "
            "it was read from.",
        ),
    ),
    (
        "Working, and for sharing",
        (
            "Working pages show true counts and are for people who work with the children. What is "
            "for sharing has small numbers hidden (shown as c), and lists no child.",
        ),
    ),
    (
        "Words",
        (
            (
                "Load: the lists of one day, checked and kept as they came.",
                "Theme: a subject that inspectors, figures and audits all speak of.",
                "Audit: a look at one child's records and help, by somebody else.",
                "Moderation: a second look at an audit, by another person.",
            ),
        ),
    ),
)
