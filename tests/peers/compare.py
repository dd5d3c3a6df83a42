#!/usr/bin/env python3
"""plenary beside other programs that do the like: whole processes in pairs, and the ratios of what they take.

    python3 tests/peers/compare.py [SECTION...] [--runs N]

See README.md beside this file.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
from inputs import INPUTS
from sections import SECTIONS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "target/peers"
PYTHON = WORK / "python/bin/python"


def environment():
    """The peers from PyPI, in an environment of their own."""
    done = WORK / "python/requirements.txt"
    wanted = (HERE / "requirements.txt").read_text()
    if not done.exists() or done.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", WORK / "python"], check=True)
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=True)
        done.write_text(wanted)


def programs():
    """What the words in braces stand for in the commands of the sections."""
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "plenary"], cwd=ROOT, check=True)
    pandoc = "import pypandoc; print(pypandoc.get_pandoc_path())"
    pandoc = subprocess.run([PYTHON, "-c", pandoc], check=True, capture_output=True, text=True).stdout.strip()
    return {
        "plenary": str(ROOT / "target/release/plenary"),
        "python": str(PYTHON),
        "pandoc": pandoc,
        "bin": str(PYTHON.parent),
        "root": str(ROOT),
        "out": str(WORK / "out"),
    }


def taken(command):
    """Seconds by the clock, and seconds of the processors, of one whole process."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode}:\n{said.decode(errors='replace')}")
    return seconds, used.ru_utime + used.ru_stime


def peak(command):
    """The most memory it ever had, in KiB."""
    command = [sys.executable, "-I", "-S", HERE / "peak.py", *command]
    return int(subprocess.run(command, check=True, capture_output=True).stdout.split()[0])


def row(section, names, runs):
    """Each of the two in turn, so that what else the machine does meets both; the first runs count for nothing."""
    commands = [[word.format(**names) for word in command] for command in (section.ours, section.theirs)]
    memory = [peak(command) for command in commands]
    both = [], []
    for run in range(runs):
        for which in (0, 1) if run % 2 == 0 else (1, 0):
            both[which].append(taken(commands[which]))
    ours, theirs = (tuple(zip(*runs)) for runs in both)
    ratios = [their / our for our, their in zip(ours[0], theirs[0])]
    processors = statistics.mean(theirs[1]) / statistics.mean(ours[1])
    numbers = [statistics.median(ratios), min(ratios), max(ratios), processors, memory[1] / memory[0]]
    return [section.name, section.what, *(f"{number:.1f}" for number in numbers)]


def table(rows):
    head = ["section", "what they do", "time", "least", "most", "processors", "memory"]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for line in [head, ["-" * width for width in widths], *rows]:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |")


def main():
    parser = argparse.ArgumentParser(description="plenary beside other programs: ratios of what they take")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(section.name for section in SECTIONS))
    parser.add_argument("--runs", type=int, default=15, help="pairs of runs for each section (15)")
    args = parser.parse_args()
    chosen = [section for section in SECTIONS if not args.sections or section.name in args.sections]
    if not chosen or args.runs < 1:
        parser.error("no such section, or no runs")
    (WORK / "out").mkdir(parents=True, exist_ok=True)
    environment()
    names = programs()
    for name in dict.fromkeys(needed for section in chosen for needed in section.needs):
        names[name] = str(INPUTS[name](names, WORK))
    rows = [row(section, names, args.runs) for section in chosen]
    size = Path(names["page"]).stat().st_size
    print(f"{Path(names['page']).name}, {size / 1000:.0f} kB; {args.runs} pairs; what the other takes, in times of what plenary takes:\n")
    table(rows)


if __name__ == "__main__":
    main()
