"""SSD tables of the front door: contacts and early help."""

from __future__ import annotations

from sightline.standards.declare import Code, Table, Text
from sightline.standards.ssd import about


class Contacts(Table, **about.of("ssd_contacts")):
    """Every contact about a child, with what came of it."""

    cont_contact_id = about.row_id()
    cont_person_id = about.person()
    cont_contact_date = about.started("When the contact was received.")
    cont_contact_source_code = Code(codes="contact_source", open=True)
    cont_contact_source_desc = Text(description="The source in the system's words.")
    cont_contact_outcome_json = about.outcomes("What came of it: referral, advice, early help …")


class EarlyHelpEpisodes(Table, **about.of("ssd_early_help_episodes")):
    """Episodes of early help, where the case management system holds them."""

    earl_episode_id = about.row_id()
    earl_person_id = about.person()
    earl_episode_start_date = about.started()
    earl_episode_end_date = about.ended("earl_episode_start_date")
    earl_episode_reason = Text(description="Why early help was given, in local words.")
    earl_episode_end_reason = Text(description="Outcomes met, stepped up, or no further action.")
    earl_episode_organisation = Text(description="The organisation that gave it.")
    earl_episode_worker_id = about.worker()
