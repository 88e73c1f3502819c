"""Runs a program that reads what strangers sent: `confined-run.py FOLDER PROGRAM ARGUMENT…`.

The program sees FOLDER and what is installed, and no other file; it makes no TCP connection, sends no signal to other processes and gains no privileges, as far as
the kernel knows how to say so (Landlock, linux/landlock.h). It ends at its limits of memory, processor and written bytes. Where the kernel cannot do this, it is not run: status 3.
"""

import ctypes
import os
import resource
import shutil
import struct
import sys

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION = 1
BELOW_PATH = 1
NO_NEW_PRIVILEGES = 38

# Rights to files, by the version of Landlock that first knew them: all of version 1, linking, truncating, devices.
KNOWN_RIGHTS = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, MAKE_FILE, TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 8, 1 << 14
READ = EXECUTE | READ_FILE | READ_DIR
# TCP, and sockets and signals of processes outside.
NETWORK, OUTSIDE = 3, 3

# Where programs, their libraries and what fontconfig asks stand.
INSTALLED = ["/usr", "/lib", "/lib64", "/bin", "/etc/fonts", "/var/cache/fontconfig"]

LIMITS = {
    resource.RLIMIT_AS: 1_500_000_000,
    resource.RLIMIT_CPU: 10,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NOFILE: 64,
    resource.RLIMIT_FSIZE: 32 * 1024 * 1024,
}

libc = ctypes.CDLL(None, use_errno=True)


def call(*arguments):
    answer = libc.syscall(*(ctypes.c_long(one) if isinstance(one, int) else one for one in arguments))
    if answer < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return answer


def allow(rules, place, rights):
    place_of = os.open(place, os.O_PATH | os.O_CLOEXEC)
    call(ADD_RULE, rules, BELOW_PATH, struct.pack("<Qi", rights, place_of), 0)
    os.close(place_of)


def confine(folder, installed):
    version = call(CREATE_RULESET, None, 0, ASK_VERSION)
    handled = sum(rights for since, rights in KNOWN_RIGHTS.items() if since <= version)
    wanted = struct.pack("<QQQ", handled, NETWORK if version >= 4 else 0, OUTSIDE if version >= 6 else 0)
    # An older kernel takes no more than it knows.
    wanted = wanted[: 8 if version < 4 else 16 if version < 6 else 24]
    rules = call(CREATE_RULESET, wanted, len(wanted), 0)
    for place in installed:
        if os.path.exists(place):
            allow(rules, place, READ & handled)
    allow(rules, folder, (READ_FILE | READ_DIR | WRITE_FILE | MAKE_FILE | TRUNCATE) & handled)
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "no_new_privs")
    call(RESTRICT_SELF, rules, 0)
    os.close(rules)


folder, *command = sys.argv[1:]
program = shutil.which(command[0])
if program is None:
    sys.exit(f"confined-run: no {command[0]}")
try:
    confine(folder, INSTALLED + [os.path.dirname(program)])
except OSError as error:
    print(f"confined-run: {error}", file=sys.stderr)
    sys.exit(3)
for limit, most in LIMITS.items():
    resource.setrlimit(limit, (most, most))
os.execv(program, command)
