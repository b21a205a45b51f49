#!/usr/bin/env python3
"""Measures how fast a fresh function answers its first report.

Starts the native executable as AWS Lambda would, with this script as the Lambda runtime API, hands it one event, and
prints the medians over fresh processes: start to first poll, start to answer, peak memory, and a second, warm answer.
The database is that of QUARKUS_DATASOURCE_JDBC_URL, …_USERNAME and …_PASSWORD.

usage: first-answer.py EXECUTABLE EVENT.json [RUNS]
"""
import http.server
import json
import os
import queue
import statistics
import subprocess
import sys
import threading
import time

executable, event_file = sys.argv[1], sys.argv[2]
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 30
event = open(event_file, "rb").read()

class RuntimeApi(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        self.server.marks.put(("poll", time.perf_counter(), None))
        body = self.server.pending.get()
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", "00000000-0000-0000-0000-000000000000")
        self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + 30) * 1000)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        answer = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.marks.put(("answer", time.perf_counter(), answer))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Runtime:
    """The runtime API of one process; a poll that a killed process left behind stays with it."""

    def __enter__(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), RuntimeApi)
        self.server.daemon_threads = True
        self.server.marks, self.server.pending = queue.Queue(), queue.Queue()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        environment = dict(os.environ, AWS_LAMBDA_RUNTIME_API=f"127.0.0.1:{self.server.server_port}")
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [executable], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.server.shutdown()
        self.server.server_close()

    def wait_for(self, kind):
        got, at, answer = self.server.marks.get(timeout=60)
        assert got == kind, f"{got} instead of {kind}"
        return at, answer

    def answer(self):
        """When the event's answer came."""
        self.server.pending.put(event)
        at, answer = self.wait_for("answer")
        if json.loads(answer)["statusCode"] != 200:
            sys.exit(f"answered {answer[:500]}")
        self.wait_for("poll")
        return at

    def peak_memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


polled, answered, warm, memory = [], [], [], []
for run in range(runs):
    with Runtime() as runtime:
        polled.append(1000 * (runtime.wait_for("poll")[0] - runtime.started))
        answered.append(1000 * (runtime.answer() - runtime.started))
        for _ in range(20):
            sent = time.perf_counter()
            last = runtime.answer()
        warm.append(1000 * (last - sent))
        memory.append(runtime.peak_memory())
    print(f"\r{run + 1} of {runs}", end="", file=sys.stderr)
print(file=sys.stderr)
for name, values, unit in (
    ("start to first poll", polled, "ms"),
    ("start to first answer", answered, "ms"),
    ("21st answer", warm, "ms"),
    ("peak resident memory", memory, "MB"),
):
    print(f"{name:24} median {statistics.median(values):7.1f} {unit}"
          f"   lowest {min(values):7.1f}   highest {max(values):7.1f}")
