"""The published vectors are of the form that their README describes, and the published schemas agree with them."""

import json
import unittest

from ecert import KINDS, ROOT, VECTORS, Schemas, load, vectors

CHECKS = (*KINDS, "batches", "requests")
FILES = (*CHECKS, "payloads", "normalise", "replies")
AJV = ROOT / "target" / "verdicts-ajv.json"
STATES = {"accepted", "accepted-with-warning", "refused", "invalid", "unknown", "not-sent"}
SCHEMAS = Schemas()
RULES = {rule["id"]: rule for rule in load(VECTORS / "rules.json")["rules"]}


def checks():
    return [(name, vector) for name in CHECKS for vector in vectors(name)]


def has_error(vector):
    return any(severity == "error" for _, severity, _ in vector["issues"])


def verdict(name, vector):
    """What the schemas say of a vector; nothing of a text, which is no value of JSON."""
    if "record" in vector:
        return SCHEMAS.record(name, vector["record"])
    if "batch" in vector:
        return all(SCHEMAS.record(vector["kind"], record) for record in vector["batch"])
    return SCHEMAS.request(vector["request"]) if "request" in vector else None


class Form(unittest.TestCase):
    def test_every_file_is_one_of_those_described(self):
        self.assertEqual({path.stem for path in VECTORS.glob("*.json")}, {*FILES, "rules"})
        for path in VECTORS.glob("*.json"):
            self.assertIn("do not edit", load(path)["note"], path.name)

    def test_every_vector_has_an_id_of_its_own_in_its_file(self):
        for name in FILES:
            ids = [vector["id"] for vector in vectors(name)]
            self.assertTrue(ids, name)
            self.assertEqual(len(ids), len(set(ids)), name)

    def test_no_id_of_a_check_stands_in_two_files(self):
        ids = [vector["id"] for _, vector in checks()]
        self.assertEqual(len(ids), len(set(ids)))

    def test_every_check_has_the_members_described(self):
        common = {"id", "kind", "profile", "options", "issues", "valid"}
        for name, vector in checks():
            inputs = {"record", "batch", "request", "text"} & set(vector)
            self.assertEqual(len(inputs), 1, vector["id"])
            more = {"total", "validRecords"} if name == "batches" else set()
            more |= set() if "text" in inputs else {"schema"}
            self.assertEqual(set(vector), common | inputs | more, vector["id"])
            self.assertIn(vector["profile"], ("document", "strict"))
            self.assertIn("today", vector["options"])
            self.assertLessEqual(set(vector["options"]), {"today", "certType", "rules", "dictionaries"}, vector["id"])
            self.assertIn(vector["kind"], KINDS if name != "requests" else (*KINDS, None))

    def test_every_issue_is_a_known_rule_a_severity_and_a_path(self):
        for _, vector in checks():
            for rule, severity, path in vector["issues"]:
                self.assertIn(rule, RULES, vector["id"])
                self.assertIn(severity, ("error", "warning"))
                self.assertTrue(all(isinstance(step, (str, int)) for step in path), vector["id"])
                if not vector["options"].get("rules"):
                    self.assertIn(severity, RULES[rule]["severity"].values(), vector["id"])

    def test_every_path_leads_into_its_input(self):
        """All but the last step of a path are there; what is absent may be missing at the end of it."""
        for _, vector in checks():
            value = next((vector[name] for name in ("record", "batch", "request") if name in vector), None)
            if value is None:
                continue
            for rule, _, path in vector["issues"]:
                at = value
                for step in path[:-1]:
                    at = json.loads(at.strip()) if isinstance(at, str) else at
                    at = at[step]

    def test_valid_means_that_no_issue_is_an_error(self):
        for _, vector in checks():
            self.assertEqual(vector["valid"], not has_error(vector), vector["id"])

    def test_a_batch_counts_its_records(self):
        for vector in vectors("batches"):
            wrong = {path[0] for _, severity, path in vector["issues"] if severity == "error"}
            self.assertEqual(vector["validRecords"], vector["total"] - len(wrong), vector["id"])
            if "batch" in vector:
                self.assertEqual(vector["total"], len(vector["batch"]), vector["id"])

    def test_every_rule_has_vectors_on_both_sides(self):
        found = [{rule for rule, _, _ in vector["issues"]} for _, vector in checks()]
        for rule in RULES:
            speaking = sum(rule in each for each in found)
            self.assertGreaterEqual(speaking, 2, rule)
            self.assertGreaterEqual(len(found) - speaking, 2, rule)


class Bodies(unittest.TestCase):
    def test_every_body_passes_the_schema_of_a_request(self):
        for vector in vectors("payloads"):
            self.assertTrue(SCHEMAS.validators["request"].is_valid(vector["body"]), vector["id"])

    def test_a_body_has_the_order_of_the_document(self):
        for vector in vectors("payloads"):
            body = vector["body"]
            cert_type, block = list(body)
            self.assertEqual(cert_type, "certType", vector["id"])
            [records] = body[block].values()
            self.assertEqual(len(records), len(vector["records"]), vector["id"])
            order = list(SCHEMAS.schemas[vector["kind"]]["properties"])
            for record in records:
                own = [name for name in record if name in order]
                self.assertEqual(own, sorted(own, key=order.index), vector["id"])
                self.assertEqual(set(record) - set(own), set(vector["options"].get("extra", [])) & set(record), vector["id"])

    def test_what_is_normalised_differs_in_the_fields_named(self):
        for vector in vectors("normalise"):
            before, after = vector["record"], vector["normalised"]
            changed = [field for _, field in vector["changes"]]
            self.assertEqual([name for name in after if before[name] != after[name]], sorted(changed, key=list(after).index), vector["id"])
            self.assertTrue(all(rule in RULES for rule, _ in vector["changes"]), vector["id"])


class Replies(unittest.TestCase):
    def test_a_submission_has_an_outcome_for_each_record(self):
        for vector in vectors("replies"):
            if "sent" not in vector:
                self.assertIn("result", vector, vector["id"])
                continue
            self.assertEqual(len(vector["outcomes"]), len(vector["sent"]), vector["id"])
            self.assertLessEqual({outcome["state"] for outcome in vector["outcomes"]}, STATES, vector["id"])


class Agreement(unittest.TestCase):
    def test_the_schemas_are_schemas(self):
        for validator in SCHEMAS.validators.values():
            validator.check_schema(validator.schema)

    def test_a_schema_says_of_every_vector_what_stands_there(self):
        said = 0
        for name, vector in checks():
            if vector.get("schema") is not None:
                self.assertEqual(verdict(name, vector), vector["schema"], vector["id"])
                said += 1
        self.assertGreater(said, 1000)

    def test_a_schema_refuses_nothing_that_is_right(self):
        for name, vector in checks():
            plain = not vector["options"].get("rules") and not vector["options"].get("dictionaries")
            if vector["valid"] and plain and "text" not in vector:
                self.assertTrue(verdict(name, vector), vector["id"])

    def test_ajv_says_the_same_of_every_vector(self):
        self.assertTrue(AJV.exists(), "target/verdicts-ajv.json is missing: run node --test tests/package/vectors.test.mjs first")
        own = {vector["id"]: verdict(name, vector) for name, vector in checks() if "text" not in vector}
        self.assertEqual(load(AJV), own)
