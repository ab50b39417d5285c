"""What a Python side needs to use the vectors and schemas of the package: the steps that pkg/vectors/README.md describes.

It judges nothing itself. Nothing of the Rust or JavaScript code is used, so that it reads the documents as a stranger would.
"""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT / "pkg" / "vectors"
SCHEMAS = ROOT / "pkg" / "schema"
KINDS = ("safety", "special", "manager", "preview")

# White space as the document's reading R22 has it; str.strip() alone takes other characters for it.
SPACE = "".join(map(chr, (*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF)))
PREFIX = re.compile(r"(?:data:image/(?:png|jpg|jpeg);base64, ?)?")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def whole(value):
    """The value with its long texts written out."""
    if isinstance(value, list):
        return [whole(item) for item in value]
    if not isinstance(value, dict):
        return value
    if list(value) == ["$text"]:
        return "".join(part if isinstance(part, str) else part[0] * part[1] for part in value["$text"])
    return {name: whole(member) for name, member in value.items()}


def vectors(name):
    """The vectors of a file, with their long texts written out."""
    return [whole(vector) for vector in load(VECTORS / f"{name}.json")["vectors"]]


class Schemas:
    """The JSON Schemas of the package."""

    def __init__(self):
        self.schemas = {name: load(SCHEMAS / f"{name}.schema.json") for name in (*KINDS, "request")}
        registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in self.schemas.values())
        self.validators = {name: Draft202012Validator(schema, registry=registry) for name, schema in self.schemas.items()}

    def record(self, kind, record):
        """Whether a record passes, as it would stand on the wire."""
        return self.validators[kind].is_valid(self.on_the_wire(kind, record))

    def request(self, body):
        """Whether a request body passes, its records as they would stand on the wire."""
        return self.validators["request"].is_valid(self.body_on_the_wire(body))

    def on_the_wire(self, kind, record):
        """The texts of the fields without white space at their ends, photos without any in their base64."""
        if not isinstance(record, dict):
            return record
        fields = self.schemas[kind]["properties"]
        return {name: trimmed(fields[name], value) if name in fields else value for name, value in record.items()}

    def body_on_the_wire(self, body):
        if not isinstance(body, dict):
            return body
        blocks = {block: kind for kind, block in zip(KINDS, list(self.schemas["request"]["properties"])[1:])}
        return {name: self.block_on_the_wire(blocks[name], value) if name in blocks else value for name, value in body.items()}

    def block_on_the_wire(self, kind, block):
        if not isinstance(block, dict):
            return block
        return {
            name: [self.on_the_wire(kind, record) for record in records] if isinstance(records, list) else records
            for name, records in block.items()
        }


def trimmed(field, value):
    if not isinstance(value, str):
        return value
    text = value.strip(SPACE)
    if field.get("contentEncoding") != "base64":
        return text
    prefix = PREFIX.match(text).group()
    return prefix + re.sub(r"[ \t\n\f\r]", "", text[len(prefix) :])
