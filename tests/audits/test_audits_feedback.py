"""Links that work once, and counts of who answered."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sightline.audits.feedback import keep, make_link, refused, responses

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def test_a_link_opens_until_it_was_used_or_has_ended() -> None:
    """28 days, to the second; once; and not once it is withdrawn."""
    token, link = make_link(NOW)
    assert refused(link, token, NOW + timedelta(days=28, seconds=-1)) == ""
    assert "ended" in refused(link, token, NOW + timedelta(days=28))
    assert "You have sent your answers" in refused(replace(link, used_at=NOW), token, NOW)
    assert "ended" in refused(replace(link, withdrawn_at=NOW), token, NOW)


def test_a_wrong_token_and_none_are_told_alike() -> None:
    """So that guessing teaches nothing."""
    token, link = make_link(NOW)
    wrong = refused(link, token + "x", NOW)
    assert wrong == refused(None, token, NOW)
    assert "does not work" in wrong
    used = replace(link, used_at=NOW)
    assert refused(used, "guess", NOW) == wrong


def test_the_token_is_not_kept() -> None:
    """Its hash is: that of "abc" is the published example of SHA-256."""
    token, link = make_link(NOW)
    assert token not in repr(link)
    assert link.kept == keep(token)
    assert keep("abc").startswith("ba7816bf8f01cfea414140de5dae2223")
    assert len(token) >= 43
    assert make_link(NOW)[0] != token
    with pytest.raises(ValueError, match="with its zone"):
        make_link(datetime(2026, 6, 1))


def test_how_many_were_asked_and_reached() -> None:
    """Ten families: six asked, of whom three answered and one declined."""
    statuses = ["reached"] * 3 + ["declined"] + ["asked"] * 2 + ["not safe to ask"] * 3
    found = responses([*statuses, "not asked"])
    assert (found.asked, found.of, found.waiting) == (6, 10, 2)
    assert str(found) == ("6 of 10 asked; 3 of 6 reached, 1 declined, 2 waiting; 3 not safe to ask")
    with pytest.raises(ValueError, match="perhaps"):
        responses(["perhaps"])
