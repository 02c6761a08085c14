"""The roll of children who went home from care, from the SSD, and whether they came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.rolls.people_ssd import PERIODS, person_ssd, roll_ssd
from sightline.measures.rolls.ssd_care import care_periods

if TYPE_CHECKING:
    import ibis.expr.types as ir

HOME = ("E4A", "E4B")


@roll_ssd("ssd_gone_home", "time a child went home", "times children went home", PERIODS,
          ("left_on", "back_on"))  # fmt: skip
def ssd_gone_home(data: Data, asked: Asked) -> ir.Table:
    """Periods of care that ended with the child going home, and the start of the next, if any."""
    table = care_periods(data)
    episodes = data[PERIODS]
    home = episodes.filter(episodes.clae_cla_episode_ceased_reason.isin(HOME))
    home = home.select(
        _home_child="clae_person_id", _home_on="clae_cla_episode_ceased_date"
    ).distinct()
    table = table.mutate(
        back_on=table.entered_on.lead().over(group_by="child", order_by="entered_on")
    )
    went = [table.child == home._home_child, table.left_on == home._home_on]
    table, who = person_ssd(data, table.join(home, went), asked, PERIODS, "child")
    return table.select(**who, left_on=table.left_on, back_on=table.back_on)
