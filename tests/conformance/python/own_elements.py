"""What is wrong, by plenary's schema, with its own elements in an Akoma Ntoso file, as a JSON array of messages."""

import json
import sys

from lxml import etree

schema_file = etree.parse(sys.argv[1])
own = f"{{{schema_file.getroot().get('targetNamespace')}}}"
schema = etree.XMLSchema(schema_file)
errors = []
outermost = 0
for element in etree.parse(sys.argv[2]).iter(f"{own}*"):
    if not element.getparent().tag.startswith(own):
        outermost += 1
        if not schema.validate(element):
            errors.extend(f"line {error.line}: {error.message}" for error in schema.error_log)
if outermost == 0:
    errors.append("no element of ours")
json.dump(errors[:10], sys.stdout)
