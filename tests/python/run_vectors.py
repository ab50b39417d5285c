"""Runs the tests of this folder, and prints how many passed and failed on its last line, for whoever counts them."""

import sys
import unittest
from pathlib import Path


def main():
    folder = Path(__file__).resolve().parent
    sys.path.insert(0, str(folder))
    suite = unittest.defaultTestLoader.discover(str(folder), top_level_dir=str(folder))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    print(f"python: {result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
