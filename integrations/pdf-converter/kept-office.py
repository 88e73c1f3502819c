"""A LibreOffice that stays: `kept-office.py SOFFICE PROFILE-URL PIPE` speaks JSON lines over standard input and output.

It says {"ready": true}, or {"missing": PACKAGE} and ends. Each {"docx": URL, "pdf": URL} is answered by {"done": true} or {"failed": REASON}.
When standard input ends, the asking process is gone: LibreOffice ends, whatever it is doing. When LibreOffice ends, so does this script.
"""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time

# How long a file may still take once the asking process is gone, and LibreOffice to end by itself.
SECONDS_TO_ANSWER = 2
SECONDS_TO_END = 20

# Loading uno adds to it what belongs to Debian's LibreOffice, which need not be the one that is started.
ENVIRONMENT = dict(os.environ)


def say(answer):
    print(json.dumps(answer), flush=True)


try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    say({"missing": "python3-uno"})
    sys.exit()


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


# As `soffice --convert-to` opens a file.
OPEN = properties(Hidden=True, ReadOnly=True, Silent=True, MacroExecutionMode=0, UpdateDocMode=0)
SAVE = properties(FilterName="writer_pdf_Export")

questions = queue.SimpleQueue()
is_over = threading.Event()


def end():
    os.killpg(0, signal.SIGKILL)


def listen():
    for line in sys.stdin:
        questions.put(json.loads(line))
    questions.put(None)
    if is_over.wait(SECONDS_TO_ANSWER):
        time.sleep(SECONDS_TO_END)
    end()


def watch(office):
    office.wait()
    end()


def start(soffice, profile, name):
    """Starts LibreOffice on a named pipe, a Unix socket that only this account may open. Once connected, its name is removed."""
    options = ["--headless", "--norestore", "--nologo", "--nolockcheck", f"--accept=pipe,name={name};urp;"]
    null = subprocess.DEVNULL
    command = [soffice, "-env:UserInstallation=" + profile, *options]
    office = subprocess.Popen(command, env=ENVIRONMENT, stdin=null, stdout=null, stderr=null)
    threading.Thread(target=watch, args=[office], daemon=True).start()
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    while True:
        with contextlib.suppress(NoConnectException):
            context = resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
            break
        time.sleep(0.01)
    for folder in ("/tmp", "/var/tmp"):
        with contextlib.suppress(OSError):
            os.unlink(f"{folder}/OSL_PIPE_{os.getuid()}_{name}")
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def convert(desktop, question):
    document = desktop.loadComponentFromURL(question["docx"], "_blank", 0, OPEN)
    if document is None:
        return {"failed": "not opened"}
    document.storeToURL(question["pdf"], SAVE)
    document.close(True)
    return {"done": True}


if os.getpgrp() != os.getpid():
    os.setpgid(0, 0)
os.umask(0o077)
threading.Thread(target=listen, daemon=True).start()
desktop = start(*sys.argv[1:4])
say({"ready": True})
for question in iter(questions.get, None):
    try:
        say(convert(desktop, question))
    except Exception as error:
        say({"failed": type(error).__name__})
is_over.set()
desktop.terminate()
threading.Event().wait()
