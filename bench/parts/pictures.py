"""2,000 hostile and broken pictures sent to a running server: no crash, no answer from 500 on, nothing that grows.

Four are sent at once, as one member of the staff may. After a tenth of them, at the end, and a minute later it looks at the
server and its children. ROTATIVE_BENCH_PICTURES is another number of pictures; their order is always the same.
"""
import concurrent.futures
import json
import os
import random
import sys
import threading
import time

from bench import hostile, machine
from bench.figures import Figure
from bench.newsroom import Newsroom

NAME = "pictures"
NEEDS = []
MANY = int(os.environ.get("ROTATIVE_BENCH_PICTURES", "2000"))
AT_ONCE = 4
IDLE_SECONDS = 70  # an idle child is ended after a minute
LINES = threading.local()


def measure(bench):
    folder = os.path.join(bench.folder, "sample")
    os.makedirs(folder)
    newsroom = Newsroom(None, folder, bench.port)
    newsroom.serve()
    try:
        return sent(newsroom)
    finally:
        newsroom.remove()


def sent(newsroom):
    key = newsroom.key("reporter")
    chance = random.Random(1)
    files = [hostile.file(chance) for _ in range(MANY)]
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as senders:
        send = lambda file: upload(newsroom, key, file)
        answers = list(senders.map(send, files[:MANY // 10]))
        first = look(newsroom)
        answers += senders.map(send, files[MANY // 10:])
        end = look(newsroom)
    took = time.monotonic() - began
    good = upload(newsroom, key, hostile.GOOD[2] + b"never seen before")[0]
    time.sleep(IDLE_SECONDS)
    rest = look(newsroom)
    wordless = sum(1 for status, body in answers if status >= 300 and not json.loads(body).get("detail"))
    with open(newsroom.log) as log:
        errors = [line for line in log if " ERROR " in line]
    for line in errors:
        print(line, file=sys.stderr, end="")
    counted = [Figure(f"answered {status}", sum(1 for each, _ in answers if each == status))
               for status in sorted({status for status, _ in answers})]
    return [Figure("pictures a second", MANY / took), *counted,
            Figure("answers from 500 on", sum(1 for status, _ in answers if status >= 500), "", 0),
            Figure("refusals without a sentence", wordless, "", 0), Figure("errors in the log", len(errors), "", 0),
            Figure("a good one afterwards", good, "", 201),
            Figure("memory of the server, after a tenth", first["memory"], "MiB"),
            Figure("memory of the server, at the end", end["memory"], "MiB", first["memory"] + 64),
            Figure("open files, after a tenth", first["files"]), Figure("open files, at the end", end["files"], "", first["files"] + 8),
            Figure("threads, after a tenth", first["threads"]), Figure("threads, at the end", end["threads"], "", first["threads"] + 8),
            Figure("children, at the end", end["children"], "", 1), Figure("children, a minute later", rest["children"], "", 0),
            Figure("files in quarantine", end["quarantine"], "", 0)]


def upload(newsroom, key, file):
    """Status and body of the answer, by this thread's own connection."""
    if not hasattr(LINES, "line"):
        LINES.line = newsroom.connection()
    LINES.line.request("POST", "/api/v1/pictures", file,
                       {"Authorization": "Bearer " + key, "Content-Type": "application/octet-stream"})
    answer = LINES.line.getresponse()
    return answer.status, answer.read()


def look(newsroom):
    """What the server takes now; its children come and go, so their memory is not counted."""
    time.sleep(2)
    process = f"/proc/{newsroom.pid}"
    waiting = os.walk(os.path.join(newsroom.data, "quarantine"))
    return {"memory": machine.anonymous_mib(newsroom.pid, alone=True), "files": len(os.listdir(process + "/fd")),
            "threads": len(os.listdir(process + "/task")), "children": len(machine.family(newsroom.pid)) - 1,
            "quarantine": sum(len(files) for _, _, files in waiting)}
