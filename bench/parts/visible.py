"""How soon a publication is seen, while 64 readers ask for pages as fast as they get them.

The server has published some hundred stories before, some dozen of them under that load, as one that was started this
morning.

The clock runs from the sending of the publication. As soon as it is acknowledged, every place that must show it is asked
at once, each over a connection of its own, and the time of the answer that shows it is noted. An answer that does not
show it is counted as stale: there must be none.
"""
import collections
import itertools
import selectors
import time

from bench import addresses
from bench.figures import Figure, spread
from bench.load import Load

NAME = "visible"
NEEDS = ["wrk"]
GOAL_MS = 50
READERS, HOT, WARMING, WARMING_READ = 64, 200, 300, 40
PUBLICATIONS_A_ROUND, LONGEST_SECONDS = 20, 240


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    section = newsroom.api("GET", "/editions/fr/sections")[0]["items"][0]
    concepts = [each for each in newsroom.items("/concepts") if "fr" in each["labels"]][:7]
    author = newsroom.items("/authors")[0]
    concept = f"/fr/{concepts[0]['kind']}/{concepts[0]['labels']['fr']['slug']}"
    month = addresses.months(newsroom, "fr")[0]
    fixed = {"front": "/fr/", "section": "/fr/" + section["slug"], "concept": concept,
             "author": "/fr/author/" + author["slug"], "feed": "/fr/rss.xml", "sitemap": month}
    hot = (list(fixed.values()) + addresses.stories(newsroom, HOT))[:HOT]
    probe = Probe(newsroom, ["story", *fixed, "search"])
    acknowledged, seen, stale = [], {name: [] for name in probe.places}, collections.Counter()
    numbers = itertools.count()

    def publish():
        number = next(numbers)
        word = f"mesure{letters(number)}"
        story = newsroom.write("fr", word, section["id"], [each["id"] for each in concepts], [author["id"]])
        began = time.monotonic()
        code = probe.publish(story)
        acknowledged.append((time.monotonic() - began) * 1000)
        own = f"{fixed['section']}/mesure-{word}-{code}"
        times = probe.look({"story": own, **fixed, "search": "/fr/search?q=" + word}, code, stale)
        for name, when in times.items():
            seen[name].append((when - began) * 1000)

    for _ in range(WARMING):
        publish()
    load = Load(bench.folder, newsroom.port, hot, LONGEST_SECONDS + 60, ["Accept-Encoding: gzip"], READERS)
    for _ in range(WARMING_READ):
        publish()
    acknowledged.clear()
    stale.clear()
    for values in seen.values():
        values.clear()
    began = time.monotonic()
    for _ in range(PUBLICATIONS_A_ROUND * bench.rounds):
        publish()
        if time.monotonic() - began > LONGEST_SECONDS:
            break
    took = time.monotonic() - began
    served = load.stop()
    figures = [Figure("readers", served.requests / took, "requests/s"), Figure("readers, errors", served.errors, "", 0),
               Figure("publications", len(acknowledged))]
    figures += [Figure(f"stale answers, {place}", stale[place], "", 0) for place in seen]
    for name, values in {"acknowledged": acknowledged, **seen}.items():
        middle, late = spread(values)
        figures += [Figure(f"{name}, p50", middle, "ms"),
                    Figure(f"{name}, p99", late, "ms", None if name == "acknowledged" else GOAL_MS)]
    return figures


def letters(number):
    """A word of its own for each number: analysis leaves letters alone, and no two are near each other."""
    return "".join("bcdfghjk"[int(digit)] + "aeio"[(number + place) % 4] for place, digit in enumerate(f"{number:04o}"))


class Probe:
    """Asks all places at once and notes when each shows what is looked for."""

    def __init__(self, newsroom, places):
        self.newsroom = newsroom
        self.places = {place: newsroom.connection() for place in places}
        self.desk = newsroom.connection()

    def publish(self, story):
        return self.newsroom.api("POST", f"/stories/{story}/publication", {}, connection=self.desk)[0]["code"]

    def look(self, paths, wanted, stale):
        """Pairs of a place and the time at which it showed what is wanted; counts the answers that did not."""
        times = {}
        with selectors.DefaultSelector() as ready:
            for place, path in paths.items():
                self.places[place].request("GET", path, headers={"Accept-Encoding": "identity"})
                ready.register(self.places[place].sock, selectors.EVENT_READ, place)
            while len(times) < len(paths):
                for key, _ in ready.select(10):
                    place = key.data
                    answer = self.places[place].getresponse()
                    shows = wanted.encode() in answer.read() and answer.status == 200
                    if shows:
                        times[place] = time.monotonic()
                        ready.unregister(key.fileobj)
                    else:
                        stale[place] += 1
                        self.places[place].request("GET", paths[place], headers={"Accept-Encoding": "identity"})
                        if stale[place] > 1000:
                            raise SystemExit(f"{paths[place]} does not show {wanted}: {answer.status}")
        return times
