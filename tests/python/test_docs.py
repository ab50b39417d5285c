"""The examples in docs/other-languages run, from the root of the repository as from a project that has the package installed."""

import re
import subprocess
import sys
import unittest

from ecert import ROOT

PAGES = ("other-languages.md", "other-languages.zh-CN.md")


def blocks(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8").replace("\r\n", "\n")
    return re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)


class Examples(unittest.TestCase):
    def test_the_examples_run_one_after_another(self):
        code = "\n".join(blocks(PAGES[0]))
        done = subprocess.run([sys.executable, "-X", "utf8", "-"], input=code, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"^[0-9]{4} vectors, [0-9]+ of them ")

    def test_both_languages_have_the_same_examples(self):
        self.assertEqual(blocks(PAGES[0]), blocks(PAGES[1]))
        self.assertEqual(len(blocks(PAGES[0])), 2)
