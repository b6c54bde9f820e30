"""place.py: folders to work in, and programs run in them, for the tests of hooks and CI files."""
import contextlib
import os
import shutil
import subprocess
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), os.pardir, os.pardir))

GOOD = """plan p "Prøve" {
  kommune: Kragerø
  år: 2018
  ramme "Ramme" { 2018: 10 kr }
  fordeling "Rammen fordelt" {
    av: ramme.2018
    | post  | netto |
    | Lønn  |     4 |
    | Annet |     6 |
    | Sum   |    10 |
  }
}
"""
BAD = GOOD.replace("|    10 |", "|    11 |")
LOOSE = GOOD.replace("  kommune: Kragerø", "    kommune:Kragerø")


class Failed(Exception):
    """A test that did not hold; the text says which and what came instead."""


def demand(holds, what, *shown):
    if not holds:
        raise Failed("\n".join(str(part) for part in (what, *shown)))


class Place:
    """A folder of its own, with its own home and none of the caller's settings of git."""

    def __init__(self, folder):
        self.folder = folder
        self.env = {key: value for key, value in os.environ.items()
                    if not key.startswith(("GIT_", "MAKE", "MFLAGS", "PRE_COMMIT"))}
        self.env.update(
            HOME=folder, LC_ALL="C.UTF-8", GIT_CONFIG_NOSYSTEM="1",
            GIT_AUTHOR_NAME="Prøve", GIT_AUTHOR_EMAIL="p@example.com",
            GIT_COMMITTER_NAME="Prøve", GIT_COMMITTER_EMAIL="p@example.com",
            # What is built here is built to be run once.
            OPT="-O0", WERROR="")

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def run(self, *command, cwd=None, **more):
        """(exit code, all that was printed)"""
        done = subprocess.run(command, cwd=cwd or self.folder, env={**self.env, **more},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def must(self, *command, cwd=None, **more):
        code, said = self.run(*command, cwd=cwd, **more)
        demand(code == 0, f"{' '.join(command)}: exit code {code}", said)
        return said

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def repository(self, name, files):
        """A repository with these files committed; gives its folder."""
        folder = self.path(name)
        for file, text in files.items():
            self.write(os.path.join(name, file), text)
        self.must("git", "init", "-q", "-b", "main", folder)
        self.must("git", "add", "-A", cwd=folder)
        self.must("git", "commit", "-q", "--allow-empty", "-m", "start", cwd=folder)
        return folder

    def bare_clone(self):
        """This repository as it is committed, as others would get it."""
        folder = self.path("hplanc.git")
        if not os.path.exists(folder):
            self.must("git", "clone", "-q", "--bare", ROOT, folder)
        return folder


@contextlib.contextmanager
def place():
    folder = tempfile.mkdtemp(prefix="hplan prøve ")
    try:
        yield Place(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_all(title, tests):
    """Each test in a place of its own; exits 1 at the first that fails."""
    for test in tests:
        with place() as p:
            try:
                test(p)
            except Failed as fault:
                raise SystemExit(f"{title}: {test.__name__}: {fault}") from None
        print(f"  {title}: {test.__name__.replace('_', ' ')}", flush=True)
