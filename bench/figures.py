"""Figures, the table they are shown in, and the JSON file they are kept in."""
import dataclasses
import json
import os
import statistics

from bench import ROOT

KEPT = os.path.join(ROOT, "bench", "last.json")


@dataclasses.dataclass(frozen=True)
class Figure:
    """One number. The goal, where there is one, is the most it may be, or the least."""
    name: str
    value: float
    unit: str = ""
    goal: float | None = None
    least: bool = False

    @property
    def missed(self):
        return self.goal is not None and (self.value < self.goal if self.least else self.value > self.goal)


def spread(values):
    """Median and the value that 99 of 100 do not exceed."""
    return statistics.median(values), late(values, 0.99)


def late(values, share):
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def shown(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(part, columns):
    """Lines of text; columns: a heading and its figures each."""
    names = list(dict.fromkeys(figure.name for _, figures in columns for figure in figures))
    yield f"{part:46}" + "".join(f"{heading:>14}" for heading, _ in columns) + f"  {'goal':>8}"
    for name in names:
        row = [next((figure for figure in figures if figure.name == name), None) for _, figures in columns]
        known = [figure for figure in row if figure]
        goal = next((f"{'>=' if figure.least else '<='} {figure.goal:g}" for figure in known if figure.goal is not None), "")
        missed = "  MISSED" if any(figure.missed for figure in known) else ""
        label = f"  {name}{', ' + known[0].unit if known[0].unit else ''}"
        cells = "".join(f"{shown(figure.value) if figure else '-':>14}" for figure in row)
        yield f"{label:46}{cells}  {goal:>8}{missed}".rstrip()


def keep(part, heading, figures, machine):
    """Writes the figures of one part over those it had; other parts and sizes stay as they were."""
    kept = {}
    if os.path.exists(KEPT):
        with open(KEPT) as before:
            kept = json.load(before)
    measured = {figure.name: {key: value for key, value in dataclasses.asdict(figure).items() if key != "name"}
                for figure in figures}
    kept.setdefault(part, {})[heading] = {"figures": measured, **machine}
    aside = KEPT + ".new"
    with open(aside, "w") as out:
        json.dump(kept, out, indent=1)
    os.replace(aside, KEPT)
