"""What processes cost, read from /proc: processor time, memory; and how noisy the machine is."""
import os
import re
import time

TICK = os.sysconf("SC_CLK_TCK")
COMPILERS = ("C1 CompilerThre", "C2 CompilerThre")


def family(parent):
    """The process and all that it started, and that those started."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            fields = stat(entry)
            if fields:
                children.setdefault(int(fields[1]), []).append(int(entry))
    found = [parent]
    for pid in found:
        found += children.get(pid, [])
    return found


def stat(pid):
    try:
        with open(f"/proc/{pid}/stat") as text:
            return text.read().rsplit(")", 1)[1].split()
    except OSError:
        return None


def cpu_seconds(parent):
    """User and system time of a process and its children; of those that ended too, once they were waited for."""
    total = 0
    for pid in family(parent):
        fields = stat(pid)
        if fields:
            total += sum(int(field) for field in fields[11:15])
    return total / TICK


def cpu_nanos(pid):
    """What the threads of a process spent, to the nanosecond, without those that compile Java."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/comm") as name:
                if name.read().strip() in COMPILERS:
                    continue
            with open(f"/proc/{pid}/task/{task}/schedstat") as spent:
                total += int(spent.read().split()[0])
        except OSError:
            pass
    return total


def wait_until_quiet(pid, seconds=5.0):
    """Until the process has nothing left to do for 20 ms."""
    end = time.monotonic() + seconds
    before = cpu_nanos(pid)
    while time.monotonic() < end:
        time.sleep(0.02)
        now = cpu_nanos(pid)
        if now - before < 300_000:
            return
        before = now


def wait_until_settled(pid, seconds=900):
    """Until the process did next to nothing for two seconds: indexes that were behind have caught up."""
    end = time.monotonic() + seconds
    time.sleep(2.5)  # a server that starts lets them wait
    while time.monotonic() < end:
        before = cpu_nanos(pid)
        time.sleep(2)
        if cpu_nanos(pid) - before < 20_000_000:
            return


def anonymous_mib(parent, alone=False):
    """Memory that is no file's, of a process and its children: heap, direct buffers, code, stacks, the allocator's."""
    total = 0
    for pid in [parent] if alone else family(parent):
        try:
            with open(f"/proc/{pid}/smaps_rollup") as rollup:
                total += int(re.search(r"Anonymous:\s+(\d+) kB", rollup.read()).group(1))
        except OSError:
            pass
    return total / 1024


def fixed_loop():
    """Processor time of a loop that always does the same: where it differs between rounds, so does all else."""
    began = time.process_time()
    sum(range(3_000_000))
    return time.process_time() - began
