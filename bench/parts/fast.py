"""What a story page at hand costs beside nginx with the same bytes: gzip, identity and 304, over 200 addresses.

The two take turns in every round, 64 kept connections each; CPU is user + system time of all processes of a server,
divided by the requests it answered. Medians; of the ratio too.
"""
import http.client
import statistics

from bench import addresses, machine
from bench.figures import Figure
from bench.load import Load
from bench.nginx import Nginx

NAME = "fast"
NEEDS = ["wrk", "nginx"]
GOALS = {"gzip": 1.0, "304": 1.0, "identity": 1.15}
ADDRESSES, WARMING = 200, 3


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    stories = addresses.stories(newsroom, ADDRESSES)
    nginx = Nginx(bench.folder, bench.port + 1)
    try:
        for path in stories:
            nginx.put(path, *(ask(newsroom.port, "GET", path, coding)[0] for coding in ("identity", "gzip")))
        nginx.serve()
        figures = []
        for form, goal in GOALS.items():
            figures += compared(bench, form, goal, Side(bench, newsroom, stories), Side(bench, nginx, stories))
        return figures
    finally:
        nginx.stop()


def ask(port, method, path, coding):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, headers={"Accept-Encoding": coding})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200 or answer.headers.get("Content-Encoding", "identity") != coding:
        raise SystemExit(f"{path}: {answer.status} {answer.headers}")
    return body, answer.headers["ETag"]


class Side:
    """One of the two servers."""

    def __init__(self, bench, server, stories):
        self.bench, self.server = bench, server
        self.paths = [path if server is bench.newsroom else Nginx.of(path) for path in stories]

    def load(self, form):
        coding = "identity" if form == "identity" else "gzip"
        tags = [ask(self.server.port, "HEAD", path, coding)[1] for path in self.paths] if form == "304" else None
        before = machine.cpu_seconds(self.server.pid)
        load = Load(self.bench.folder, self.server.port, self.paths, self.bench.seconds,
                    ["Accept-Encoding: " + coding], tags=tags)
        served = load.ended().without_errors(form)
        return (machine.cpu_seconds(self.server.pid) - before) / served.requests * 1e6, served


def compared(bench, form, goal, ours, theirs):
    for _ in range(WARMING):
        ours.load(form)
    theirs.load(form)
    mine, other = [], []
    for _ in range(bench.rounds):
        mine.append(ours.load(form)[0])
        other.append(theirs.load(form)[0])
    ratio = statistics.median(one / two for one, two in zip(mine, other))
    return [Figure(f"{form}, ours", statistics.median(mine), "us CPU"),
            Figure(f"{form}, nginx", statistics.median(other), "us CPU"),
            Figure(f"{form}, ours / nginx", ratio, "", goal)]
