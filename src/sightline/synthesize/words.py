"""Words for a made-up authority: names put together from syllables, places, organisations."""

from __future__ import annotations

from sightline.synthesize.dice import Dice

AUTHORITY = "Fernshire"
NEIGHBOURS = ("Applemoor", "Brackenwater", "Cloudbury", "Dunmarsh", "Eastwold", "Thistleborough")
DISTRICTS = ("North", "South", "East", "West", "Central", "Riverside", "Harbour", "Moorland")
# Areas that the post does not use: no address can have them.
POST_AREAS = ("ZZ", "QZ", "XZ", "VQ")
ORGANISATIONS = (
    "Fernshire Early Help Hub",
    "Larkfield Primary School",
    "Oakhollow Primary School",
    "Saltmarsh Academy",
    "Fernshire Health Visiting Service",
    "Harbour Family Centre",
    "Greenlane Children's Centre",
    "Bramble Voluntary Trust",
)
SCHOOLS = (
    "Larkfield Primary School",
    "Oakhollow Primary School",
    "Fallowbrook School",
    "Saltmarsh Academy",
    "Windmill High School",
    "Kestrel Sixth Form College",
)
_FIRST = (
    *("Ada", "Bel", "Cari", "Dani", "Eli", "Fari", "Gra", "Hari", "Ima", "Jori", "Kai", "Lei"),
    *("Mari", "Nadi", "Oli", "Pria", "Rafi", "Sari", "Tomi", "Uri", "Vali", "Yasi", "Zeni", "Abe"),
    *("Bo", "Chi", "Dele", "Esh", "Femi", "Ife", "Jas", "Kofi", "Lu", "Mo", "Nia", "Ravi"),
)
_SECOND = (
    *("bel", "lo", "na", "ra", "sha", "tan", "vek", "wen", "lin", "mar", "dor", "ka", "nell"),
    *("ric", "sel", "to", "ya", "zan", "mi", "bert"),
)
_SURNAME_FIRST = (
    *("Tea", "Bram", "Ash", "Corn", "Dray", "Elm", "Fern", "Gos", "Hazel", "Ink", "Jar", "Kel"),
    *("Lark", "Mar", "Nett", "Oak", "Pell", "Quill", "Rook", "Sed", "Thorn", "Ullen", "Vell"),
    *("Wend", "Yar", "Adeb", "Banso", "Chand", "Dhal", "Ekwu", "Farou", "Gurn", "Hoss", "Iqra"),
    *("Kaur", "Lodh", "Mende", "Noor", "Okoy", "Pate", "Rahi", "Sidd", "Tami", "Wolin", "Zhen"),
)
_SURNAME_SECOND = (
    *("lby", "wick", "mere", "ton", "ford", "combe", "ley", "stead", "worth", "field", "dale"),
    *("ra", "mi", "ston", "ski", "ova", "enko", "well", "den", "gate", "brook", "holt"),
)


def forename(dice: Dice) -> str:
    """A forename that nobody has, or hardly anybody."""
    return dice.one(_FIRST) + dice.one(_SECOND)


def surname(dice: Dice) -> str:
    """A surname of the same kind."""
    return dice.one(_SURNAME_FIRST) + dice.one(_SURNAME_SECOND)


def postcode(number: int) -> str:
    """A postcode in the form of the United Kingdom's, in an area that there is not."""
    number, last = divmod(number, 19)
    number, letter = divmod(number, 17)
    number, sector = divmod(number, 9)
    district = number % 90 + 1
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    area = POST_AREAS[number // 90 % len(POST_AREAS)]
    return f"{area}{district} {sector + 1}{letters[letter]}{letters[last]}"
