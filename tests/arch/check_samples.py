#!/usr/bin/env python3
"""check_samples.py — proves that each rule of check.py can fail, and that good code passes.

A file of samples/ is a small source tree in one text:

    expect PATH:LINE: RULE: MESSAGE      what the checker must say; without one: nothing
    --- PATH                             the file that follows
    @repeat N TEXT                       N lines TEXT
    @bytes 00 FF                         these bytes

The checker must print exactly the expected lines. Every rule needs a sample that expects it. The
last line says how many samples did what they should.
"""

import os
import subprocess
import sys
import tempfile

import check

HERE = os.path.dirname(os.path.abspath(__file__))


def unpack(sample, root):
    """Writes the files of a sample below `root`; returns the lines it expects."""
    expected, file = [], None
    with open(sample, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("expect "):
                expected.append(line[7:].rstrip("\n"))
            elif line.startswith("--- "):
                path = os.path.join(root, line[4:].strip())
                os.makedirs(os.path.dirname(path), exist_ok=True)
                if file is not None:
                    file.close()
                file = open(path, "wb")
            elif line.startswith("@repeat "):
                _, count, text = line.split(" ", 2)
                file.write(text.encode() * int(count))
            elif line.startswith("@bytes "):
                file.write(bytes.fromhex(line[7:]))
            elif file is not None:
                file.write(line.encode())
    if file is not None:
        file.close()
    return expected


def run(sample):
    """None when the checker says what the sample expects, otherwise what it said."""
    with tempfile.TemporaryDirectory() as root:
        expected = unpack(sample, root)
        order = os.path.join(root, "src", "CMakeLists.txt")
        if not os.path.exists(order):
            order = os.path.join(HERE, "..", "..", "src", "CMakeLists.txt")
        command = [sys.executable, "-B", os.path.join(HERE, "check.py"), "--order", order, root]
        result = subprocess.run(command, capture_output=True, text=True)
    said = [line for line in result.stdout.splitlines() if not line.startswith("note: ")]
    if sorted(said) == sorted(expected) and result.returncode == (1 if expected else 0):
        return None
    return "\n".join([f"exit code {result.returncode}", *said, result.stderr, "expected:", *expected])


def main():
    folder = os.path.join(HERE, "samples")
    failed, covered = 0, set()
    samples = sorted(os.listdir(folder))
    for name in samples:
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            covered |= {line.split(": ")[1] for line in file if line.startswith("expect ")}
        problem = run(path)
        if problem:
            failed += 1
            print(f"{name}: {problem}")
    for rule in sorted({rule for rules in check.RULE_FILES for rule in rules.RULES} - covered):
        failed += 1
        print(f"no sample expects {rule}")
    print(f"{len(samples)} samples, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
