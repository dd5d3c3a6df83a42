#!/usr/bin/env python3
"""What `plenary batch` does with very many sessions: all accounted for, killed, beside hostile plugins, how fast, in what memory.

    python3 tests/peers/batch.py [PART...] [--sessions N] [--kills N] [--memory N,N,...] [--rates N] [--runs N] [--texts N]

See README.md beside this file.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from compare import ROOT, environment, programs
from many import HERE, batch, documents, run, sessions, short_sessions, told, tree
from rates import rates

FORMATS = "markdown,akoma-ntoso,pdf"


def accounted(names, args):
    """All sessions in three formats: each in the manifest, equal to single converts; once more; killed and resumed."""
    number, out = args.sessions, HERE / "out"
    pages = sessions(number)
    clock, processors, memory = run(batch(names, pages, out, FORMATS))
    print(f"{number} sessions to {FORMATS}: {clock:.1f} s, {number / clock:.0f} sessions/s, {processors:.1f} s of processors, {memory:.0f} MiB")
    records = told(out)
    failed = [name for name, record in records.items() if record["status"] != "converted"]
    made = [output["path"] for record in records.values() for output in record["outputs"]]
    assert len(records) == number and len(made) == 3 * (number - len(failed)) == len(documents(out))
    print(f"  accounted for: {number - len(failed)} converted, {len(failed)} failed, {len(made)} documents")
    once_more(names, pages, out, made, failed)
    singles(names, pages, tree(out))
    killed(names, pages, out, args.kills)


def once_more(names, pages, out, made, failed):
    manifest = out / ".plenary-manifest.ndjson"
    size, modified = manifest.stat().st_size, {path: os.stat(path).st_mtime_ns for path in made}
    clock, _, memory = run(batch(names, pages, out, FORMATS))
    assert modified == {path: os.stat(path).st_mtime_ns for path in made}
    assert failed or size == manifest.stat().st_size
    resumed, _, _ = run(batch(names, pages, out, FORMATS, "--resume"))
    print(f"  once more: nothing written, {clock:.2f} s, {memory:.0f} MiB; with --resume {resumed:.2f} s")


def singles(names, pages, expected):
    """A process for each page, two at a time."""
    out = HERE / "single"

    def convert(page):
        command = [names["plenary"], "convert", str(page), "-t", FORMATS, "-o", f"{out}/{page.parent.name}/"]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    began = time.perf_counter()
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(convert, documents(pages)))
    assert tree(out) == expected
    shutil.rmtree(out)
    print(f"  single converts, two processes at a time: the identical tree, {time.perf_counter() - began:.0f} s")


def killed(names, pages, whole, kills):
    out, expected = HERE / "killed", tree(whole)
    random.seed(7)
    for _ in range(kills):
        command = batch(names, pages, out, FORMATS, "--resume")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0.05, 1.0))
        process.kill()
        process.wait()
    run(batch(names, pages, out, FORMATS, "--resume"))
    assert tree(out) == expected and told(out).keys() == told(whole).keys()
    print(f"  killed at {kills} random moments, then resumed: the identical tree, no stray file")


def memory(names, args):
    """The most memory a first run takes, one more, and one that resumes."""
    print("short sessions to markdown and akoma-ntoso, at most")
    for number in args.memory:
        pages, out = short_sessions(number), HERE / "memory"
        peaks = [run(batch(names, pages, out, "markdown,akoma-ntoso", *more))[2] for more in ((), (), ("--resume",))]
        size = (out / ".plenary-manifest.ndjson").stat().st_size / number
        print(f"  {number:7} pages: {peaks[0]:.1f} MiB, once more {peaks[1]:.1f} MiB, --resume {peaks[2]:.1f} MiB; {size:.0f} bytes a page in the manifest")
        shutil.rmtree(out)
        shutil.rmtree(pages)


# What the plugin does on one page, and what it is given.
DEEDS = {
    "a wild pointer": ("*(volatile int *)16 = 1;",),
    "abort": ("abort();",),
    "an endless loop": ("for (;;) { }", "--plugin-time", "1"),
    "16 GiB of memory": ("size_t all = (size_t)16 << 30; memset(malloc(all), 1, all);",),
    "an endless document": ('for (;;) host->write(host->ctx, "flood", 5);',),
    "a million findings": ('for (int i = 0; i < 1000000; i++) say(host, PLENARY_ERROR, "flood", 5); return PLENARY_FAILED;',),
    "endless findings": ('for (;;) say(host, PLENARY_ERROR, "flood", 5);', "--plugin-time", "1"),
    "4 GiB printed": ("static char flood[1 << 16]; for (int i = 0; i < 1 << 15; i++) { fwrite(flood, 1, sizeof flood, stdout); fwrite(flood, 1, sizeof flood, stderr); } abort();",),
}
RENDER = """size_t at = 0; while (at < job->session_json.len && memcmp(job->session_json.ptr + at, "meeting 423.", 12)) at++;
 if (at == job->session_json.len) return host->write(host->ctx, "fine", 4); DEED return PLENARY_OK;""".replace("\n", "")


def hostile(names, _):
    """A thousand pages, on one of which a plugin does its worst."""
    pages, plugins, fixtures = short_sessions(1000), HERE / "plugins", ROOT / "tests/fixtures/plugins"
    plugins.mkdir()
    print("1000 pages and a hostile plugin, --isolate")
    for what, (deed, *limits) in DEEDS.items():
        compiler = ["cc", "-std=c11", "-shared", "-fPIC", "-fvisibility=hidden", "-I", ROOT / "crates/plugin-abi/include"]
        definitions = ["-DNAME=plain", f"-DRENDER={RENDER.replace('DEED', deed)}"]
        subprocess.run([*compiler, *definitions, fixtures / "plain.c", "-o", plugins / "libplenary_plain.so"], check=True)
        out = HERE / "hostile"
        clock, _, most = run(batch(names, pages, out, "plain", "--isolate", "--plugin-dir", str(plugins), *limits), well=(1,))
        failed = [record for record in told(out).values() if record["status"] != "converted"]
        assert len(documents(out)) == 999 and [record["input"][-10:] for record in failed] == ["000423.srt"]
        code = failed[0]["failure"]["code"]
        print(f"  {what}: 999 documents, one failure [{code}]; {clock:.1f} s, {most:.0f} MiB at most in plenary and its workers")
        shutil.rmtree(out)
    shutil.rmtree(pages)


PARTS = {"accounted": accounted, "memory": memory, "hostile": hostile, "rates": rates}


def main():
    parser = argparse.ArgumentParser(description="plenary batch with very many sessions")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)} (all)")
    parser.add_argument("--sessions", type=int, default=10_000, help="how many sessions are accounted for (10000)")
    parser.add_argument("--kills", type=int, default=20, help="how often a run is killed (20)")
    numbers = lambda text: [int(number) for number in text.split(",")]
    parser.add_argument("--memory", type=numbers, default=[1000, 10_000, 100_000], help="for how many pages memory is measured (1000,10000,100000)")
    parser.add_argument("--rates", type=int, default=2000, help="how many sessions rates are measured with (2000)")
    parser.add_argument("--runs", type=int, default=7, help="how often each rate is measured (7)")
    parser.add_argument("--texts", type=int, default=200, help="how many texts pandoc converts (200)")
    args = parser.parse_args()
    if unknown := set(args.parts) - PARTS.keys():
        parser.error(f"there is no part {', '.join(unknown)}")
    environment()
    names = programs()
    for part in args.parts or PARTS:
        shutil.rmtree(HERE, ignore_errors=True)
        HERE.mkdir(parents=True)
        PARTS[part](names, args)
    shutil.rmtree(HERE)


if __name__ == "__main__":
    main()
