"""driver.py — builds a little program around some of the sources and asks it questions by lines."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def answers(name, sources, lines):
    """What tests/robust/NAME.c says to each line. Sanitized; CC chooses the compiler."""
    with tempfile.TemporaryDirectory() as directory:
        driver = os.path.join(directory, name)
        files = sorted(str(f) for pattern in sources for f in ROOT.glob(pattern))
        subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O1",
                        "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all",
                        "-I", ROOT / "src", "-I", ROOT / "include",
                        ROOT / f"tests/robust/{name}.c", *files, "-lutf8proc", "-o", driver],
                       check=True)
        run = subprocess.run([driver], input="\n".join(lines) + "\n", capture_output=True,
                             text=True)
    if run.returncode != 0:
        sys.exit(f"{name}: exit code {run.returncode}\n{run.stderr}")
    return run.stdout.splitlines()
