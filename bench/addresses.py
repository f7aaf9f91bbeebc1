"""Addresses of the public site, found as a reader finds them: by following links."""
import re

STORY = re.compile(r'href="(/[a-z]{2}/(?!topic/|person/|place/|organisation/|event/|author/)[a-z-]+/[a-z0-9-]+-[2-9b-z]{5,})"')

FULL_AMONG = 300


def links(page, pattern):
    return list(dict.fromkeys(re.findall(rf'href="({pattern})"', page)))


def stories_on(page):
    return list(dict.fromkeys(STORY.findall(page)))


def months(newsroom, edition):
    """The sitemaps of the months of an edition, the newest first."""
    return re.findall(rf"<loc>[^<]*(/{edition}/sitemap-[0-9-]+\.xml)</loc>", newsroom.get("/sitemap.xml"))


def stories(newsroom, most, edition="fr"):
    """Stories of all years, spread evenly over the months."""
    listed = []
    for month in months(newsroom, edition):
        listed.append(re.findall(rf"<loc>[^<]*(/{edition}/[a-z-]+/[a-z0-9-]+)</loc>", newsroom.get(month)))
    found, place = [], 0
    while len(found) < most and any(place < len(month) for month in listed):
        found += [month[place] for month in listed if place < len(month)]
        place += 1
    return found[:most]


def fullest(newsroom, lists, of_each):
    """Those lists whose first page shows the most stories: so that archives of differing sizes are asked for like pages."""
    shown = {path: len(stories_on(newsroom.get(path))) for path in lists[:FULL_AMONG]}
    most = max(shown.values(), default=0)
    return [path for path, stories in shown.items() if stories == most][:of_each]


def kinds(newsroom, of_each):
    """For each kind of page some addresses, the first ones of which readers ask most."""
    front = newsroom.get("/fr/")
    sections = links(front, "/fr/[a-z]+")
    sections = [path for path in sections if path not in ("/fr/search", "/fr/archive", "/fr/corrections")]
    recent = stories_on(front)[:of_each]
    whole = "".join(newsroom.get(path) for path in recent)
    old = stories(newsroom, of_each + 24)[24:]
    year, month = links(newsroom.get("/fr/archive"), "/fr/archive/[0-9]+/[0-9]+")[0].split("/")[3:5]
    days = links(newsroom.get(f"/fr/archive/{year}/{month}"), "/fr/archive/[0-9]+/[0-9]+/[0-9]+")
    further = [links(newsroom.get(section), section + r"\?before=[a-z0-9]+") for section in sections]
    found = {
        "front": ["/fr/", "/en/", "/ar/"],
        "section": sections,
        "section, second page": [page[0] for page in further if page],
        "story of today": recent,
        "story of former years": old,
        "concept": fullest(newsroom, links(whole, "/fr/(?:topic|place|person|organisation|event)/[^\"]+"), of_each),
        "author": fullest(newsroom, links(whole, "/fr/author/[^\"]+"), of_each),
        "archive": ["/fr/archive"],
        "archive of a year": [f"/fr/archive/{year}"],
        "archive of a month": [f"/fr/archive/{year}/{month}"],
        "archive of a day": fullest(newsroom, days, of_each),
        "corrections": ["/fr/corrections"],
        "feed, RSS": ["/fr/rss.xml"] + [section + "/rss.xml" for section in sections],
        "feed, Atom": ["/fr/atom.xml"] + [section + "/atom.xml" for section in sections],
        "feed, JSON": ["/fr/feed.json"] + [section + "/feed.json" for section in sections],
        "sitemap index": ["/sitemap.xml"],
        "sitemap of a month": months(newsroom, "fr")[1:],
        "short link, preview": ["/" + path.rsplit("-", 1)[1] + "+" for path in recent],
    }
    return {kind: paths[:of_each] for kind, paths in found.items() if paths}


def words(newsroom, most):
    """Words of headlines of all years, each once."""
    found = {}
    for path in stories(newsroom, most * 2):
        for word in path.rsplit("/", 1)[1].split("-")[:-1]:
            if len(word) > 4 and word.isalpha():
                found[word] = None
        if len(found) >= most:
            break
    return list(found)[:most]
