"""The text that GitHub's cmark shows of a Markdown file without its front matter, by its HTML."""

import re
from pathlib import Path

from cmarkgfm import markdown_to_html_with_extensions as to_html
from cmarkgfm.cmark import Options
from lxml import html

# Their edges part no words.
INLINE = {"a", "strong", "em", "code", "del"}


def text(element):
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            edge = "" if child.tag in INLINE else "\n"
            yield edge
            yield from text(child)
            yield edge
        yield child.tail or ""


def answer(file, gfm):
    source = Path(file).read_bytes().decode()
    source = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    extensions = ["table", "strikethrough", "autolink", "tagfilter"] if gfm else []
    page = to_html(source, Options.CMARK_OPT_UNSAFE, extensions)
    return "".join(text(html.document_fromstring(f"<body>{page}</body>")))
