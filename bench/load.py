"""Readers, many at once: wrk."""
import os
import re
import signal
import subprocess
import sys

SPREAD = """
local requests = {}
local hot = tonumber(os.getenv("BENCH_HOT"))
local share = tonumber(os.getenv("BENCH_HOT_SHARE"))
function init()
  math.randomseed(tonumber(os.getenv("BENCH_SEED")))
  for line in io.lines(os.getenv("BENCH_PATHS")) do
    local path, tag = line:match("^(%S+) ?(.*)$")
    if tag ~= "" then wrk.headers["If-None-Match"] = tag end
    requests[#requests + 1] = wrk.format(nil, path)
  end
end
function request()
  if #requests == hot or math.random() < share then return requests[math.random(hot)] end
  return requests[hot + math.random(#requests - hot)]
end
"""


class Load:
    """wrk over many addresses: the first `hot` of them get `hot_share` of the requests. With tags, each is asked
    whether it is still the same."""

    def __init__(self, folder, port, paths, seconds, headers=(), connections=64, hot=None, hot_share=1.0, tags=None, seed=1):
        script, listed = os.path.join(folder, "spread.lua"), os.path.join(folder, f"paths-{port}-{seed}")
        with open(script, "w") as out:
            out.write(SPREAD)
        with open(listed, "w") as out:
            out.writelines(f"{path} {tag}\n" for path, tag in zip(paths, tags or [""] * len(paths)))
        environment = dict(os.environ, BENCH_PATHS=listed, BENCH_HOT=str(hot or len(paths)),
                           BENCH_HOT_SHARE=str(hot_share), BENCH_SEED=str(seed))
        words = ["nice", "-n", "10", "wrk"]  # readers do not sit on the server's own machine
        words += ["-s", script, "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency"]
        for header in headers:
            words += ["-H", header]
        self.process = subprocess.Popen(words + [f"http://127.0.0.1:{port}"], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, env=environment)

    def stop(self):
        """Ends it before its time."""
        self.process.send_signal(signal.SIGINT)
        return self.ended()

    def ended(self):
        out, err = self.process.communicate()
        whole = re.search(r"(\d+) requests in ([\d.]+)(\w+)", out)
        if not whole:
            sys.exit(f"wrk said nothing to be understood: {out} {err}")
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
        broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out)
        return Served(int(whole.group(1)), int(bad.group(1)) if bad else 0, broken.group(0) if broken else "",
                      later_than(50, out), later_than(99, out))


def later_than(percent, out):
    """The milliseconds that so many of a hundred answers did not exceed."""
    found = re.search(rf"^\s+{percent}%\s+([\d.]+)(us|ms|s|m)", out, re.M)
    return float(found.group(1)) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[found.group(2)] if found else 0.0


class Served:
    def __init__(self, requests, errors, broken, p50_ms, p99_ms):
        self.requests, self.errors, self.broken = requests, errors, broken
        self.lost = errors + sum(map(int, re.findall(r"\d+", broken)))
        self.p50_ms, self.p99_ms = p50_ms, p99_ms

    def without_errors(self, where):
        if self.errors or self.broken:
            sys.exit(f"{where}: {self.errors} answers were errors. {self.broken}")
        return self
