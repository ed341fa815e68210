"""The table of what was read from the sample files, at the end of the test output."""


def pytest_terminal_summary(terminalreporter):
    """Show the rows that tests have recorded as `sample`."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    rows = {value for report in reports for name, value in getattr(report, "user_properties", ()) if name == "sample"}
    if rows:
        terminalreporter.section("What was read from the sample photos")
        for row in sorted(rows):
            terminalreporter.write_line(row)
