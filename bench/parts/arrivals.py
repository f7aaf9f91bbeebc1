"""5,000 readers who arrive at once where no page is at hand yet: each page is made once, and everybody gets it.

Every round starts a server anew and opens all connections; then all ask at the same moment, first for one story, then, on
another fresh server, for one page of each kind. The clock runs from the first question sent to the last answer read, by
one process that also takes its share of the machine.
"""
import select
import socket
import statistics
import time

from bench import addresses, machine
from bench.figures import Figure

NAME = "arrivals"
NEEDS = []
READERS, LONGEST_SECONDS = 5000, 30


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    kinds = addresses.kinds(newsroom, 1)
    kinds["front"] = ["/en/"]  # the one in French is what a start is waited for with
    newsroom.stop()
    figures = []
    for name, paths in {"one story": kinds["story of today"], "all kinds": [each[0] for each in kinds.values()]}.items():
        rounds = [arrival(newsroom, paths) for _ in range(bench.rounds)]
        middle = lambda what: statistics.median(each[what] for each in rounds)
        figures += [Figure(f"{name}, renders", max(each["renders"] for each in rounds), "", len(paths)),
                    Figure(f"{name}, renders, least", min(each["renders"] for each in rounds), "", len(paths), least=True),
                    Figure(f"{name}, errors", sum(each["errors"] for each in rounds), "", 0),
                    Figure(f"{name}, first answer", middle("first") * 1000, "ms"),
                    Figure(f"{name}, all answered", middle("last") * 1000, "ms"),
                    Figure(f"{name}, slowest round", max(each["last"] for each in rounds) * 1000, "ms"),
                    Figure(f"{name}, processor time", middle("cpu") * 1000, "ms"),
                    Figure(f"{name}, memory when connected", middle("connected"), "MiB"),
                    Figure(f"{name}, memory when answered", middle("answered"), "MiB")]
    return figures


def arrival(newsroom, paths):
    newsroom.serve()
    crowd = Crowd(newsroom.port, READERS)
    try:
        connected = machine.anonymous_mib(newsroom.pid)
        before = newsroom.figure("rotative_renders_total")
        spent = machine.cpu_seconds(newsroom.pid)
        first, last, errors = crowd.ask(paths)
        return {"cpu": machine.cpu_seconds(newsroom.pid) - spent, "first": first, "last": last, "errors": errors,
                "connected": connected, "answered": machine.anonymous_mib(newsroom.pid),
                "renders": newsroom.figure("rotative_renders_total") - before}
    finally:
        crowd.leave()
        newsroom.stop()


class Crowd:
    """Readers with a connection each."""

    def __init__(self, port, many):
        self.lines = {}
        for _ in range(many):
            line = socket.create_connection(("127.0.0.1", port))
            line.setblocking(False)
            self.lines[line.fileno()] = line

    def ask(self, paths):
        """All at once, the paths in turn. Seconds to the first answer and to the last, and how many were no whole 200."""
        asked = [f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode() for path in paths]
        got = {number: b"" for number in self.lines}
        ready = select.epoll()
        began, times, errors = time.monotonic(), [], 0
        for place, (number, line) in enumerate(self.lines.items()):
            ready.register(number, select.EPOLLIN)
            line.send(asked[place % len(asked)])
        while got and time.monotonic() - began < LONGEST_SECONDS:
            for number, _ in ready.poll(1):
                part = self.received(number)
                got[number] += part
                if part and not whole(got[number]):
                    continue
                times.append(time.monotonic() - began)
                answer = got.pop(number)
                errors += not (whole(answer) and answer.startswith(b"HTTP/1.1 200 "))
                ready.unregister(number)
        ready.close()
        return times[0], times[-1], errors + len(got)

    def received(self, number):
        """What came; nothing where the other side is gone."""
        try:
            return self.lines[number].recv(1 << 18)
        except ConnectionError:
            return b""

    def leave(self):
        for line in self.lines.values():
            line.close()


def whole(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    length = head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0]
    return len(body) >= int(length) if length else False
