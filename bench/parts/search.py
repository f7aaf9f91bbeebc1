"""How long a search takes: words, two words of one headline, phrases, typing errors, narrowed, by date.

Every question is asked once, so none is answered from the page cache. First one reader after another, then four at once.
"""
import random
import threading
import time

from bench import addresses
from bench.figures import Figure, spread

NAME = "search"
NEEDS = []
GOAL_MS = 30
QUESTIONS, WARMING, AT_ONCE = 1200, 600, 4


def measure(bench):
    newsroom = bench.newsroom
    newsroom.serve()
    chance = random.Random(7)
    asked = list(questions(newsroom, chance))
    chance.shuffle(asked)
    half = (len(asked) - WARMING) // 2
    ask(newsroom, asked[:WARMING])
    alone = ask(newsroom, asked[WARMING:WARMING + half])
    together = []
    shares = [asked[WARMING + half:][place::AT_ONCE] for place in range(AT_ONCE)]
    readers = [threading.Thread(target=lambda mine=share: together.extend(ask(newsroom, mine))) for share in shares]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    figures = []
    for name, taken in {"one reader": alone, "four readers": together}.items():
        middle, late = spread([milliseconds for _, milliseconds in taken])
        figures += [Figure(f"{name}, p50", middle, "ms"), Figure(f"{name}, p99", late, "ms", GOAL_MS)]
    for kind in dict.fromkeys(kind for kind, _ in alone):
        middle, late = spread([milliseconds for each, milliseconds in alone if each == kind])
        figures += [Figure(f"{kind}, p99", late, "ms", GOAL_MS)]
    return figures


def questions(newsroom, chance):
    """Pairs of a kind and a path."""
    titles = [path.rsplit("/", 1)[1].split("-")[:-1] for path in addresses.stories(newsroom, 3000)]
    titles = [[word for word in title if len(word) > 3 and word.isalpha()] for title in titles]
    titles = [title for title in titles if len(title) > 2]
    used = set()
    each = (QUESTIONS + WARMING) // 6
    for kind, make in KINDS.items():
        tries, made = 0, 0
        while made < each and tries < each * 20:
            tries += 1
            path = "/fr/search?q=" + make(chance.choice(titles), chance)
            if path not in used:
                used.add(path)
                made += 1
                yield kind, path


def misspelt(word, chance):
    place = chance.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2:] if place + 1 < len(word) else word


def pair(title, chance):
    return "+".join(chance.sample(title, 2))


KINDS = {
    "a word": lambda title, chance: chance.choice(title) + "+" + chance.choice("abcdefghilmnoprstuv"),
    "two words": pair,
    "a phrase": lambda title, chance: "%22" + "+".join(title[:2]) + "%22+" + title[-1],
    "a typing error": lambda title, chance: misspelt(chance.choice(title), chance) + "+" + chance.choice(title),
    "narrowed": lambda title, chance: pair(title, chance) + f"&section={chance.randrange(1, 6)}",
    "by date": lambda title, chance: pair(title, chance) + "&order=date",
}


def ask(newsroom, asked):
    connection = newsroom.connection()
    taken = []
    for kind, path in asked:
        began = time.monotonic()
        newsroom.get(path, connection=connection)
        taken.append((kind, (time.monotonic() - began) * 1000))
    connection.close()
    return taken
