"""WordPress with the same stories beside ours, in turns: article, front, search, and from publication to visible.

WordPress is that of the Debian packages: php-fpm with opcache, MariaDB, nginx in front, no page cache; a throw-away
instance. CPU is user + system time of all its processes, or of ours, divided by the requests they answered: articles (200)
and front under 8 readers at once, searches (two words of one headline) one after the other, each asked once. Our articles
and front are at hand after the first request, as they are for readers. The times are those of one reader alone. Both are
warmed up.
"""
import itertools
import random
import statistics
import time

from bench import addresses, machine, wordpress
from bench.figures import Figure, spread
from bench.load import Load
from bench.parts import search
from bench.parts.visible import Probe, letters

NAME = "wordpress"
NEEDS = ["wrk", "nginx", "mariadbd", "mariadb-install-db", "php", wordpress.PHP_FPM, "wp-setup"]
PACKAGES = "the Debian packages " + wordpress.PACKAGES
READERS, ARTICLES, LEAST_ASKED, PUBLICATIONS = 8, 200, 5, 20


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    stories = addresses.stories(newsroom, ARTICLES)
    questions = list(search.questions(newsroom, random.Random(7)))
    searched = [path.partition("q=")[2] for kind, path in questions if kind == "two words"]
    peer = wordpress.WordPress(bench.folder, bench.port + 1, newsroom.data + "/rotative.db")
    try:
        machine.wait_until_settled(newsroom.pid)
        search.ask(newsroom, [each for each in questions if each[0] != "two words"][:search.WARMING])
        sides = {"ours": Ours(bench, stories, searched), "WordPress": Theirs(bench, peer, searched)}
        figures = [Figure("posts of WordPress", len(peer.slugs))]
        for kind in ("article", "front"):
            costs = {name: [] for name in sides}
            for _ in range(bench.rounds + 1):
                for name, side in sides.items():
                    costs[name].append(side.load(kind))
            figures += compared(kind, "us CPU", {name: statistics.median(values[1:]) for name, values in costs.items()})
        for side in sides.values():
            side.publications()
        alone = {(kind, name): side.alone(kind) for kind in ("article", "front", "search") for name, side in sides.items()}
        figures += compared("search", "us CPU", {name: alone["search", name][0] for name in sides})
        for kind in ("article", "front", "search"):
            figures += compared(f"{kind}, p50", "ms", {name: spread(alone[kind, name][1])[0] for name in sides})
        seen = {name: side.publications() for name, side in sides.items()}
        for place in seen["ours"]:
            figures += compared(f"publication, {place}, p50", "ms", {name: spread(seen[name][place])[0] for name in sides})
        return figures + [Figure(f"memory, {name}", side.memory(), "MiB") for name, side in sides.items()]
    finally:
        peer.stop()


def compared(kind, unit, values):
    return [*(Figure(f"{kind}, {name}", value, unit) for name, value in values.items()),
            Figure(f"{kind}, WordPress / ours", values["WordPress"] / values["ours"])]


class Side:
    """One of the two: paths by kind of page, and a probe for what was published."""

    PLACES = ("story", "front", "feed", "search")

    def __init__(self, bench, server, paths):
        self.bench, self.server, self.paths = bench, server, paths
        self.unasked = iter(paths["search"])
        self.probe = Probe(server, self.PLACES)
        self.numbers = itertools.count()
        for path in paths["article"] + paths["front"]:
            self.ask(server.connection(), path)

    def load(self, kind):
        before = self.cpu()
        load = Load(self.bench.folder, self.server.port, self.paths[kind], self.bench.seconds, ["Accept-Encoding: gzip"], READERS)
        served = load.ended().without_errors(kind)
        return (self.cpu() - before) / served.requests * 1e6

    def alone(self, kind):
        """Processor time of a request in us, and milliseconds of each, by one reader."""
        paths = self.unasked if kind == "search" else itertools.cycle(self.paths[kind])
        connection = self.server.connection()
        before, end, times = self.cpu(), time.monotonic() + self.bench.seconds, []
        while len(times) < LEAST_ASKED or time.monotonic() < end:
            path = next(paths, None)
            if not path:
                break
            times.append(self.ask(connection, path))
        connection.close()
        return (self.cpu() - before) / len(times) * 1e6, times

    @staticmethod
    def ask(connection, path):
        """Milliseconds."""
        began = time.monotonic()
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
        return (time.monotonic() - began) * 1000

    def publications(self):
        """Milliseconds from the sending of a publication to its acknowledgement, and to each place that shows it."""
        seen = {place: [] for place in ("acknowledged", *self.PLACES)}
        for _ in range(PUBLICATIONS):
            publish = self.written("mesure" + letters(next(self.numbers)))
            began = time.monotonic()
            paths, wanted = publish()
            seen["acknowledged"].append((time.monotonic() - began) * 1000)
            for place, when in self.probe.look(paths, wanted, dict.fromkeys(paths, 0)).items():
                seen[place].append((when - began) * 1000)
        return seen


class Ours(Side):
    def __init__(self, bench, stories, searched):
        super().__init__(bench, bench.newsroom, {"article": stories, "front": ["/fr/"],
                                                 "search": ["/fr/search?q=" + words for words in searched]})
        self.section = bench.newsroom.api("GET", "/editions/fr/sections")[0]["items"][0]

    def cpu(self):
        return machine.cpu_seconds(self.server.pid)

    def memory(self):
        return machine.anonymous_mib(self.server.pid)

    def written(self, word):
        story = self.server.write("fr", word, self.section["id"])

        def publish():
            code = self.server.publish(story)
            return {"story": f"/fr/{self.section['slug']}/mesure-{word}-{code}", "front": "/fr/", "feed": "/fr/rss.xml",
                    "search": "/fr/search?q=" + word}, code
        return publish


class Theirs(Side):
    def __init__(self, bench, peer, searched):
        super().__init__(bench, peer, {"article": [f"/{slug}/" for slug in peer.slugs[-ARTICLES:]], "front": ["/"],
                                       "search": ["/?s=" + words for words in searched]})

    def cpu(self):
        return self.server.cpu_seconds()

    def memory(self):
        return self.server.anonymous_mib()

    def written(self, word):
        text = f"<p>Le mot est {word}. " + "La ville a compté ses bateaux. " * 14 + "</p>"
        post = self.server.api("/posts", {"title": f"Une mesure, {word}", "slug": f"mesure-{word}", "content": text * 4,
                                          "status": "draft"})["id"]

        def publish():
            self.server.api(f"/posts/{post}", {"status": "publish"})
            return {"story": f"/mesure-{word}/", "front": "/", "feed": "/feed/", "search": "/?s=" + word}, f"mesure-{word}"
        return publish
