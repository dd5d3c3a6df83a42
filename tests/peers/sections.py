"""What is compared: a section a row of the table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    name: str
    # What the two do, for the table.
    what: str
    # Inputs by their names in inputs.py, in the order in which they can be made.
    needs: tuple
    # Commands; words in braces are programs (compare.py) and inputs.
    ours: tuple
    theirs: tuple


TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"

SECTIONS = [
    Section(
        name="markdown",
        what="page to Markdown minutes; pandoc: these minutes to HTML",
        needs=("page", "minutes"),
        ours=("{plenary}", "convert", "{page}", "-t", "markdown", "-o", "{out}/ours.md"),
        theirs=("{pandoc}", "-f", "gfm", "-t", "html", "{minutes}", "-o", "{out}/theirs.html"),
    ),
    Section(
        name="akoma-ntoso",
        what="page to Akoma Ntoso; bluebell: the same debate in its own markup to Akoma Ntoso",
        needs=("page", "debate"),
        ours=("{plenary}", "convert", "{page}", "-t", "akoma-ntoso", "-o", "{out}/ours.xml"),
        theirs=("{bin}/bluebell", "/akn/un/debate/record/peers/2031-05-14/1/eng@", "debate", "{debate}"),
    ),
    Section(
        name="pdf-typst",
        what="page to PDF, tagged and archival; Typst: these minutes, with contents and heads, to PDF",
        needs=("page", "plain", "typst"),
        ours=("{plenary}", "convert", "{page}", "-t", "pdf", "-o", "{out}/ours.pdf"),
        theirs=("{python}", "-I", "-c", TYPST, "{typst}", "{out}/theirs.pdf"),
    ),
    Section(
        name="pdf-weasyprint",
        what="page to PDF, tagged and archival; weasyprint: these minutes, made HTML by pandoc before, to PDF",
        needs=("page", "plain", "html"),
        ours=("{plenary}", "convert", "{page}", "-t", "pdf", "-o", "{out}/ours.pdf"),
        theirs=("{bin}/weasyprint", "--quiet", "{html}", "{out}/theirs-weasyprint.pdf"),
    ),
]
