import random

import pytest

from bot.api import Done, Failed
from bot.backoff import Backoff
from bot.bell import Stop
from bot.polling import Poller, is_sound
from bot.wire import NotSent
from storage.faults import StorageUnavailable


class Script:
    """A Bot API that answers from a list, remembers the calls, and stops the program when the list is over."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = []
        self.stop = Stop()
        self.waits = []
        self.stop.wait = self._no_wait

    async def _no_wait(self, seconds=None):
        self.waits.append(seconds)

    async def call(self, method, params, *, read_seconds=20.0):
        self.calls.append((method, dict(params)))
        answer = self.answers.pop(0)
        if not self.answers:
            self.stop.ask()
        return answer


class Inbox:
    def __init__(self, *faults):
        self.kept = []
        self.faults = list(faults)

    async def take(self, updates):
        if self.faults and (fault := self.faults.pop(0)):
            raise fault
        self.kept += [update["update_id"] for update in updates]


async def run(script, inbox):
    await Poller(script, inbox.take, script.stop, Backoff(chance=random.Random(1))).run()


def offsets(script):
    return [params.get("offset") for method, params in script.calls if method == "getUpdates"]


def batch(*numbers):
    return Done([{"update_id": number} for number in numbers])


END = Done([])


@pytest.mark.asyncio
async def test_a_webhook_of_earlier_days_is_taken_away_without_dropping_what_waits():
    script = Script(Done(True), END)
    await run(script, Inbox())
    assert script.calls[0] == ("deleteWebhook", {"drop_pending_updates": False})


@pytest.mark.asyncio
async def test_updates_are_confirmed_only_after_they_were_kept():
    script, inbox = Script(Done(True), batch(10, 11), batch(12), END, END), Inbox()
    await run(script, inbox)
    assert inbox.kept == [10, 11, 12]
    assert offsets(script) == [None, 12, 13, None]


@pytest.mark.asyncio
async def test_what_could_not_be_kept_is_not_confirmed_and_comes_again():
    script = Script(Done(True), batch(10), batch(10), END)
    inbox = Inbox(StorageUnavailable("gone"))
    await run(script, inbox)
    assert inbox.kept == [10]
    assert offsets(script) == [None, None, 11]


@pytest.mark.asyncio
async def test_a_confirmation_that_did_not_arrive_is_repeated():
    script = Script(Done(True), batch(10), NotSent("x"), END)
    await run(script, Inbox())
    assert offsets(script) == [None, 11, 11]


@pytest.mark.asyncio
async def test_updates_without_a_usable_number_do_not_stop_the_rest():
    script, inbox = Script(Done(True), Done([{"message": {}}, {"update_id": 5}, {"update_id": "6"}, 7]), END), Inbox()
    await run(script, inbox)
    assert inbox.kept == [5]
    assert offsets(script) == [None, 6]


@pytest.mark.asyncio
async def test_an_answer_of_another_shape_is_waited_out():
    script = Script(Done(True), Done(None), END)
    await run(script, Inbox())
    assert len(script.waits) == 1


@pytest.mark.asyncio
async def test_while_telegram_is_away_the_waits_grow():
    script = Script(Done(True), *[NotSent("x")] * 6, END)
    await run(script, Inbox())
    assert script.waits == sorted(script.waits)
    assert script.waits[-1] >= 16


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Conflict: terminated by other getUpdates request; make sure …", "another program"),
        ("Conflict: can't use getUpdates method while webhook is active; …", "webhook elsewhere"),
    ],
)
async def test_a_rival_is_named_and_given_room(words, said, caplog, log_lines):
    script = Script(Done(True), Failed(409, words), END)
    await run(script, Inbox())
    assert script.waits[0] >= 5
    assert said in log_lines()[0]["why"]


@pytest.mark.asyncio
async def test_telegrams_own_wait_is_kept():
    script = Script(Done(True), Failed(429, "", 33.0), END)
    await run(script, Inbox())
    assert script.waits == [33.0]


@pytest.mark.asyncio
async def test_without_the_webhook_gone_nothing_is_fetched():
    script = Script(NotSent("x"), Done(True), END)
    await run(script, Inbox())
    assert [method for method, _ in script.calls] == ["deleteWebhook", "deleteWebhook", "getUpdates"]


@pytest.mark.parametrize("update", [{}, [], None, 5, {"update_id": True}, {"update_id": -1}, {"update_id": 2**62}])
def test_unsound_updates_are_told_apart(update):
    assert not is_sound(update)
