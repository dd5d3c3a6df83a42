"""The text a CommonMark parser shows of a Markdown file without its front matter, as a JSON string."""

import json
import re
import sys

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


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    source = re.sub(r"\A---\n.*?\n---\n", "", file.read(), flags=re.DOTALL)
parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
json.dump("".join(text(parser.parse(source))), sys.stdout)
