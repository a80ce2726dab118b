"""The JSON Schema of definitions, as a library of others understands it: it is one, every definition fits it, and a
definition with a wrong key or value does not.

schema.py REPOSITORY
"""

import copy
import json
import re
import sys
import tomllib
from pathlib import Path

import jsonschema

from verdict import Verdict


def places(value, way=()):
    """The way to every key of a definition."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*way, key)
            yield from places(inner, (*way, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*way, index))


def main(repository):
    repository = Path(repository)
    verdict = Verdict("schema")
    schema = json.loads((repository / "docs/document.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    texts = {path: path.read_text() for path in repository.glob("t*/**/document.toml")}
    for guide in ("soan-mau.md", "authoring.md"):
        blocks = re.findall(r"^```toml file=.*?$(.*?)^```", (repository / "docs" / guide).read_text(), re.M | re.S)
        texts |= {f"{guide}, block {index}": text for index, text in enumerate(blocks)}
    verdict.expect(len(texts) >= 5, f"only {len(texts)} definitions are there")
    refused = 0
    for name, text in texts.items():
        definition = tomllib.loads(text)
        verdict.equal(f"misfits of {name}", [error.message for error in validator.iter_errors(definition)], [])
        for index, way in enumerate(places(definition)):
            changed = copy.deepcopy(definition)
            inner = changed
            for step in way[:-1]:
                inner = inner[step]
            # Other ways of writing a choice are called as their author likes.
            if way[-2:-1] == ("aliases",):
                continue
            inner[way[-1] + "-x" if index % 2 else way[-1]] = None if index % 2 else object()
            refused += verdict.expect(not validator.is_valid(changed), f"{name} with another {way} fits")
    verdict.close(f"{len(texts)} definitions fit, {refused} changed ones do not")


main(*sys.argv[1:])
