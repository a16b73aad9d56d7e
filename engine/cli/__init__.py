"""The command line: `engine assess`, `engine why`, `engine read`, `engine check`, `engine quantities`.

Exit status of every command: 0 fine; 1 done, with findings or problems (errors or warnings; notes alone are fine);
2 could not do it, with the reason on stderr.  Nothing of the engine is imported before a command needs it.
"""

from engine.cli.main import main

__all__ = ["main"]
