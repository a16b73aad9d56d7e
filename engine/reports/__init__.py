"""Faces of a report and of a document: the JSON that the engine promises to the outside, tables for the terminal, CSV.

Imports the rooms above it.  Of a report, `json.to_json` prints `engine.report/1`, whose fields are the records of
`schema`, and `console.print_report` the table, in the order of `ranking.worst_first`.  Of a document as it is read,
`reading.print_document` prints tables, `csv.print_csv` CSV and `document.document_json` `engine.document/1`; of its
checks, `checks` prints text and `engine.checks/1`.  Each face is imported from its own module, so that no command pays
for another's libraries; rich is imported by `grid` and `quantities` alone, when they print.
"""
