"""Runs a program and prints the most memory it ever had, in KiB, and how it ended.

What the system tells of a program in the end counts what started it as well. So that is this, which is next to nothing:
`python -I -S`, and modules that are in Python itself.
"""

import posix
import sys

child = posix.fork()
if child == 0:
    quiet = posix.open("/dev/null", posix.O_WRONLY)
    posix.dup2(quiet, 1)
    posix.execv(sys.argv[1], sys.argv[1:])
_, status, used = posix.wait4(child, 0)
print(used.ru_maxrss, posix.waitstatus_to_exitcode(status))
sys.exit(status != 0)
