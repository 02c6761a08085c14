"""Samples, the programme, re-audits, results, first pages, and the demonstration."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db


def form(auditors: list[Any], **changed: Any) -> dict[str, Any]:
    return {
        "tool": "dip_sample", "source": "snapshot", "method": "random", "size": "12", "seed": "s1",
        "due": "2026-12-31", "auditors": [str(one.pk) for one in auditors],
    } | changed  # fmt: skip


@pytest.fixture
def lead(client_of: Any, published: Any) -> Any:
    """Who leads quality, with published data to draw from."""
    return client_of("qa_lead")


def test_a_draw_is_shown_before_anything_is_kept(lead: Any, person: Any) -> None:
    from sightline.web.audits.models import Audit, SampleDraw

    page = lead.post("/audits/samples/new", form([person("auditor", teams=("North",))]))
    text = page.content.decode()
    # 30 of the 120 children are of the auditor's own team.
    assert "30 left out: no auditor on the list is outside the child&#39;s team." in text
    assert "12 drawn at random (seed s1)." in text
    assert not Audit.objects.exists()
    assert not SampleDraw.objects.exists()


def test_confirmed_each_child_has_an_auditor_of_another_team(lead: Any, person: Any) -> None:
    from sightline.web.audits.models import Audit, SampleDraw

    people = [person("auditor", teams=("North",)), person("auditor", teams=("South",))]
    lead.post("/audits/samples/new", form(people, confirm="yes"))
    audits = list(Audit.objects.all())
    assert len(audits) == 12
    assert all(one.team not in one.auditor.teams for one in audits)
    assert sorted(Audit.objects.filter(auditor=p).count() for p in people) == [6, 6]
    assert SampleDraw.objects.get().frame_size == 120
    assert "c0" not in str(SampleDraw.objects.values().get())


def test_the_same_seed_gives_the_same_children(person: Any, published: Any) -> None:
    from sightline.web.audits import draws
    from sightline.web.audits.frames import frame

    one = person("auditor")
    wanted = draws.Wanted(
        "dip_sample", "snapshot", "", "random", 5, "s1", date(2026, 12, 31), (one.pk,)
    )
    first = draws.drawn(wanted, frame(published, "snapshot"), date(2026, 10, 31))
    again = draws.drawn(wanted, frame(published, "snapshot"), date(2026, 10, 31))
    assert [c.child for c in first.sample.chosen] == [c.child for c in again.sample.chosen]


def test_who_was_audited_within_a_year_is_left_out(
    lead: Any, person: Any, finished: Any, published: Any
) -> None:
    finished(reference="r004", days=100)
    text = lead.post("/audits/samples/new", form([person("auditor")])).content.decode()
    assert "1 left out: audited within 12 months." in text


def test_a_sample_behind_a_measure_holds_those_of_whom_it_was_not_met(
    lead: Any, person: Any
) -> None:
    from sightline.web.audits.models import Audit

    said = form([person("auditor")], source="measure", measure="AS02", size="5", confirm="yes",
                tool="full_child")  # fmt: skip
    lead.post("/audits/samples/new", said)
    one = Audit.objects.get()
    assert (one.reference, one.child_id) == ("r001", "c001")
    assert one.answers["assessment_in_time"]["from_data"] is True
    assert one.saves.get(question="assessment_in_time").by is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"method": "stratified"}, "Choose what to group by"),
        ({"source": "measure"}, "Choose the measure"),
        ({"method": "purposive"}, "Say which children to pick, and why"),
        ({"method": "purposive", "picks": "c999: a worry"}, "Line 1: no child of this list"),
        ({"method": "purposive", "picks": "c001"}, "Line 1: say why, after a colon"),
        ({"auditors": []}, "This field is required"),
    ],
)
def test_what_is_wrong_with_a_draw_is_said(
    lead: Any, person: Any, changed: dict[str, Any], said: str
) -> None:
    said_now = form([person("auditor")]) | changed
    text = lead.post("/audits/samples/new", said_now).content.decode()
    assert said in text


def test_picked_children_are_labelled_and_carry_the_reason(lead: Any, person: Any) -> None:
    from sightline.web.audits.models import Audit

    said = form([person("auditor")], method="purposive", picks="c007: a complaint", confirm="yes")
    lead.post("/audits/samples/new", said)
    assert Audit.objects.get().why == "Picked on purpose: a complaint"


def test_another_child_of_the_draw_takes_the_place_of_one_who_cannot_be_looked_at(
    lead: Any, person: Any
) -> None:
    from sightline.web.audits.models import Audit

    lead.post("/audits/samples/new", form([person("auditor")], size="1", confirm="yes"))
    one = Audit.objects.get()
    lead.post(f"/audits/{one.pk}/withdraw", {"reason": "The family moved away"})
    one.refresh_from_db()
    other = Audit.objects.exclude(pk=one.pk).get()
    assert one.state == "withdrawn"
    assert (other.auditor, other.draw, other.state) == (one.auditor, one.draw, "given")
    assert [other.reference] == [one.draw.spare[0][0]]


def test_no_data_is_not_the_same_as_nobody_to_draw(client_of: Any) -> None:
    text = client_of("qa_lead").get("/audits/samples/new").content.decode()
    assert "No data are published" in text


QUOTA = {"do": "add", "activity": "full_child", "number": "2", "per": "month"}


def test_the_programme_says_who_owes_what(lead: Any, person: Any) -> None:
    from sightline.web.audits import owing

    one = person("auditor")
    lead.post("/audits/programme/change", QUOTA | {"who": one.username})
    programme = owing.current()
    assert programme is not None
    today = programme.start + timedelta(days=10)
    (owed,) = owing.still_owed(programme, today)
    assert (owed.due.who, owed.due.left, owed.late) == (one.username, 2, False)
    text = lead.post("/audits/programme/change", QUOTA | {"who": one.username}).content.decode()
    assert "This is asked of them already" in text
    lead.post("/audits/programme/change", QUOTA | {"do": "take", "who": one.username})
    programme.refresh_from_db()
    assert programme.quotas == []


def test_an_auditor_sees_what_they_owe_themselves(
    client_of: Any, person: Any, published: Any
) -> None:
    from sightline.web.audits.models import Programme
    from sightline.web.audits.view_programme import year_of

    client, other = client_of("auditor"), person("auditor", username="somebody_else")
    other.first_name = "Somebodyelse"
    other.save()
    quota = {"activity": "full_child", "per": "month", "number": 2}
    Programme.objects.create(
        start=year_of(timezone.localdate()),
        quotas=[quota | {"who": client.person.username}, quota | {"who": other.username}],
    )
    text = client.get("/audits/programme").content.decode()
    assert client.person.name in text
    assert other.name not in text
    assert client.post("/audits/programme/change", QUOTA).status_code == 403


def test_inadequate_work_is_drawn_again_after_three_months_by_another(
    person: Any, finished: Any, published: Any
) -> None:
    from sightline.web.audits import again

    first, other = person("auditor"), person("auditor")
    old = finished(first, "Inadequate", days=95, reference="r004")
    finished(first, "Inadequate", days=60, reference="r008")
    finished(first, "Good", days=95, reference="r012")
    assert [audit for audit, _ in again.due()] == [old]
    (made,) = again.give_out(published, None)
    assert (made.parent, made.auditor, made.tool) == (old, other, "reaudit")
    assert again.give_out(published, None) == []


def test_a_theme_tells_what_audits_found(finished: Any) -> None:
    from sightline.web.audits import results

    # The re-audit grades the child's plan twice on planning, and once each on the others.
    for grade in ("Good", "Good", "Inadequate"):
        finished(grade=grade, reference=f"child-{grade}")
    told = results.of_theme("planning")
    assert told is not None
    assert told["audits"] == 3
    assert told["sentence"] == "Good or better in 67% (4 of 6) of the grades given."
    assert told["table"]["rows"] == [["Planning", 2, 0, 4, 0, 6]]
    assert results.of_theme("adoption") is None
    assert results.of_theme("nothing") is None


def test_shared_a_theme_tells_no_small_number(finished: Any) -> None:
    from sightline.web.audits import results

    for _ in range(3):
        finished()
    told = results.of_theme("planning", sharing=True)
    assert told is not None
    assert (told["sentence"], told["table"], told["audits"]) == (results.HIDDEN, None, None)
    for _ in range(2):
        finished()
    told = results.of_theme("planning", sharing=True)
    assert told is not None
    # Ten grades, all good: none is small, and nobody is told apart.
    assert told["sentence"] == "Good or better in 100% (10 of 10) of the grades given."
    finished(grade="Inadequate")
    told = results.of_theme("planning", sharing=True)
    assert told is not None
    assert told["sentence"] == results.HIDDEN


def test_results_count_and_say_how_moderators_agree(
    lead: Any, person: Any, finished: Any, client_of: Any
) -> None:
    from sightline.web.audits.models import Moderation

    auditor = person("auditor", teams=("East",))
    for second in ("Good", "Requires improvement"):
        one = finished(auditor)
        Moderation.objects.create(
            audit=one, moderator=lead.person, overall=second, reason="So it is",
            state="agreed", agreed_at=timezone.now(),
        )  # fmt: skip
    text = lead.get("/audits/results").content.decode()
    assert "50% (1 of 2) the grades were alike; 1 of 2 lowered, 0 raised, 1 the same" in text
    assert "too few to tell" in text
    assert "Good or better in 50% (1 of 2) of the grades given." in text
    other = client_of("auditor").get("/audits/results").content.decode()
    assert "No audit is finished yet that you may see" in other


def test_lists_say_what_is_empty_and_why(client_of: Any, published: Any) -> None:
    client = client_of("auditor")
    assert "No audit waits for you" in client.get("/audits").content.decode()
    assert "No action was set" in client.get("/audits/actions").content.decode()
    assert "There is no programme" in client.get("/audits/programme").content.decode()


def test_the_list_is_downloaded_with_its_filters_and_no_child_in_it(
    client_of: Any, finished: Any
) -> None:
    from sightline.web.trail.models import Entry

    client = client_of("qa_lead")
    finished(team="North")
    finished(team="South")
    answer = client.get("/audits/download?team=North")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert len(text.splitlines()) == 2
    assert ",North," in text
    assert "SECRET-7" not in text
    assert Entry.objects.get(action="exported").detail == {"rows": 1}


def test_first_pages_have_cards_of_what_waits(person: Any, audit: Any, finished: Any) -> None:
    from sightline.web.audits.home import cards

    auditor, lead = person("auditor"), person("qa_lead")
    audit(auditor, due=timezone.localdate() - timedelta(days=2))
    finished(auditor, "Inadequate", days=100)
    (mine,) = cards(auditor)
    assert (mine["title"], mine["number"]) == ("Audits given to you", 1)
    assert "1 is late" in mine["text"]
    assert [card["title"] for card in cards(lead)] == ["Audits to moderate", "To look at again"]
    assert cards(person("member")) == []


def test_the_demonstration_has_sixty_audits_by_eight_auditors(person: Any, published: Any) -> None:
    from sightline.web.audits import demo
    from sightline.web.audits.models import Action, Audit, Comment, FeedbackInvitation, Moderation

    teams = ("North", "South", "East", "West")
    people = [person("auditor", teams=(teams[n % 4],), username=f"demo{n}") for n in range(8)]
    people += [person("qa_lead"), person("head", teams=("North",)), person("manager")]
    people.append(person("practitioner", worker="Worker 3"))
    said = demo.fill(published, people)
    assert said == "60 audits by 8 auditors, 52 of them finished."
    audits = list(Audit.objects.all())
    assert len({one.auditor_id for one in audits}) == 8
    assert all(one.team not in one.auditor.teams for one in audits)
    assert len({one.reference for one in audits}) == 60
    assert sum(one.unsafe_at is not None for one in audits) == 1
    assert len({one.overall for one in audits if one.overall}) == 4
    assert any(one.worker == "Worker 3" for one in audits if one.finished)
    for kind in (Action, Comment, FeedbackInvitation, Moderation):
        assert kind.objects.count() >= 5, kind
    days = [one.done_on for one in audits if one.submitted_at]
    assert max(days) - min(days) > timedelta(days=120)
    assert max(days) <= timezone.localdate()
    assert demo.fill(published, people) == "There are audits already."
