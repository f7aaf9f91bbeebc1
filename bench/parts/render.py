"""What the first render of a page costs, kind by kind.

Each round an act makes every page doubtful; then one page of each kind is asked for and has to be made. CPU is what the
server's threads spent around the question (those that compile Java are left out), so it holds the reading of the request
and the sending too. Medians after warming up. A page that the act's own early rendering made is no first render and is
left in peace until it counts as asked for no more; kinds of which few were measured get further passes.
"""
import statistics
import time

from bench import addresses, machine
from bench.figures import Figure

NAME = "render"
NEEDS = []
GOAL_MS, GOAL_FLAT = 3.0, 1.3
WARMING_ROUNDS, OF_EACH, EARLY_SECONDS = 300, 40, 61
FEW, PASSES = 5, 2


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    kinds = with_changes(newsroom, addresses.kinds(newsroom, OF_EACH))
    kinds["search"] = ["/fr/search?q=" + word for word in addresses.words(newsroom, OF_EACH)]
    kinds["suggestions"] = ["/fr/suggest?q=" + path[-1:] for path in "abcdefilmnoprstuv"]
    with_connection = newsroom.connection()
    for number in range(WARMING_ROUNDS):
        newsroom.make_doubtful()
        for paths in kinds.values():
            ask(with_connection, paths[number % len(paths)])
    rest(with_connection)
    spent, rests = {kind: [] for kind in kinds}, {}
    for number in range(bench.rounds * 5):
        one_round(newsroom, with_connection, kinds, spent, rests, number)
    for _ in range(PASSES):
        few = {kind: paths for kind, paths in kinds.items() if len(spent[kind]) < FEW}
        if few:
            rest(with_connection)
            for number in range(max(map(len, few.values()))):
                one_round(newsroom, with_connection, few, spent, rests, number)
    with_connection.close()
    return [Figure(kind, statistics.median(values), "ms CPU", GOAL_MS) for kind, values in spent.items() if values]


def rest(connection):
    """Until no page counts as asked for; the server closes what nobody uses for so long."""
    connection.close()
    time.sleep(EARLY_SECONDS)


def one_round(newsroom, connection, kinds, spent, rests, number):
    newsroom.make_doubtful()
    for kind, paths in kinds.items():
        path = paths[number % len(paths)]
        if rests.get(path, 0) < time.monotonic():
            sample = made(newsroom, connection, path)
            spent[kind] += sample
            rests[path] = 0 if sample else time.monotonic() + EARLY_SECONDS


def with_changes(newsroom, kinds):
    """Pages that only come after a change: a comparison, a notice."""
    section = newsroom.api("GET", "/editions/fr/sections")[0]["items"][0]
    corrected, killed = (newsroom.write("fr", word, section["id"]) for word in ("corrigee", "retiree"))
    code, gone = newsroom.publish(corrected), newsroom.publish(killed)
    newsroom.api("POST", f"/stories/{corrected}/correction", {"note": "Un mot était faux."})
    newsroom.api("POST", f"/stories/{killed}/withdrawal",
                 {"kind": "kill", "reason": "mesure", "notice": "Retiré.", "titled": False})
    where = "/fr/" + section["slug"]
    kinds["comparison"] = [f"{where}/mesure-corrigee-{code}/versions/2"]
    kinds["notice of a killed story"] = [f"{where}/mesure-retiree-{gone}"]
    kinds["not found"] = ["/fr/" + section["slug"] + "/nothing-here"]
    return kinds


def ask(connection, path):
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    if answer.status not in (200, 404, 410):
        raise SystemExit(f"GET {path}: {answer.status}")


def made(newsroom, connection, path):
    """Milliseconds of processor time; nothing where the page was at hand or others were made meanwhile."""
    renders = newsroom.figure("rotative_renders_total")
    machine.wait_until_quiet(newsroom.pid)
    before = machine.cpu_nanos(newsroom.pid)
    ask(connection, path)
    after = machine.cpu_nanos(newsroom.pid)
    return [(after - before) / 1e6] if newsroom.figure("rotative_renders_total") == renders + 1 else []


def across(columns):
    """How much more the largest newsroom costs than the smallest."""
    (_, small), (_, large) = columns[0], columns[-1]
    first = {figure.name: figure.value for figure in small}
    return [Figure(figure.name, figure.value / first[figure.name], "ms CPU", GOAL_FLAT)
            for figure in large if figure.name in first]
