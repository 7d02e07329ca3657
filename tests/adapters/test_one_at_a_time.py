import asyncio

from tutor.adapters.llm.one_at_a_time import OneAtATime


class Watched:
    """A ChatModel that answers only when released, and notes how many answers are under way."""

    def __init__(self):
        self.released = asyncio.Event()
        self.begun = asyncio.Event()
        self.under_way = 0
        self.most = 0

    async def stream(self, messages, *, max_tokens, temperature, schema=None):
        self.under_way += 1
        self.begun.set()
        self.most = max(self.most, self.under_way)
        try:
            await self.released.wait()
            yield messages
        finally:
            self.under_way -= 1


async def answers(chat, question):
    return [piece async for piece in chat.stream(question, max_tokens=1, temperature=0.0)]


async def test_two_jobs_of_one_lane_are_never_under_way_together():
    watched, lane = Watched(), asyncio.Lock()
    first, second = OneAtATime(watched, lane), OneAtATime(watched, lane)
    both = asyncio.gather(answers(first, "a"), answers(second, "b"))
    watched.released.set()
    assert list(await both) == [["a"], ["b"]]
    assert watched.most == 1


async def test_an_answer_that_is_given_up_leaves_the_lane_free():
    watched, lane = Watched(), asyncio.Lock()
    given_up = asyncio.create_task(answers(OneAtATime(watched, lane), "a"))
    await watched.begun.wait()
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    watched.released.set()
    assert await answers(OneAtATime(watched, lane), "b") == ["b"]
