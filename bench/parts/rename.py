"""What renaming a section costs, whatever stands in it: one row and one act.

All stories, of whatever edition, are put into one section of the working copy first, in its database: their texts keep the
section they had, which no rename reads. Each rename gives the section another name and another address.
"""
import statistics
import subprocess
import time

from bench import machine
from bench.figures import Figure, spread

NAME = "rename"
NEEDS = ["sqlite3"]
RENAMES_A_ROUND = 10


def measure(bench):
    newsroom = bench.newsroom
    sql(newsroom, "update story set (edition_id, section_id, desk_section_id) = "
                  "(select edition_id, id, id from section order by id limit 1)")
    number, stories = sql(newsroom, "select min(id) from section; "
                                    "select count(*) from story where section_id = (select min(id) from section)")
    newsroom.serve()
    section, tag = newsroom.api("GET", f"/sections/{number}")
    edition = next(each for each in newsroom.items("/editions")
                   if section["id"] in {one["id"] for one in newsroom.items(f"/editions/{each['code']}/sections")})["code"]
    acknowledged, processor, shown = [], [], []
    machine.wait_until_settled(newsroom.pid)
    stale = lost = 0
    before = int(sql(newsroom, "select max(seq) from publication")[0])
    connection = newsroom.connection()
    for turn in range(RENAMES_A_ROUND * bench.rounds + 5):
        former, slug = section["slug"], f"renamed-{turn}"
        machine.wait_until_quiet(newsroom.pid)
        spent, began = machine.cpu_nanos(newsroom.pid), time.monotonic()
        section, tag = newsroom.api("PUT", f"/sections/{number}", {"name": f"Renamed {turn}", "slug": slug}, tag, connection)
        acknowledged.append((time.monotonic() - began) * 1000)
        machine.wait_until_quiet(newsroom.pid)
        processor.append((machine.cpu_nanos(newsroom.pid) - spent) / 1e6)
        began = time.monotonic()
        stale += f"Renamed {turn}" not in newsroom.get(f"/{edition}/{slug}", connection=connection)
        shown.append((time.monotonic() - began) * 1000)
        lost += status(newsroom, f"/{edition}/{former}") != 301
    rows = int(sql(newsroom, "select max(seq) from publication")[0]) - before
    middle, late = spread(acknowledged[5:])
    return [Figure("stories in the section", int(stories)),
            Figure("rows of the log a rename", rows / len(acknowledged), "", 1),
            Figure("acknowledged, p50", middle, "ms"), Figure("acknowledged, p99", late, "ms"),
            Figure("processor time of a rename", statistics.median(processor[5:]), "ms"),
            Figure("first page under the new name, p50", statistics.median(shown[5:]), "ms"),
            Figure("pages with the former name", stale, "", 0),
            Figure("former addresses that did not lead on", lost, "", 0)]


def across(columns):
    """The dearest rename beside the one of the smallest newsroom."""
    first, last = ({figure.name: figure for figure in figures} for _, figures in (columns[0], columns[-1]))
    name = "processor time of a rename"
    return [Figure(name, last[name].value / first[name].value, "ms", 1.3)]


def sql(newsroom, statements):
    """The first column of what the database answers."""
    done = subprocess.run(["sqlite3", newsroom.data + "/rotative.db", statements], capture_output=True, text=True, check=True)
    return done.stdout.split()


def status(newsroom, path):
    connection = newsroom.connection()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status
