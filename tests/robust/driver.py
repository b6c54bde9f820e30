"""driver.py — builds a little program around the sanitized library and asks it questions by lines."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = ROOT / "build/san"  # by `make arithmetic`


def answers(name, lines):
    """What tests/robust/NAME.c says to each line. CC chooses the compiler."""
    with tempfile.TemporaryDirectory() as directory:
        driver = os.path.join(directory, name)
        subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O1",
                        "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all",
                        "-I", ROOT / "src", "-I", ROOT / "include", "-I", BUILT / "gen",
                        ROOT / f"tests/robust/{name}.c", BUILT / "libhplan.a", "-lcmark",
                        "-lutf8proc", "-ljansson", "-o", driver], check=True)
        run = subprocess.run([driver], input="\n".join(lines) + "\n", capture_output=True,
                             text=True)
    if run.returncode != 0:
        sys.exit(f"{name}: exit code {run.returncode}\n{run.stderr}")
    return run.stdout.splitlines()
