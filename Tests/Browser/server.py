"""`retailmind dev` for one test: a port and a folder of its own, ended in good order."""

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO, Self

HOME = Path(__file__).resolve().parents[2]
READY_SECONDS_MAX = 120
STOP_SECONDS_MAX = 40


class Server:
    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="retailmind-browser-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        folder.chmod(0o755)  # PostgreSQL runs as a user of its own when we are root
        self._postmaster = folder / "var/postgres/data/postmaster.pid"
        self._output: IO[bytes] = (folder / "output").open("w+b")
        address = f"127.0.0.1:{free_port()}"
        self.url = f"http://{address}"
        variables = {"RETAILMIND_HOME": str(HOME), "RETAILMIND_VAR": str(folder / "var"), "RETAILMIND_ADDRESS": address}
        self._process = subprocess.Popen(
            [str(binary()), "dev"], env=os.environ | variables, stdout=self._output, stderr=subprocess.STDOUT
        )
        try:
            self._wait_until_ready()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """After a failure: whatever still runs is ended."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS_MAX)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._output.close()
        self._folder.cleanup()

    def stop(self) -> None:
        """What an administrator does; everything must be gone afterwards."""
        postgres = int(self._postmaster.read_text().split()[0])
        self._process.send_signal(signal.SIGTERM)
        code = self._process.wait(STOP_SECONDS_MAX)
        assert code == 0, f"the server ended with {code}\n{self.output()}"
        assert not self._postmaster.exists(), "PostgreSQL left its process file"
        # Ended but not yet buried, a process has a number still, and no folder.
        assert not Path(f"/proc/{postgres}/cwd").exists(), "PostgreSQL still runs"

    def output(self) -> str:
        self._output.seek(0)
        return self._output.read().decode(errors="replace")

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_SECONDS_MAX
        while not answers(f"{self.url}/api/v1/health/ready"):
            code = self._process.poll()
            assert code is None, f"the server ended with {code}\n{self.output()}"
            assert time.monotonic() < deadline, f"not ready after {READY_SECONDS_MAX} s\n{self.output()}"
            time.sleep(0.1)


def binary() -> Path:
    """The build of the tests, else that of `make run`."""
    for build in ("debug", "release"):
        path = HOME / ".build" / build / "retailmind"
        if path.exists():
            return path
    raise SystemExit("There is no retailmind in .build: `make unit` or `make run` builds it.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
