"""The text a CommonMark parser shows of a Markdown file without its front matter."""

import re
from pathlib import Path

from markdown_it import MarkdownIt

SPACE = {"softbreak": "\n", "hardbreak": "\n"}


def text(tokens):
    for token in tokens:
        if token.type in ("text", "code_inline", "code_block", "fence"):
            yield token.content
        elif token.type in SPACE:
            yield SPACE[token.type]
        elif token.children is not None:
            yield from text(token.children)
            yield "\n"
        elif token.block:
            yield "\n"


def answer(file, gfm):
    source = Path(file).read_bytes().decode()
    source = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    parser = MarkdownIt("commonmark")
    if gfm:
        parser.enable(["table", "strikethrough"])
    return "".join(text(parser.parse(source)))
