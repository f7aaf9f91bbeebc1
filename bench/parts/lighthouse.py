"""Lighthouse (mobile, slow phone and network simulated) for a story, a front and a section in three languages.

Asks the sample newspaper, whatever the size. The median of the rounds counts, three at most. Needs Chromium
(CHROME_PATH, else the system's); Lighthouse itself is fetched by npm into bench/web.
"""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys

from bench import ROOT
from bench.figures import Figure
from bench.newsroom import Newsroom

NAME = "lighthouse"
NEEDS = ["npm"]
WEB = os.path.join(ROOT, "bench", "web")
ATTEMPTS = 3
LEAST = {"story": 100, "front": 99, "section": 99}
BROWSER = ("--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
           "--disable-component-update --disable-sync")


def measure(bench):
    if not os.path.isdir(os.path.join(WEB, "node_modules", "lighthouse")):
        subprocess.run(["npm", "install", "--prefix", WEB, "--silent"], check=True)
    folder = os.path.join(bench.folder, "sample")
    os.makedirs(folder)
    sample = Newsroom(None, folder, bench.port)
    sample.serve()
    figures = []
    try:
        for kind, path in pages(sample):
            address = f"http://localhost:{bench.port}{path}"
            reports = [ask(address, folder) for _ in range(min(3, bench.rounds))]
            for name in reports[0]["categories"]:
                score = round(100 * statistics.median(each["categories"][name]["score"] for each in reports))
                figures.append(Figure(f"{path.split('/')[1]} {kind}, {name}", score, "", LEAST[kind], least=True))
            for line in sorted(set(wanting(reports[-1]))):
                print(f"{path}: {line}", file=sys.stderr)
    finally:
        sample.remove()
    return figures


def pages(sample):
    for edition in ("fr", "en", "ar"):
        front = sample.get(f"/{edition}/")
        story = re.search(rf'href="(/{edition}/[^/"]+/[^"]+-[a-z0-9]{{5,}})"', front).group(1)
        yield "front", f"/{edition}/"
        yield "section", story.rsplit("/", 1)[0]
        yield "story", story


def ask(address, folder):
    """A report; a browser that gives up on a busy machine is asked again."""
    report = os.path.join(folder, "report.json")
    browser = os.environ.get("CHROME_PATH") or shutil.which("chromium") or "chromium"
    for _ in range(ATTEMPTS):
        done = subprocess.run(
            ["npx", "--prefix", WEB, "lighthouse", address, "--quiet", f"--chrome-flags={BROWSER}", "--output=json",
             f"--output-path={report}"],
            capture_output=True, text=True, cwd=WEB, env={**os.environ, "CHROME_PATH": browser})
        if done.returncode == 0:
            with open(report) as written:
                return json.load(written)
    sys.exit(f"Lighthouse could not measure {address}: {done.stderr.strip()[-500:]}")


def wanting(report):
    for name, category in report["categories"].items():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()
