"""``python -m sightline.web add_person``: adds somebody, such as the first administrator."""

from __future__ import annotations

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Adds a person. The password is asked, or read from standard input; it is no argument."""

    help = "Add somebody who signs in, such as the first administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who they are, and in which role."""
        from sightline.web.people.rights import ROLES

        parser.add_argument("username")
        parser.add_argument("--role", required=True, choices=list(ROLES))
        parser.add_argument("--email", required=True)
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--last-name", required=True)
        parser.add_argument("--team", action="append", default=[], help="as the data name it")
        parser.add_argument("--worker", default="", help="a practitioner's name in the data")
        parser.add_argument("--until", default="", help="the last day, such as 2026-11-03")
        parser.add_argument("--no-password", action="store_true", help="council sign-in alone")

    def handle(self, *args: Any, **options: Any) -> None:
        """Add them, with the checks of the page that does the same."""
        from django.db import transaction

        from sightline.web.people.forms import PersonForm
        from sightline.web.people.models import Person
        from sightline.web.trail.models import Entry

        names = ("username", "role", "email", "first_name", "last_name", "worker", "until")
        said = {name: options[name] for name in names} | {"teams": "\n".join(options["team"])}
        said["password"] = "" if options["no_password"] else _password()
        form = PersonForm(said)
        if not form.is_valid():
            wrong = "; ".join(f"{name}: {error}" for name, e in form.errors.items() for error in e)
            raise CommandError(wrong)
        person = Person(**{n: v for n, v in form.cleaned_data.items() if n != "password"})
        if said["password"]:
            person.set_password(said["password"])
        else:
            person.set_unusable_password()
        with transaction.atomic():
            person.save()
            detail = {"role": person.role, "by": "command"}
            Entry.objects.create(action="added", about=f"account {person}", detail=detail)
        self.stdout.write(f"{person.name} can sign in as {person.username}.")


def _password() -> str:
    """Asked twice where somebody types; else one line of standard input."""
    if not sys.stdin.isatty():
        first = sys.stdin.readline().rstrip("\n")
    else:
        first = getpass.getpass("Password: ")
        if first != getpass.getpass("Again: "):
            raise CommandError("The two are not the same.")
    if not first:
        raise CommandError("Give a password, or --no-password.")
    return first
