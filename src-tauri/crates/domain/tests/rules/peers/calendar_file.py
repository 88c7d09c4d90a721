"""Reads a calendar file with PyPI `icalendar`, which stops at the first thing that is not as RFC 5545 wants it, and says what it found, as JSON:
the entries as read, and the entries as read again from what the library itself wrote."""

import json
import sys

from icalendar import Alarm, Calendar, Component, Event

for strict in (Component, Calendar, Event, Alarm):
    strict.ignore_exceptions = False


def alarm(found):
    return {
        "action": str(found["ACTION"]),
        "days": found["TRIGGER"].dt.total_seconds() / 86400,
        "text": str(found["DESCRIPTION"]),
    }


def event(found):
    return {
        "uid": str(found["UID"]),
        "sequence": int(found["SEQUENCE"]),
        "stamp": found["DTSTAMP"].dt.isoformat(),
        "value": found["DTSTART"].params["VALUE"],
        "first": found["DTSTART"].dt.isoformat(),
        "end": found["DTEND"].dt.isoformat(),
        "title": str(found["SUMMARY"]),
        "note": str(found.get("DESCRIPTION", "")),
        "alarms": [alarm(part) for part in found.walk("VALARM")],
    }


def read(data):
    calendar = Calendar.from_ical(data)
    mistakes = [str(mistake) for part in calendar.walk() for mistake in part.errors]
    assert not mistakes, mistakes
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    return calendar, [event(found) for found in calendar.walk("VEVENT")]


calendar, entries = read(sys.stdin.buffer.read())
print(json.dumps({"read": entries, "again": read(calendar.to_ical())[1]}))
