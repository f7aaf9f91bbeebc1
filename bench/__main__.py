"""The command line of ./rotative bench."""
import argparse
import importlib
import os
import platform
import shutil
import sys
import tempfile
import time

from bench import ROOT, figures, machine, newsroom

PARTS = ["fast", "curve", "arrivals", "start", "render", "visible", "rename", "search", "desk", "wordpress", "pictures",
         "lighthouse"]


class Bench:
    """What a part works with."""

    def __init__(self, options, stories, folder):
        self.stories, self.folder = stories, folder
        self.rounds, self.seconds, self.port = options.rounds, options.seconds, options.port
        origin = options.data or newsroom.filled(stories)
        self.newsroom = newsroom.Newsroom(origin, folder, options.port)


def main():
    parts = {name: importlib.import_module("bench.parts." + name) for name in PARTS}
    options = read(parts)
    chosen = []
    for name in options.part or PARTS:
        missing = [tool for tool in parts[name].NEEDS if not shutil.which(tool)]
        if missing and options.part:
            packages = getattr(parts[name], "PACKAGES", "it with the system's packages")
            sys.exit(f"{name} needs {' and '.join(missing)}: install {packages}.")
        if missing:
            print(f"Leaving out {name}: it needs {' and '.join(missing)}.", file=sys.stderr)
        else:
            chosen.append(name)
    columns = {name: [] for name in chosen}
    for stories in options.stories:
        at_size(parts, chosen, options, stories, columns)
    missed = 0
    for name in chosen:
        shown = columns[name]
        if len(shown) > 1 and hasattr(parts[name], "across"):
            shown = shown + [("last / first", parts[name].across(shown))]
        print("\n".join(figures.table(name, shown)), end="\n\n")
        missed += sum(figure.missed for _, column in shown for figure in column)
    print(f"{missed} goals missed. Kept in {os.path.relpath(figures.KEPT)}.")


def at_size(parts, chosen, options, stories, columns):
    folder = tempfile.mkdtemp(prefix="rotative-bench-")
    os.chmod(folder, 0o755)  # the workers of nginx are somebody else
    bench = Bench(options, stories, folder)
    try:
        for name in chosen:
            print(f"Measuring {name} at {stories:,} stories", file=sys.stderr, flush=True)
            loops = [machine.fixed_loop() for _ in range(3)]
            try:
                measured = parts[name].measure(bench)
            finally:
                bench.newsroom.stop()
            loops += [machine.fixed_loop() for _ in range(3)]
            columns[name].append((f"{stories:,}", measured))
            figures.keep(name, str(stories), measured, {
                "when": time.strftime("%Y-%m-%d %H:%M"), "processors": os.cpu_count(), "machine": platform.machine(),
                "noise": round(max(loops) / min(loops), 2)})
            print("\n".join(figures.table(name, columns[name][-1:])), file=sys.stderr, flush=True)
    finally:
        bench.newsroom.remove()
        shutil.rmtree(folder, ignore_errors=True)


def read(parts):
    purposes = "\n".join(f"  {name:10} {part.__doc__.strip().splitlines()[0]}" for name, part in parts.items())
    reader = argparse.ArgumentParser(
        prog="./rotative bench", formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="./rotative bench [PART...] [--stories N[,N...]] [OPTIONS]",
        description="Measure what the documentation claims: all parts, or those that are named. Loads this machine only.",
        epilog=f"""parts:
{purposes}

A newsroom of each size is filled once and kept in {os.path.relpath(newsroom.KEPT, ROOT)} (ROTATIVE_BENCH_DATA names another folder); parts work on a
copy. Prints a table and writes bench/last.json, where each part's last figures stay until it is measured again.
Processor times of a noisy machine are good for ratios within one run only.""")
    reader.add_argument("part", nargs="*", help=argparse.SUPPRESS)
    reader.add_argument("--stories", type=sizes, default=[1000], metavar="N", help="sizes, such as 1000,100000 (default: 1000)")
    reader.add_argument("--data", metavar="DIR", help="a directory made by ./rotative fill, for one size")
    reader.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds of each comparison (default: 5)")
    reader.add_argument("--seconds", type=int, default=3, metavar="N", help="length of a round under load (default: 3)")
    reader.add_argument("--port", type=int, default=18080, metavar="N", help="this port and the one after it (default: 18080)")
    options = reader.parse_args()
    unknown = [name for name in options.part if name not in parts]
    if unknown:
        reader.error(f"there is no part {unknown[0]}. There are: {', '.join(parts)}.")
    if options.data and len(options.stories) > 1:
        reader.error("--data goes with one size.")
    return options


def sizes(text):
    try:
        return sorted({int(word.replace("_", "")) for word in text.split(",")})
    except ValueError:
        raise argparse.ArgumentTypeError("sizes are numbers, such as 1000,100000") from None


if __name__ == "__main__":
    main()
