"""`python -m engine.cli` is the command `engine`."""

from engine.cli.main import main

raise SystemExit(main())
