"""The front matter of a Markdown file as JSON."""

import json
import re
import sys

import yaml

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    front = re.match(r"---\n(.*?\n)---\n", file.read(), flags=re.DOTALL)
if front is None:
    sys.exit("no front matter")
json.dump(yaml.safe_load(front[1]), sys.stdout, default=str)
