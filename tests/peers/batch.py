#!/usr/bin/env python3
"""What `plenary batch` does with very many sessions: rates, kills, memory; beside pandoc, and the file system itself.

    python3 tests/peers/batch.py [--sessions N] [--kills N] [--texts N]

See README.md beside this file.
"""

import argparse
import hashlib
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
from compare import ROOT, WORK, environment, programs

HERE = WORK / "batch"
FORMATS = "markdown,akoma-ntoso,pdf"
DIALECTS = {"dig-watch": "txt", "cart": "txt", "transcript": "txt", "webvtt": "vtt", "srt": "srt"}


def sessions(number):
    """Sessions of all dialects and of sizes from a few lines to two hours, no two the same, a thousand a folder."""
    found = ((path, dialect) for dialect, extension in DIALECTS.items() for path in sorted((ROOT / "samples" / dialect).glob(f"*.{extension}")))
    texts = [(path.suffix, dialect, "".join(line for line in path.read_text(errors="ignore").splitlines(keepends=True) if not line.startswith("%~ "))) for path, dialect in found]
    pages = HERE / "pages"
    for at, (suffix, dialect, text) in zip(range(number), itertools.cycle(texts)):
        folder = pages / f"{at // 1000:03}"
        folder.mkdir(parents=True, exist_ok=True)
        if dialect == "transcript":
            text += f"\nChair: This was meeting {at}. " + "We go on with what was said before. " * (at % 97 * 20) + "\n"
        (folder / f"{at:06}-{dialect}{suffix}").write_text(text.replace("harbour", f"harbour {at}"))
    return pages


def batch(names, pages, out, *options, formats=FORMATS):
    return [names["plenary"], "batch", str(pages), "-t", formats, "-o", str(out), "--message-format", "json", *options]


def run(command, well=(0,)):
    """Seconds by the clock, of the processors, and the most memory in MiB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in well, f"{command} ended with {process.returncode}"
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def tree(folder):
    """All files but the manifest, by name, with hashes of what they hold."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".plenary-manifest"))
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def told(out):
    """What the manifest tells of each page at last."""
    lines = (json.loads(line) for line in (out / ".plenary-manifest.ndjson").open())
    return {line["input"]: line for line in lines if line["record"] == "page"}


def accounted(names, pages, number):
    out = HERE / "out"
    clock, processors, memory = run(batch(names, pages, out), well=(0, 1))
    print(f"{number} sessions to {FORMATS}: {clock:.1f} s, {number / clock:.0f} sessions/s, {processors:.1f} s of processors, {memory:.0f} MiB")
    records = told(out)
    failed = [name for name, record in records.items() if record["status"] != "converted"]
    documents = [output["path"] for record in records.values() for output in record["outputs"]]
    assert len(records) == number and len(documents) == 3 * (number - len(failed)) == len(tree(out))
    print(f"  accounted for: {number - len(failed)} converted, {len(failed)} failed, {len(documents)} documents")
    size, modified = (out / ".plenary-manifest.ndjson").stat().st_size, {path: os.stat(path).st_mtime_ns for path in documents}
    clock, processors, memory = run(batch(names, pages, out), well=(0, 1))
    assert modified == {path: os.stat(path).st_mtime_ns for path in documents}
    if not failed:
        assert size == (out / ".plenary-manifest.ndjson").stat().st_size
    print(f"  once more: nothing written, {clock:.2f} s, {memory:.0f} MiB; with --resume {run(batch(names, pages, out, '--resume'), well=(0, 1))[0]:.2f} s")
    return out


def killed(names, pages, whole, kills):
    out, expected = HERE / "killed", tree(whole)
    random.seed(7)
    for _ in range(kills):
        process = subprocess.Popen(batch(names, pages, out, "--resume"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0.05, 1.0))
        process.kill()
        process.wait()
    run(batch(names, pages, out, "--resume"), well=(0, 1))
    assert tree(out) == expected and told(out).keys() == told(whole).keys()
    print(f"killed at {kills} random moments, then resumed: the identical tree, no stray file")


def against_the_file_system(names, pages, number):
    out = HERE / "two"
    rates = {}
    for jobs in ("1", "2"):
        shutil.rmtree(out, ignore_errors=True)
        clock, _, memory = run(batch(names, pages, out, "--jobs", jobs, formats="markdown,akoma-ntoso"), well=(0, 1))
        rates[jobs] = 2 * number / clock
        print(f"markdown and akoma-ntoso with --jobs {jobs}: {rates[jobs]:.0f} files/s, {memory:.0f} MiB")
    documents = [path.read_bytes() for path in sorted(out.rglob("*")) if path.suffix in (".md", ".xml")]
    bare = HERE / "bare"
    bare.mkdir(exist_ok=True)
    began = time.perf_counter()
    for at, document in enumerate(documents):
        with open(bare / f".{at}", "wb") as file:
            file.write(document)
        os.rename(bare / f".{at}", bare / str(at))
    bare = len(documents) / (time.perf_counter() - began)
    print(f"  the same bytes, a temporary file and a rename each, on one core: {bare:.0f} files/s")
    return out, rates["2"]


def against_pandoc(names, out, rate, texts):
    minutes = sorted(out.rglob("*.md"))[:texts]
    (HERE / "html").mkdir(exist_ok=True)
    began = time.perf_counter()
    command = ["xargs", "-P2", "-I{}", "sh", "-c", '"$0" -f gfm -t html "$1" -o "$2/$(basename "$1").html"', names["pandoc"], "{}", str(HERE / "html")]
    subprocess.run(command, input="\n".join(map(str, minutes)).encode(), check=True)
    theirs = len(minutes) / (time.perf_counter() - began)
    print(f"xargs -P2 pandoc, these minutes to HTML: {theirs:.1f} files/s; plenary: {rate / theirs:.0f} times as many")


def main():
    parser = argparse.ArgumentParser(description="plenary batch with very many sessions")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many sessions (10000)")
    parser.add_argument("--kills", type=int, default=20, help="how often a run is killed (20)")
    parser.add_argument("--texts", type=int, default=200, help="how many texts pandoc converts (200)")
    args = parser.parse_args()
    environment()
    names = programs()
    shutil.rmtree(HERE, ignore_errors=True)
    pages = sessions(args.sessions)
    whole = accounted(names, pages, args.sessions)
    killed(names, pages, whole, args.kills)
    out, rate = against_the_file_system(names, pages, args.sessions)
    against_pandoc(names, out, rate, args.texts)
    shutil.rmtree(HERE)


if __name__ == "__main__":
    main()
