"""What reading costs while the newsroom works: 200 hot and 10,000 cold story pages, at 0, 0.1 and 1 act/s, during an import.

64 readers ask for one of the two lists, by chance, as fast as they get answers, gzip. CPU is user + system time of all
processes of a server, divided by the requests it answered, so it holds the work of the acts and of the import too. An act
is the publication of a story; the import is `./rotative import --publish` beside the running server, and the readers stay
until it ends. nginx has a file for each address (of the cold ones, the bytes of the first 1,000) and takes turns with the
quiet newsroom. The cold list is larger than the page cache; a small newsroom has fewer stories than that.
"""
import itertools
import os
import statistics
import subprocess
import time

from bench import ROTATIVE, addresses, machine
from bench.figures import Figure
from bench.load import Load
from bench.nginx import Nginx

NAME = "curve"
NEEDS = ["wrk", "nginx"]
HOT, COLD, COPIED, READERS = 200, 10_000, 1000, 64
EDITIONS = ("fr", "en", "ar")
RATES, ACTS_SECONDS, LONGEST_SECONDS = (0.1, 1), 5, 300
CAPTURES = 500
GOALS = {"hot": 1.0}


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    machine.wait_until_settled(newsroom.pid)
    lists = pages(newsroom)
    desk = Desk(newsroom)
    nginx = Nginx(bench.folder, bench.port + 1)
    try:
        for paths in lists.values():
            copy(paths, newsroom, nginx)
        nginx.serve()
        figures = []
        for name, paths in lists.items():
            figures += [Figure(f"{name}, addresses", len(paths)), *at_rest(bench, name, paths, nginx)]
        for name, paths in lists.items():
            for rate in RATES:
                reading = Reading(bench, newsroom, paths, lambda every=1 / rate: desk.work(every))
                figures += reading.figures(f"{name}, {rate:g} act/s")
            captures, began = Captures(bench.folder, name), time.monotonic()
            figures += Reading(bench, newsroom, paths, lambda: captures.come(newsroom)).figures(f"{name}, import")
            figures += [Figure(f"{name}, import, captures", CAPTURES / (time.monotonic() - began), "/s")]
        return figures
    finally:
        nginx.stop()


def pages(newsroom):
    """Stories of all editions, the newest first; the hot ones are not among the cold."""
    share = (HOT + COLD) // len(EDITIONS) + 1
    turns = itertools.zip_longest(*(addresses.stories(newsroom, share, edition) for edition in EDITIONS))
    found = [path for turn in turns for path in turn if path]
    return {"hot": found[:HOT], "cold": found[HOT:HOT + COLD]}


def copy(paths, newsroom, nginx):
    """Compressed only: nobody asks for more."""
    connection, packed = newsroom.connection(), []
    for path in paths[:COPIED]:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        packed.append(connection.getresponse().read())
    connection.close()
    for place, path in enumerate(paths):
        nginx.put(path, b"", packed[place % len(packed)])


def at_rest(bench, name, paths, nginx):
    theirs = [Nginx.of(path) for path in paths]
    Reading(bench, bench.newsroom, paths)
    Reading(bench, nginx, theirs)
    mine, other = [], []
    for _ in range(bench.rounds):
        mine.append(Reading(bench, bench.newsroom, paths))
        other.append(Reading(bench, nginx, theirs))
    ratio = statistics.median(one.cost / two.cost for one, two in zip(mine, other))
    return [*middle(mine).figures(f"{name}, 0 act/s"), *middle(other).figures(f"{name}, nginx"),
            Figure(f"{name}, 0 act/s / nginx", ratio, "", GOALS.get(name))]


def middle(readings):
    return sorted(readings, key=lambda each: each.cost)[len(readings) // 2]


class Reading:
    """One time of reading: as long as the work beside it takes, else as long as a round is."""

    def __init__(self, bench, server, paths, work=None):
        before, began = machine.cpu_seconds(server.pid), time.monotonic()
        load = Load(bench.folder, server.port, paths, LONGEST_SECONDS if work else bench.seconds,
                    ["Accept-Encoding: gzip"], READERS)
        if work:
            work()
        self.served = load.stop() if work else load.ended()
        self.cost = (machine.cpu_seconds(server.pid) - before) / self.served.requests * 1e6
        self.rate = self.served.requests / (time.monotonic() - began)

    def figures(self, name):
        return [Figure(name, self.cost, "us CPU"), Figure(f"{name}, requests", self.rate, "/s"),
                Figure(f"{name}, p50", self.served.p50_ms, "ms"), Figure(f"{name}, p99", self.served.p99_ms, "ms"),
                Figure(f"{name}, errors", self.served.lost, "", 0)]


class Desk:
    """Publishes stories that lie ready: only the publication is in what is measured."""

    def __init__(self, newsroom):
        self.newsroom = newsroom
        section = newsroom.api("GET", "/editions/fr/sections")[0]["items"][0]["id"]
        many = 2 * sum(max(1, round(rate * ACTS_SECONDS)) for rate in RATES)  # for both lists
        self.ready = [newsroom.write("fr", f"courbe-{number}", section) for number in range(many)]

    def work(self, every):
        """One act in the middle of each so many seconds."""
        began, acts = time.monotonic(), max(1, round(ACTS_SECONDS / every))
        for number in range(acts):
            time.sleep(max(0, began + (number + 0.5) * every - time.monotonic()))
            self.newsroom.publish(self.ready.pop())
        time.sleep(max(0, began + acts * every - time.monotonic()))


class Captures:
    """Captured pages in plain text, each another story."""

    def __init__(self, folder, name):
        self.folder = os.path.join(folder, "captures-" + name)
        os.makedirs(self.folder)
        for number in range(CAPTURES):
            with open(os.path.join(self.folder, f"{number}.txt"), "w") as out:
                out.write(CAPTURE.format(number=number, name=name))

    def come(self, newsroom):
        subprocess.run([ROTATIVE, "import", self.folder, "--edition", "fr", "--publish", "--data", newsroom.data],
                       check=True, stdout=subprocess.DEVNULL)


CAPTURE = """Le vieux quai. Photo d'archives

Anne Kervella : « Le quai {number} {name} restera ouvert »

© Photos du Port / Archives
Économie

La société du port a trouvé l'argent du quai {number}, dit sa directrice. Les travaux commencent en mars.

Le quai sera fermé deux semaines seulement, a dit la directrice devant une salle comble. La ville a compté ses bateaux.

La mairie prend la moitié des frais, la région le reste. Les pêcheurs de la rade gardent leurs places.
Étiquettes :
ports, Anne Kervella, Islande
"""
