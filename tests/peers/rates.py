"""How fast `plenary batch` is: beside the file system itself with the same bytes, with one thread and two, beside pandoc."""

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from many import HERE, batch, documents, run, sessions

FORMATS = "markdown,akoma-ntoso"
JOBS = (1, 2)


def rates(names, args):
    pages = sessions(args.rates)
    measured(names, pages, HERE / "disk", "the disk", args.runs)
    memory = Path("/dev/shm")
    if memory.is_dir():
        with tempfile.TemporaryDirectory(dir=memory, prefix="plenary-") as folder:
            measured(names, pages, Path(folder) / "memory", "memory (tmpfs)", args.runs)
    against_pandoc(names, pages, args.texts)


def measured(names, pages, where, what, runs):
    """Files a second in turn: plenary and the bare writes, with one thread and with two, so that what else the machine does
    meets them all. The first turn counts for nothing.

    Each has a folder of its own, and all are removed at the end: ext4 looks for each new file past all that were removed
    within some seconds, and takes ten times as long.
    """
    where.mkdir()
    out = where / "first"
    run(batch(names, pages, out, FORMATS))
    made = [(path.relative_to(out), path.read_bytes()) for path in documents(out)]
    rounds = []
    for turn in range(runs + 1):
        found = {}
        for jobs in JOBS if turn % 2 else reversed(JOBS):
            os.sync()
            plenary, bare = where / f"plenary-{turn}-{jobs}", where / f"bare-{turn}-{jobs}"
            found["plenary", jobs] = len(made) / seconds(batch(names, pages, plenary, FORMATS, "--jobs", str(jobs)))
            os.sync()
            found["bare", jobs] = len(made) / written(bare, made, jobs)
        rounds.append(found)
    shutil.rmtree(where)
    rounds = rounds[1:]
    middle = lambda value: statistics.median(value(found) for found in rounds)
    size = sum(len(document) for _, document in made)
    print(f"markdown and akoma-ntoso on {what}: {len(made)} files, {size / 1e6:.0f} MB; medians of {runs} turns")
    for jobs in JOBS:
        ours, theirs = middle(lambda found: found["plenary", jobs]), middle(lambda found: found["bare", jobs])
        ratio = middle(lambda found: found["plenary", jobs] / found["bare", jobs])
        print(f"  {jobs} at a time: plenary {ours:.0f} files/s; a temporary file and a rename for each of the same, and nothing else, {theirs:.0f} files/s; ratio {ratio:.2f}")
    ours, theirs = (middle(lambda found: found[who, 2] / found[who, 1]) for who in ("plenary", "bare"))
    print(f"  from one to two: plenary {ours:.2f} times as fast, the bare writes {theirs:.2f} times")


def seconds(command):
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def written(folder, made, processes):
    """Seconds for the bare writes by so many processes, each of which takes every so manieth document."""
    for parent in {path.parent for path, _ in made}:
        (folder / parent).mkdir(parents=True, exist_ok=True)
    places = [(str(folder / path), document) for path, document in made]
    ready, start = os.pipe()
    children = []
    for nth in range(processes):
        child = os.fork()
        if child == 0:
            os.close(start)
            os.read(ready, 1)
            for place, document in places[nth::processes]:
                beside = f"{place}.{nth}"
                file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
                os.write(file, document)
                os.rename(beside, place)
                os.close(file)
            os._exit(0)
        children.append(child)
    os.close(ready)
    began = time.perf_counter()
    os.close(start)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)
    return time.perf_counter() - began


def against_pandoc(names, pages, texts):
    """Each has the same minutes: plenary the pages they are of, which it also makes Akoma Ntoso."""
    out = HERE / "minutes"
    clock = seconds(batch(names, pages, out, FORMATS))
    rate = len(documents(out)) / clock
    minutes = sorted(out.rglob("*.md"))[:texts]
    (HERE / "html").mkdir(exist_ok=True)
    began = time.perf_counter()
    command = ["xargs", "-P2", "-I{}", "sh", "-c", '"$0" -f gfm -t html "$1" -o "$2/$(basename "$1").html"', names["pandoc"], "{}", str(HERE / "html")]
    subprocess.run(command, input="\n".join(map(str, minutes)).encode(), check=True)
    theirs = len(minutes) / (time.perf_counter() - began)
    print(f"xargs -P2 pandoc, {len(minutes)} of these minutes to HTML: {theirs:.1f} files/s; plenary {rate:.0f} files/s, {rate / theirs:.0f} times as many")
