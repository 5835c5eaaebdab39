"""Many submissions: in parallel on any executor, with each finished report kept, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import concurrent.futures
import contextlib
import functools
import gc
import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue
from pathlib import Path

from autograder.cells import SubmissionError
from autograder.exercise import CourseError, Exercise, discover
from autograder.pipeline import GRACE_S, Grader, engine_digest, isolated, not_graded, unreadable
from autograder.report import Report
from autograder.sandbox import Home, Room, Sandbox, SandboxMissing
from autograder.submission import Source, read, slug_of

TRIES = 2
"""How often a submission is started again after the process that graded it was killed from outside."""


@dataclass(frozen=True)
class Job:
    """One submission to grade: where it is, the exercise it answers, and where the course is. Small and picklable, for any executor."""

    source: Source
    slug: str
    course: Path
    sandboxed: bool = True


_rooms: dict[tuple[Path, bool], list[Room]] = {}
_numbers: list[int] = []
"""Which of the rooms is this process's, if it belongs to a pool."""


def open_rooms(course: Path, sandboxed: bool, count: int) -> list[Room]:
    """At least ``count`` places to run submissions of a course, started but not waited for, each on a processor core of its own."""
    rooms = _rooms.setdefault((course, sandboxed), [])
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    while len(rooms) < count:
        core = cores[(os.getpid() + len(rooms)) % len(cores)] if cores else None
        rooms.append(Sandbox(course / "exercises", course / "solutions", core).start() if sandboxed else Home())
    return rooms


def room_for(course: Path, sandboxed: bool) -> Room:
    """The process's own place to run submissions of a course, started on first use."""
    number = _numbers[0] if _numbers else 0
    return open_rooms(course, sandboxed, number + 1)[number]


def begin_worker(numbers: SimpleQueue[int]) -> None:
    """What a process of the pool does first: leave Ctrl-C to the one that started it, and take the next room."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _numbers[:] = [numbers.get()]


@functools.cache
def grader_for(course: Path, slug: str, sandboxed: bool) -> Grader:
    """The process's own warm grader for an exercise."""
    room = room_for(course, sandboxed)  # first, so that it warms up while the checks are collected
    grader = Grader(discover(course)[slug], room)
    _ = grader.suite.expected
    return grader


def grade_job(job: Job) -> Report:
    """Grade one submission in a forked copy of this process; what an executor runs.

    Raises
    ------
    SandboxMissing, CourseError
        If nothing can be graded at all.
    """
    grader = grader_for(job.course, job.slug, job.sandboxed)
    grader.room = room_for(job.course, job.sandboxed)  # the grader may have been made before this process was forked
    try:
        outcome = _outcome_of(grader, job.source)
    except SandboxMissing:  # it may have been killed: a fresh one shows whether there is none at all
        grader.room.close()
        outcome = _outcome_of(grader, job.source)
    report = outcome if isinstance(outcome, Report) else not_graded(grader.exercise, job.source, outcome)
    if report.outcome == "not_graded":
        grader.room.close()  # it may have been left in the middle of something
    elif report.score < report.max_score:
        grader.suite.warm()  # there will be others: load the mistakes once, here
    return report


def _outcome_of(grader: Grader, source: Source) -> Report | str:
    if isinstance(grader.room, Sandbox):
        grader.room.wait()
    return isolated(lambda: grader.grade(source), grader.exercise.limits.wall_s + GRACE_S, grader.room.core)


