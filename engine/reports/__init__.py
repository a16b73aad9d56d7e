"""Faces of a report: the JSON that the engine promises to the outside, and a table for the terminal.

Imports `engine.model` and `engine.explain`.  `reports.json.to_json` prints `engine.report/1`, whose fields are the
records of `reports.schema`; `reports.console.print_report` prints the table (it alone imports rich);
`reports.ranking.worst_first` is the order in which a supervisor reads.  Each face is imported from its own module,
so that no command pays for another's libraries.
"""
