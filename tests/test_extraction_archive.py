"""The files of an archive: the same results from one process and several, whatever happens to workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from sphinx_newstimeline.extraction import Given, archive, extract_files, pool, worker
from sphinx_newstimeline.problems import ProblemKind

GIVEN = Given(published=date(2024, 11, 13))


@pytest.fixture
def paths(tmp_path):
    """Return the paths of a hundred articles of different length, one of which is not there."""
    found = []
    for number in range(100):
        path = tmp_path / f"{number:03}.txt"
        if number != 50:
            text = f"Train {number} was late on Monday, May {number % 28 + 1}.\n" * (1 + number % 7)
            path.write_text(text, encoding="utf-8")
        found.append(str(path))
    return found


@pytest.fixture
def few(monkeypatch):
    """Let workers be worth it for a few files."""
    monkeypatch.setattr(pool, "FILES_A_WORKER", 4)


@pytest.fixture
def wait(monkeypatch):
    """Return a function by which this process first waits for a state of all workers."""

    def for_all(state):
        enter = pool.Pool.__enter__

        def entered(self):
            enter(self)
            while not all(map(state, self._workers)):
                time.sleep(0.01)
            return self

        monkeypatch.setattr(pool.Pool, "__enter__", entered)

    return for_all


@pytest.mark.parametrize(
    ("files", "jobs", "workers"), [(1000, 1, 0), (1000, 2, 1), (63, 8, 0), (64, 8, 1), (200, 8, 3), (0, 4, 0)]
)
def test_workers_are_started_where_they_are_worth_it(files, jobs, workers):
    assert pool.workers_for(files, jobs) == workers


@pytest.mark.parametrize(("name", "value"), [("executable", ""), ("frozen", True)])
def test_without_an_interpreter_there_are_no_workers(monkeypatch, name, value):
    monkeypatch.setattr(sys, name, value, raising=False)
    assert pool.workers_for(1000, 8) == 0


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("jobs", [2, 4])
def test_several_processes_give_what_one_gives(paths, jobs):
    alone = extract_files(paths, GIVEN)
    together = extract_files(paths, GIVEN, jobs=jobs)
    assert together == alone
    assert together.problems == ()
    assert [problem.kind for problem in together.files[50].problems] == [ProblemKind.MISSING]
    assert repr(together) == repr(alone)


@pytest.mark.usefixtures("few")
def test_a_worker_does_some_of_the_work(paths, wait, monkeypatch):
    here = []
    extract_file = archive.extract_file
    monkeypatch.setattr(archive, "extract_file", lambda *given: (here.append(given), extract_file(*given))[1])
    wait(lambda worker: worker.asked)
    found = extract_files(paths, GIVEN, jobs=2)
    assert 0 < len(here) < len(paths) - 8
    assert len(found.files) == len(paths)


@pytest.mark.parametrize(
    "program",
    [
        "import sys; sys.exit(3)",
        "print('hello')",
        # Dies with files in hand.
        worker.PROGRAM.replace(
            "main()",
            "import os; from sphinx_newstimeline.extraction import worker\n"
            "worker._answer = lambda *_: os._exit(9); main()",
        ),
        # Answers with what is no pickle.
        worker.PROGRAM.replace("main()", "print('newstimeline', flush=True)"),
    ],
    ids=["ends", "chatters", "dies", "is another"],
)
@pytest.mark.usefixtures("few")
def test_what_a_lost_worker_had_in_hand_is_read_here(paths, wait, monkeypatch, program):
    monkeypatch.setattr(pool, "PROGRAM", program)
    wait(lambda worker: not worker.thread.is_alive())
    found = extract_files(paths, GIVEN, jobs=3)
    assert found.files == extract_files(paths, GIVEN).files
    (problem,) = found.problems
    assert problem.kind is ProblemKind.PROCESS
    assert "2 processes" in problem.message


@pytest.mark.usefixtures("few")
def test_nobody_waits_for_a_worker_that_has_taken_nothing(paths, monkeypatch):
    monkeypatch.setattr(pool, "PROGRAM", "import time; time.sleep(600)")
    assert extract_files(paths, GIVEN, jobs=2) == extract_files(paths, GIVEN)


@pytest.mark.usefixtures("few")
def test_a_worker_that_cannot_be_started_is_a_lost_one(paths, wait, monkeypatch):
    wait(lambda worker: not worker.thread.is_alive())
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    found = extract_files(paths, GIVEN, jobs=2)
    assert found.files == extract_files(paths, GIVEN).files
    assert [problem.kind for problem in found.problems] == [ProblemKind.PROCESS]


@pytest.mark.usefixtures("few")
def test_an_error_is_the_same_with_one_process_and_several(paths, monkeypatch):
    program = worker.PROGRAM.replace(
        "main()", "from sphinx_newstimeline.extraction import worker; worker.extract_file = None; main()"
    )
    monkeypatch.setattr(pool, "PROGRAM", program)

    def fail(path, _given):
        raise ZeroDivisionError(path)

    monkeypatch.setattr(archive, "extract_file", fail)
    for jobs in (1, 2):
        with pytest.raises(ZeroDivisionError):
            extract_files(paths, GIVEN, jobs=jobs)


def test_a_worker_leaves_an_error_to_its_parent(monkeypatch):
    monkeypatch.setattr(worker, "extract_file", None)
    assert worker._answer("a.txt", GIVEN) is None


@pytest.mark.usefixtures("few")
def test_progress_is_told_of_each_file(paths):
    told = []
    for jobs in (1, 2):
        told.clear()
        extract_files(paths, GIVEN, jobs=jobs, progress=lambda *state: told.append(state))
        assert [done for done, _, _ in told] == list(range(1, 101))
        assert {total for _, total, _ in told} == {100}
        assert sorted(path for _, _, path in told) == paths


@pytest.mark.usefixtures("few")
def test_what_a_library_prints_stands_in_nobodys_way(paths, monkeypatch, capfd):
    noisy = worker.PROGRAM.replace(
        "main()",
        "from sphinx_newstimeline.extraction import worker; quiet = worker.extract_file\n"
        "worker.extract_file = lambda *given: (print('noise', flush=True), quiet(*given))[1]; main()",
    )
    monkeypatch.setattr(pool, "PROGRAM", noisy)
    assert extract_files(paths, GIVEN, jobs=2).problems == ()
    assert capfd.readouterr().out == ""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_ends_the_workers_as_well(paths):
    script = (
        "import signal, sys\n"
        "from sphinx_newstimeline.extraction import archive, pool, Given\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # in the background it is ignored
        "pool.FILES_A_WORKER = 4\n"
        "archive.extract_file = lambda *_: __import__('time').sleep(60)\n"
        "def tell(*_): pass\n"
        "start = pool._Worker.start\n"
        "def started(self):\n"
        "    start(self); print(self.process.pid, flush=True)\n"
        "pool._Worker.start = started\n"
        "archive.extract_files(sys.argv[1:], Given(), jobs=3)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    workers = [int(process.stdout.readline()) for _ in range(2)]
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert errors.count("Traceback") == 1
    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