class Store:
    """Finished reports on disk, one file each, under the hash of everything that a grade depends on.

    Parameters
    ----------
    folder : Path, optional
        None keeps nothing.
    reuse : bool
        Whether to give back what was kept before; if not, everything is graded again and kept anew.
    """

    def __init__(self, folder: Path | None, *, reuse: bool = True) -> None:
        self.folder = folder
        self.reuse = reuse
        self._digests: dict[str, str] = {}

    def key(self, job: Job, exercise: Exercise, data: bytes) -> str:
        """Hash of submission, exercise, engine and whether a sandbox was used."""
        if exercise.slug not in self._digests:
            self._digests[exercise.slug] = exercise.digest()
        parts = (hashlib.sha256(data).hexdigest(), self._digests[exercise.slug], engine_digest(), str(job.sandboxed), job.source.name,
                 job.source.student)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

    def get(self, key: str) -> Report | None:
        """The finished report, or None; a damaged file counts as none."""
        if self.folder is None or not self.reuse:
            return None
        with contextlib.suppress(OSError, ValueError):
            return Report.from_json((self.folder / f"{key}.json").read_text(encoding="utf-8"))
        return None

    def put(self, key: str, report: Report) -> None:
        """Keep a report, whole or not at all; a report that we failed to make is not kept."""
        if self.folder is None or report.outcome == "not_graded":
            return
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(self.folder / f"{key}.json", report.to_json(indent=None))


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or as it was before, also when the disk is full or the process is killed."""
    if path.exists() and not path.is_file():  # a pipe or a device
        path.write_text(text, encoding="utf-8", errors="replace")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:40]}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@dataclass(frozen=True)
class Batch:
    """What there is to do: jobs, and reports that stand already (unreadable, or graded before)."""

    jobs: tuple[tuple[int, str, Job], ...]
    done: Mapping[int, Report]
    notes: tuple[str, ...]
    exercises: Mapping[str, Exercise]


def plan(sources: Sequence[Source], course: Path, store: Store, *, slug: str | None = None, sandboxed: bool = True) -> Batch:
    """Find out for each submission which exercise it answers, and whether it has been graded already.

    Raises
    ------
    CourseError
        If ``slug`` is not an exercise of the course.
    """
    exercises = discover(course)
    if slug is not None and slug not in exercises:
        raise CourseError(f"there is no exercise {slug!r}; there are {', '.join(sorted(exercises)) or 'none'}")
    jobs, done, notes = [], {}, []
    for index, source in enumerate(sources):
        try:
            data, problem = read(source), ""
        except SubmissionError as error:
            data, problem = b"", str(error)
        found = slug or slug_of(source, data, exercises)
        if found is None:
            notes.append(f"{source.name}: {problem or 'cannot tell which exercise this is; say so with --exercise'}")
        elif problem:
            done[index] = unreadable(exercises[found], source, data, problem)
        else:
            job = Job(source, found, course, sandboxed)
            key = store.key(job, exercises[found], data)
            if (report := store.get(key)) is not None:
                done[index] = report
            else:
                jobs.append((index, key, job))
    return Batch(tuple(jobs), done, tuple(notes), exercises)


def run(batch: Batch, store: Store, workers: int, finished: Callable[[Report], None] = lambda report: None) -> list[Report]:
    """Grade everything in ``batch``; the reports in the order of the submissions.

    Parameters
    ----------
    batch : Batch
    store : Store
        Takes each report as soon as it is there.
    workers : int
        Processes on this machine; with 1, or one submission, this process does the work.
    finished : callable
        Told of each new report, for a progress bar.
    """
    reports = dict(batch.done)
    for index, key, report in _graded(batch, min(workers, len(batch.jobs))):
        store.put(key, report)
        reports[index] = report
        finished(report)
    return [reports[index] for index in sorted(reports)]


def _graded(batch: Batch, workers: int) -> Iterator[tuple[int, str, Report]]:
    if workers <= 1:
        for index, key, job in batch.jobs:
            yield index, key, grade_job(job)
        return
    waiting, tries = {index: (key, job) for index, key, job in batch.jobs}, dict.fromkeys((index for index, _, _ in batch.jobs), 0)
    while waiting:
        with local_pool(workers, [job for _, job in waiting.values()]) as executor:
            for index, report in on_executor(executor, {index: job for index, (_, job) in waiting.items()}):
                yield index, waiting.pop(index)[0], report
        if waiting:
            close_rooms()
        for index in list(waiting)[:workers]:  # the pool broke: some process was killed; whoever was in it may try again
            tries[index] += 1
            if tries[index] > TRIES:
                key, job = waiting.pop(index)
                yield index, key, not_graded(batch.exercises[job.slug], job.source, "the grading process was killed, more than once")


def local_pool(workers: int, jobs: Iterable[Job]) -> concurrent.futures.ProcessPoolExecutor:
    """Processes of this machine, forked after the checks of ``jobs`` have been collected once and a sandbox for each is starting."""
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    wanted = {(job.course, job.slug, job.sandboxed) for job in jobs}
    for course, sandboxed in {(course, sandboxed) for course, _, sandboxed in wanted}:
        open_rooms(course, sandboxed, workers)
    for course, slug, sandboxed in sorted(wanted):
        grader_for(course, slug, sandboxed)
    gc.freeze()  # or the first collection in each process would copy every page that it looks at
    numbers = context.SimpleQueue()
    for number in range(workers):
        numbers.put(number)
    return concurrent.futures.ProcessPoolExecutor(workers, mp_context=context, initializer=begin_worker, initargs=(numbers,))


def close_rooms() -> None:
    """End every sandbox of this process; the next use starts afresh."""
    for room in (room for rooms in _rooms.values() for room in rooms):
        room.close()


def on_executor(executor: concurrent.futures.Executor, jobs: Mapping[int, Job]) -> Iterator[tuple[int, Report]]:
    """Grade jobs on any executor, as they finish; ends early, without an error, if a process pool breaks.

    Raises
    ------
    SandboxMissing, CourseError
        As soon as one job raises it; the others are cancelled.
    """
    try:
        futures = {executor.submit(grade_job, job): index for index, job in jobs.items()}
        for future in concurrent.futures.as_completed(futures):
            yield futures[future], future.result()
    except BrokenProcessPool:
        return
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
