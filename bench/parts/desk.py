"""How long the newsroom's screens take that list everything: board, list, search over all stories, library, concepts and authors.

Each kind is asked for with differing filters, words and pages, by one administrator, one after another. Beside what the newsroom
has, some hundred drafts stand on the desk.
"""
import random
import re
import sys
import time

from bench import addresses
from bench.figures import Figure, late
from bench.staff import Member

NAME = "desk"
NEEDS = []
GOAL_MS = 50
DRAFTS, WARMING, ASKED, PAGES = 300, 150, 240, 8


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    section = newsroom.items("/editions/fr/sections")[0]["id"]
    for number in range(DRAFTS):
        newsroom.write("fr", f"ardoise-{number}", section)
    member = Member(newsroom)
    wait_for_index(member)
    chance = random.Random(7)
    words = [word for path in addresses.stories(newsroom, 2000)
             for word in path.rsplit("/", 1)[1].split("-")[:-1] if len(word) > 3 and word.isalpha()]
    sections = [each["id"] for edition in newsroom.items("/editions")
                for each in newsroom.items(f"/editions/{edition['code']}/sections")]
    for _ in range(WARMING):
        for make in KINDS.values():
            member.get(make(chance, words, sections))
    figures = []
    for kind, make in KINDS.items():
        taken = []
        for _ in range(ASKED):
            path = make(chance, words, sections)
            began = time.monotonic()
            member.get(path)
            taken.append((time.monotonic() - began) * 1000)
        figures += spread(kind, taken)
    for kind, path in LISTS.items():
        figures += spread(f"{kind}, by pages", leaf_through(member, path))
    return figures


def spread(kind, taken):
    return [Figure(f"{kind}, p50", late(taken, 0.5), "ms"), Figure(f"{kind}, p95", late(taken, 0.95), "ms", GOAL_MS)]


def wait_for_index(member):
    """Until the newsroom's search knows the last draft."""
    for _ in range(1200):
        if f"ardoise-{DRAFTS - 1}" in member.get(f"/newsroom/search?q=ardoise-{DRAFTS - 1}").split("<main", 1)[1]:
            return
        time.sleep(0.5)
    sys.exit("The newsroom's search does not find the last draft after ten minutes.")


def leaf_through(member, path):
    """The milliseconds of the first pages of a list, many times; each page leads to the next."""
    taken = []
    while len(taken) < ASKED:
        page = path
        for _ in range(PAGES):
            began = time.monotonic()
            text = member.get(page)
            taken.append((time.monotonic() - began) * 1000)
            onward = re.search(r'<a[^>]*href="([^"]+)"[^>]*rel="next"|<a[^>]*rel="next"[^>]*href="([^"]+)"', text)
            if not onward:
                break
            page = (onward.group(1) or onward.group(2)).replace("&amp;", "&")
    return taken[PAGES:]


def pair(chance, words):
    return chance.choice(words) + "+" + chance.choice(words)


KINDS = {
    "board": lambda chance, words, sections: "/newsroom/desk",
    "board of a section": lambda chance, words, sections: f"/newsroom/desk?section={chance.choice(sections)}",
    "list by words": lambda chance, words, sections: "/newsroom/desk?view=list&words=" + chance.choice(words),
    "search, a word": lambda chance, words, sections: "/newsroom/search?q=" + chance.choice(words),
    "search, two words": lambda chance, words, sections: "/newsroom/search?q=" + pair(chance, words),
    "search, beginning of a word": lambda chance, words, sections: "/newsroom/search?q=" + chance.choice(words)[:3],
    "search in a section": lambda chance, words, sections:
        f"/newsroom/search?q={chance.choice(words)}&section={chance.choice(sections)}",
    "search, drafts": lambda chance, words, sections: f"/newsroom/search?q={chance.choice(words)}&state=draft",
    "library by words": lambda chance, words, sections: "/newsroom/pictures?words=" + chance.choice(words),
}
LISTS = {
    "list of all": "/newsroom/desk?view=list",
    "list of the public": "/newsroom/desk?view=list&state=published",
    "search of all": "/newsroom/search?state=published",
    "library": "/newsroom/pictures",
    "concepts": "/newsroom/manage/concepts",
    "authors": "/newsroom/manage/authors",
}
