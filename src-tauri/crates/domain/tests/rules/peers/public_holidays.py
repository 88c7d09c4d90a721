"""The public holidays of the three calendars as two others know them, as JSON: by rule (PyPI `holidays`), and as officially published (the data
file inside PyPI `govuk-bank-holidays`; nothing is fetched). Weekends are left out, because a holiday on one moves no day."""

import json
import sys

import holidays
from govuk_bank_holidays.bank_holidays import BankHolidays

CALENDARS = {
    "england-wales": ("ENG", BankHolidays.ENGLAND_AND_WALES),
    "scotland": ("SCT", BankHolidays.SCOTLAND),
    "northern-ireland": ("NIR", BankHolidays.NORTHERN_IRELAND),
}

first, last = int(sys.argv[1]), int(sys.argv[2])
years = range(first, last + 1)
published = BankHolidays(use_cached_holidays=True)


def weekdays(days):
    return sorted({day.isoformat() for day in days if day.weekday() < 5 and day.year in years})


answer = {}
for calendar, (part, division) in CALENDARS.items():
    by_rule = holidays.country_holidays("GB", subdiv=part, years=years)
    official = (event["date"] for event in published.data[division])
    answer[calendar] = {"by_rule": weekdays(by_rule), "published": weekdays(official)}
print(json.dumps(answer))
