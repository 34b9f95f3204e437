"""A browser, environments with a theme each, and packages from the npm registry."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import node
import pytest
import sphinx
from alone import alone
from measures import THEMES

ROOT = Path(__file__).parents[2]

#: What a page may load, as strict as a policy can be that allows a page its own files.
POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'"


def missing(what):
    """Skip the test for want of something, but fail it on CI."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(what)


@pytest.fixture
def copied(rootdir, tmp_path):
    """Return a function that copies the small project of a topic, and returns the folder of the copy."""

    def copy(topic):
        source = tmp_path / "source"
        shutil.copytree(rootdir / f"test-{topic}", source)
        return source

    return copy


@pytest.fixture
def built(make_app):
    """Return a function that builds a project without a warning, for its output folder and what it read."""

    def build(source, builder="html", **options):
        read = []
        app = make_app(builder, srcdir=source, **options)
        app.connect("source-read", lambda _app, docname, _source: read.append(docname))
        app.build()
        warnings = app.warning.getvalue()
        app.cleanup()  # or the next build in this process believes that nodes are registered twice
        assert warnings == ""
        return app.outdir, sorted(read)

    return build


@pytest.fixture(scope="session")
def chromium(tool):
    """Return a browser that belongs to the machine; playwright's own is never downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tool("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def node_modules(pytestconfig):
    """Return the folder of the packages that ``script/package.json`` asks for, kept between runs."""
    return node.install(pytestconfig, *node.OF_SCRIPT) / "node_modules"


@pytest.fixture(scope="session")
def python_with(pytestconfig):
    """Return a function that gives a Python with a theme: this environment, and one of its own before it.

    The pins of themes exclude each other.  The environments are kept between runs.
    """

    def make(theme):
        if theme in {"alabaster", "furo"}:
            return Path(sys.executable)
        version = ".".join(map(str, sys.version_info[:2]))
        folder = pytestconfig.cache.mkdir(f"newstimeline-{theme}-{version}-{sphinx.__version__}")
        python = folder / "bin" / "python"
        with alone(folder):
            if not (folder / "complete").exists():
                subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--clear", folder], check=True)
                (site,) = folder.glob("lib/python*/site-packages")
                # Behind its own packages come those of this environment, and those that these lead to.
                ours = Path(sphinx.__file__).parents[1]
                (site / "ours.pth").write_text(
                    f"import site; site.addsitedir({str(ours)!r})\n", encoding="utf-8"
                )
                command = [
                    sys.executable,
                    "-m",
                    "pip",
                    "--python",
                    python,
                    "install",
                    "--quiet",
                    THEMES[theme],
                ]
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                if done.returncode:
                    missing(f"pip cannot install {THEMES[theme]}: {done.stderr}")
                (folder / "complete").touch()
        return python

    return make


@pytest.fixture(scope="session")
def site_of(python_with, tmp_path_factory):
    """Return a function that gives the folder of the browser's pages in a theme, built once."""
    built = {}

    def build(theme, *options):
        if (theme, options) not in built:
            folder = tmp_path_factory.mktemp(theme)
            root = ROOT / "tests" / "roots" / "test-themes"
            command = [python_with(theme), "-m", "sphinx", "-q", "-W", "-c", root / theme, *options]
            path = os.pathsep.join(str(ROOT / "tests" / name) for name in ("sphinx", ""))
            subprocess.run(
                [*command, root / "source", folder], env=os.environ | {"PYTHONPATH": path}, check=True
            )
            built[theme, options] = folder
        return built[theme, options]

    return build


class _Strict(SimpleHTTPRequestHandler):
    """Serves files under a strict security policy, in silence."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self):
        if self.path == "/favicon.ico":  # browsers ask for it, whatever the page says
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_args):
        pass


@pytest.fixture(scope="session")
def served():
    """Return a function that gives the address of a folder on a server with a strict security policy."""
    servers = {}

    def serve(folder):
        if folder not in servers:
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=folder))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[folder] = server
        return f"http://127.0.0.1:{servers[folder].server_port}"

    yield serve
    for server in servers.values():
        server.shutdown()
        server.server_close()
