"""A leader reads on their own page that the first day of their group was moved, from which day to which, by whom."""

from dataclasses import replace
from datetime import date

import pytest
from console_at_work import OWNER
from console_homes import ANNE, Homes
from test_console_mine_groups import subscribed, told

from journeys.console import beginning, cohorts
from journeys.console.beginning import Wanted
from journeys.console.who import Role, Who
from storage import cohorts as storage_cohorts
from storage import members, roles

pytestmark = pytest.mark.asyncio


async def test_the_log_tells_which_day_became_which(homes: Homes):
    await subscribed(homes)
    bot = homes.office.bot
    async with bot.store.transaction() as session:
        member = await members.by_chat(session, OWNER)
        (held,) = await roles.of(session, member.id)
    owner = Who(member.id, member.name, "nl", (Role("owner", held.organisation),))
    (group,) = await cohorts.all_of(bot, owner)
    async with bot.store.transaction() as session:
        kept = await storage_cohorts.get(session, group.id)
        await storage_cohorts.keep(session, replace(kept, starts_on=date(2026, 11, 10)))
    wanted = Wanted(date(2026, 11, 17))
    look = await beginning.preview(bot, owner, group.id, wanted)
    await beginning.move(bot, owner, group.id, wanted, look.mark)
    page = await told(await homes.of(ANNE))
    assert "Begindag verschoven: was 10 november 2026, wordt 17 november 2026" in page
    assert page.count("Marit de Graaf") >= 2
