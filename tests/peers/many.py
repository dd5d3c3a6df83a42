"""What the parts of batch.py have in common: sessions by the thousand, runs that are measured, trees that are compared."""

import hashlib
import itertools
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from compare import ROOT, WORK

HERE = WORK / "batch"
DIALECTS = {"dig-watch": "txt", "cart": "txt", "transcript": "txt", "webvtt": "vtt", "srt": "srt"}


def sessions(number):
    """Sessions of all dialects and of sizes from a few lines to two hours, no two the same, a thousand a folder."""
    found = ((path, dialect) for dialect, extension in DIALECTS.items() for path in sorted((ROOT / "samples" / dialect).glob(f"*.{extension}")))
    texts = [(path.suffix, dialect, "".join(line for line in path.read_text(errors="ignore").splitlines(keepends=True) if not line.startswith("%~ "))) for path, dialect in found]
    pages = HERE / "pages"
    for at, (suffix, dialect, text) in zip(range(number), itertools.cycle(texts)):
        if dialect == "transcript":
            text += f"\nChair: This was meeting {at}. " + "We go on with what was said before. " * (at % 97 * 20) + "\n"
        put(pages, at, f"-{dialect}{suffix}", text.replace("harbour", f"harbour {at}"))
    return pages


def short_sessions(number):
    """Sessions of two lines: what a run holds of each page is most of the memory it takes for them."""
    pages = HERE / f"short-{number}"
    for at in range(number):
        put(pages, at, ".srt", f"1\n00:00:01,000 --> 00:00:02,000\nAda: This is meeting {at}.\n\n2\n00:00:03,000 --> 00:00:04,000\nBo: So it is.\n")
    return pages


def put(pages, at, ending, text):
    folder = pages / f"{at // 1000:03}"
    if at % 1000 == 0:
        folder.mkdir(parents=True)
    (folder / f"{at:06}{ending}").write_text(text)


def batch(names, pages, out, formats, *options):
    return [names["plenary"], "batch", str(pages), "-t", formats, "-o", str(out), "--message-format", "json", *options]


def run(command, well=(0, 1)):
    """Seconds by the clock, of the processors, and the most memory in MiB. Some of the samples are no sessions, and fail."""
    began = time.perf_counter()
    # What the system tells of memory counts who started the process.
    between = [sys.executable, "-I", "-S", Path(__file__).with_name("peak.py")]
    process = subprocess.Popen([*between, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    peak, code = process.stdout.read().split()
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    assert int(code) in well, f"{command} ended with {code}"
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, int(peak) / 1024


def documents(folder):
    """All files in it but the manifest."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".plenary-manifest")]


def tree(folder):
    """These by name, with hashes of what they hold."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in documents(folder)}


def told(out):
    """What the manifest tells of each page at last."""
    lines = (json.loads(line) for line in (out / ".plenary-manifest.ndjson").open())
    return {line["input"]: line for line in lines if line["record"] == "page"}
