"""Makes TEI of an Akoma Ntoso file by the stylesheet of Parla-CLARIN, and gives the text of its body."""

import functools
from pathlib import Path

from lxml import etree
from saxonche import PySaxonProcessor

TEI = "{http://www.tei-c.org/ns/1.0}"
saxon = PySaxonProcessor(license=False)


@functools.cache
def compiled(stylesheet):
    return saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=stylesheet)


def answer(stylesheet, file, tei):
    # The file's name becomes an identifier among those of the document.
    source = Path(tei).with_suffix(".source.xml")
    source.write_bytes(Path(file).read_bytes())
    compiled(stylesheet).transform_to_file(source_file=str(source), output_file=tei)
    body = etree.parse(tei).getroot().find(f"{TEI}text/{TEI}body")
    return "\n".join(body.itertext())
