"""Seconds from the command to the first whole page, and memory: after the start, and under load.

Memory is anonymous memory of all processes of the server: heap, direct buffers, compiled code, stacks. The load is 64
readers over 10,200 addresses, searches and publications among them.
"""
import statistics
import time

from bench import addresses, machine
from bench.figures import Figure
from bench.load import Load

NAME = "start"
NEEDS = ["wrk"]
GOAL_SECONDS, GOAL_STARTED_MIB = 3.0, 150
LOADED_MIB = {1_000: 400, 100_000: 400, 1_000_000: 1024}
LOAD_SECONDS, PUBLICATIONS = 40, 20


def measure(bench):
    newsroom = bench.newsroom
    starts = []
    for _ in range(bench.rounds):
        starts.append(newsroom.serve())
        newsroom.stop()
    newsroom.serve()
    first = machine.anonymous_mib(newsroom.pid)
    time.sleep(8)
    started = machine.anonymous_mib(newsroom.pid)
    most = under_load(bench)
    time.sleep(15)
    after = machine.anonymous_mib(newsroom.pid)
    goal = LOADED_MIB[min(LOADED_MIB, key=lambda size: (size < bench.stories, size))]
    return [Figure("start", statistics.median(starts), "s", GOAL_SECONDS), Figure("slowest start", max(starts), "s"),
            Figure("memory at the first page", first, "MiB"),
            Figure("memory after the start", started, "MiB", GOAL_STARTED_MIB),
            Figure("memory under load, most", most, "MiB", goal), Figure("memory after the load", after, "MiB", goal)]


def under_load(bench):
    newsroom = bench.newsroom
    paths = [path for each in addresses.kinds(newsroom, 20).values() for path in each]
    paths += addresses.stories(newsroom, 10_200 - len(paths))
    paths += ["/fr/search?q=" + word for word in addresses.words(newsroom, 400)]
    load = Load(bench.folder, newsroom.port, paths, LOAD_SECONDS, ["Accept-Encoding: gzip"], 64, 200, 0.5)
    section = newsroom.api("GET", "/editions/fr/sections")[0]["items"][0]["id"]
    most = 0
    for number in range(PUBLICATIONS):
        newsroom.publish(newsroom.write("fr", f"charge-{number}", section))
        most = max(most, machine.anonymous_mib(newsroom.pid))
        time.sleep(LOAD_SECONDS / PUBLICATIONS / 2)
    while load.process.poll() is None:
        most = max(most, machine.anonymous_mib(newsroom.pid))
        time.sleep(0.5)
    load.ended().without_errors("start")
    return most
