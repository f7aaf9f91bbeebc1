"""A newsroom of a given size, and a server on it."""
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from bench import ROOT, ROTATIVE, machine

KEPT = os.environ.get("ROTATIVE_BENCH_DATA") or os.path.join(ROOT, "target", "bench")


def rotative(*words):
    done = subprocess.run([ROTATIVE, *words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"rotative {' '.join(words)} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout.strip()


def filled(stories):
    """The kept data directory with so many made-up stories; filled when it is not there yet."""
    data = os.path.join(KEPT, f"stories-{stories}")
    done = data + ".filled"
    if not os.path.exists(done):
        os.makedirs(KEPT, exist_ok=True)
        print(f"Filling {data}", file=sys.stderr, flush=True)
        if subprocess.run([ROTATIVE, "fill", "--stories", str(stories), "--data", data]).returncode:
            sys.exit(f"{data} could not be filled; the same command goes on where it stopped.")
        open(done, "w").close()
    return data


class Newsroom:
    """One working copy of a data directory, served when asked for; nothing measured changes the kept one."""

    def __init__(self, origin, folder, port):
        self.data = os.path.join(folder, "data")
        self.log = os.path.join(folder, "server.log")
        self.port = port
        self.server = None
        self.keys = {}
        self.nobody = None
        if origin:
            subprocess.run(["cp", "-a", "--reflink=auto", origin, self.data], check=True)

    def serve(self, environment=None):
        """Starts a server. Returns the seconds to its first whole page."""
        with open(self.log, "w") as log:
            began = time.monotonic()
            self.server = subprocess.Popen(
                [ROTATIVE, "serve", "--port", str(self.port), "--data", self.data], stdout=log, stderr=log,
                env={**os.environ, **(environment or {})})
        while True:
            if self.server.poll() is not None:
                with open(self.log) as log:
                    sys.exit("The server ended: " + log.read())
            try:
                self.get("/fr/")
                return time.monotonic() - began
            except OSError:
                time.sleep(0.005)

    @property
    def pid(self):
        return self.server.pid

    def stop(self):
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(60)
            self.server = None

    def remove(self):
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def key(self, role="administrator"):
        if role not in self.keys:
            self.keys[role] = rotative("key", "create", "--role", role, "--data", self.data).splitlines()[-1]
        return self.keys[role]

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def get(self, path, headers=None, connection=None):
        """The text of a page; whatever else than 200 comes is the end."""
        asked = connection or self.connection()
        asked.request("GET", path, headers=headers or {})
        answer = asked.getresponse()
        body = answer.read()
        if connection is None:
            asked.close()
        if answer.status != 200:
            sys.exit(f"GET {path}: {answer.status} {body[:300].decode(errors='replace')}")
        return body.decode()

    def api(self, method, path, body=None, tag=None, connection=None):
        headers = {"Authorization": "Bearer " + self.key(), "Content-Type": "application/json"}
        if tag:
            headers["If-Match"] = tag
        asked = connection or self.connection()
        asked.request(method, "/api/v1" + path, None if body is None else json.dumps(body), headers)
        answer = asked.getresponse()
        text = answer.read().decode()
        if connection is None:
            asked.close()
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {text}")
        return json.loads(text or "{}"), answer.headers.get("ETag")

    def items(self, path, most=100):
        """A list of the API, page by page."""
        found, after = [], 0
        while len(found) < most:
            page, _ = self.api("GET", f"{path}{'&' if '?' in path else '?'}limit=100&after={after}")
            found += page["items"]
            after = page.get("next")
            if not after:
                break
        return found[:most]

    def figure(self, name):
        """A value of /metrics."""
        return float(re.search(rf"^{name} (\S+)$", self.get("/metrics"), re.M).group(1))

    def make_doubtful(self):
        """An act after which no page is known to be right: somebody who wrote nothing gets another name."""
        if not self.nobody:
            self.nobody = self.api("POST", "/authors", {"name": "Personne"})[0]["id"]
        author, tag = self.api("GET", f"/authors/{self.nobody}")
        name = "Personne" if author["name"] != "Personne" else "Quelqu'un"
        self.api("PUT", f"/authors/{self.nobody}", {"name": name}, tag)

    def write(self, edition, word, section, concepts=(), authors=(1,)):
        """An article of usual size, not yet public. Returns its number."""
        story, _ = self.api("POST", "/stories", {"edition": edition, "content": {
            "kind": "article", "headline": f"Une mesure, {word}", "slug": f"mesure-{word}", "section": section,
            "standfirst": "Un chapeau de deux phrases, comme chacun en a. Il dit de quoi il s'agit.",
            "concepts": list(concepts), "byline": [{"author": author} for author in authors],
            "body": [{"type": "paragraph", "text": f"Le mot est {word}. " + "La ville a compté ses bateaux. " * 14}
                     for _ in range(4)]}})
        return story["id"]

    def publish(self, story):
        """Returns the code of the story, once the act is acknowledged."""
        return self.api("POST", f"/stories/{story}/publication", {})[0]["code"]
