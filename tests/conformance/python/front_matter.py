"""The front matter of a Markdown file."""

import re
from pathlib import Path

import yaml


def answer(file):
    front = re.match(r"---\n(.*?\n)---\n", Path(file).read_bytes().decode(), flags=re.DOTALL)
    return yaml.safe_load(front[1]) if front else None
