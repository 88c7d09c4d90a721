//! Data of the pages on what was told and what was not.

use std::ops::Range;

use super::keys::{Keys, Numbers};
use crate::model::{
    Certainty, CheckedNotice, DataRow, DateWords, Finding, IncidentDates, NamedLater, Pair, QuestionRow, Quoted,
    RequestFacts, Telling, Told,
};
use serde_json::{Value, json};

/// The notices that stand side by side on a page.
const ABREAST: usize = 4;

/// The lists of what was told, each with a heading of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// The dates of the incidents and who told whom.
    Tellings,
    /// Item by item, what each notice says.
    Notices,
    /// Statements that do not seem to fit.
    Pairs,
    /// Questions and what has become of them.
    Questions,
    /// Kinds of data.
    Data,
    /// Requests and what happened to them.
    Requests,
}

impl List {
    /// All of them, in the order of the bundle.
    pub(crate) const ALL: [Self; 6] =
        [Self::Tellings, Self::Notices, Self::Pairs, Self::Questions, Self::Data, Self::Requests];

    /// The heading.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Tellings => "Who told whom",
            Self::Notices => "Told and not told",
            Self::Pairs => "Statements that do not seem to fit",
            Self::Questions => "Questions",
            Self::Data => "Kinds of data",
            Self::Requests => "Requests",
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(self, told: &Told) -> usize {
        match self {
            Self::Tellings => told.incidents.len() + told.named.len() + told.tellings.len(),
            Self::Notices => told.notices.len(),
            Self::Pairs => told.pairs.len(),
            Self::Questions => told.questions.len(),
            Self::Data => told.data.len(),
            Self::Requests => told.requests.len(),
        }
    }

    /// The most rows that are set in one run; a notice or a kind of data is a row with many lines.
    pub(crate) const fn piece(self) -> usize {
        match self {
            Self::Notices => 5 * ABREAST,
            Self::Data | Self::Requests => 50,
            Self::Pairs => 100,
            Self::Tellings | Self::Questions => super::lists::PIECE,
        }
    }
}

/// A piece of one of the lists.
pub(crate) fn data(list: List, told: &Told, rows: Range<usize>, numbers: &Numbers, keys: &mut Keys) -> Value {
    let mut page = Page { numbers, keys };
    let first = rows.start == 0;
    let mut value = match list {
        List::Tellings => page.tellings(told, rows),
        List::Notices => {
            let blocks: Vec<Value> = told.notices[rows].chunks(ABREAST).map(|notices| page.matrix(notices)).collect();
            let mut findings = told.notices.iter().flat_map(|notice| &notice.findings);
            let remarks = findings.any(|finding| !finding.remark.is_empty());
            json!({"page": "notices", "blocks": blocks, "remarks": remarks})
        }
        List::Pairs => {
            let pairs: Vec<Value> = told.pairs[rows].iter().map(|pair| page.pair(pair)).collect();
            json!({"page": "pairs", "pairs": pairs})
        }
        List::Questions => {
            let rows: Vec<Value> = told.questions[rows].iter().map(|row| page.question(row)).collect();
            json!({"page": "questions", "rows": rows})
        }
        List::Data => {
            let kinds = told.data[rows].iter().map(|kind| {
                let rows: Vec<Value> = kind.assertions.iter().map(|row| page.assertion(row)).collect();
                json!({"label": kind.label, "sensitivity": kind.sensitivity, "rows": rows})
            });
            json!({"page": "kinds", "kinds": kinds.collect::<Vec<_>>()})
        }
        List::Requests => {
            let requests: Vec<Value> = told.requests[rows].iter().map(|request| page.request(request)).collect();
            json!({"page": "requests", "requests": requests})
        }
    };
    value["title"] = json!(list.title());
    value["first"] = json!(first);
    value
}

/// A piece in the making.
struct Page<'a> {
    numbers: &'a Numbers,
    keys: &'a mut Keys,
}

impl Page<'_> {
    /// Where a row leads.
    fn spot(&mut self, source: Option<&str>, place: &str) -> Value {
        let (page, key) = self.keys.source(source, self.numbers);
        json!({"source": source, "page": page, "key": key, "place": place})
    }

    fn quoted(&mut self, said: &Quoted) -> Value {
        json!({
            "reference": said.reference,
            "words": said.words,
            "speaker": said.speaker,
            "date": date(&said.date),
            "about": said.about,
            "spot": self.spot(said.source.as_deref(), &said.place),
        })
    }

    /// Incidents, then parties named later, then tellings, counted through.
    fn tellings(&mut self, told: &Told, rows: Range<usize>) -> Value {
        let (incidents, named) = (told.incidents.len(), told.named.len());
        let part = |from: usize, len: usize| {
            let clamp = |at: usize| at.saturating_sub(from).min(len);
            clamp(rows.start)..clamp(rows.end)
        };
        let (one, two, three) =
            (part(0, incidents), part(incidents, named), part(incidents + named, told.tellings.len()));
        let incidents: Vec<Value> = told.incidents[one].iter().map(|incident| self.incident(incident)).collect();
        let named: Vec<Value> = told.named[two].iter().map(|named| self.named(named)).collect();
        let tellings: Vec<Value> = told.tellings[three].iter().map(|telling| self.telling(telling)).collect();
        json!({"page": "tellings", "incidents": incidents, "named": named, "rows": tellings})
    }

    fn incident(&mut self, incident: &IncidentDates) -> Value {
        let mut dates = Vec::new();
        for row in &incident.dates {
            dates.push(json!({
                "what": row.what,
                "date": date(&row.date),
                "after": row.after,
                "spot": self.spot(row.source.as_deref(), ""),
                "certainty": row.certainty.map_or("", Certainty::words),
            }));
        }
        json!({"name": incident.name, "kind": incident.kind_as_told, "dates": dates})
    }

    fn named(&mut self, named: &NamedLater) -> Value {
        json!({
            "shown": named.shown,
            "name": named.name,
            "by": named.by,
            "date": date(&named.date),
            "authority": named.authority,
            "spot": self.spot(named.source.as_deref(), ""),
        })
    }

    fn telling(&mut self, telling: &Telling) -> Value {
        json!({
            "date": date(&telling.date),
            "what": telling.what,
            "from": telling.from,
            "to": telling.to,
            "text": telling.text,
            "spot": self.spot(telling.source.as_deref(), ""),
            "certainty": telling.certainty.words(),
        })
    }

    /// Notices side by side, an item a row.
    fn matrix(&mut self, notices: &[CheckedNotice]) -> Value {
        let mut heads = Vec::new();
        for notice in notices {
            heads.push(json!({
                "reference": notice.reference,
                "title": notice.title,
                "date": date(&notice.date),
                "spot": self.spot(notice.source.as_deref(), ""),
            }));
        }
        let items = notices.first().map(|notice| notice.findings.as_slice()).unwrap_or_default();
        let rows: Vec<Value> = items
            .iter()
            .map(|item| {
                let cells = notices.iter().map(|notice| cell(notice, &item.item));
                json!({
                    "item": item.item,
                    "text": item.text,
                    "footing": item.footing,
                    "cells": cells.collect::<Vec<_>>(),
                })
            })
            .collect();
        json!({"heads": heads, "rows": rows})
    }

    fn pair(&mut self, pair: &Pair) -> Value {
        json!({
            "tie": pair.tie,
            "first": self.quoted(&pair.first),
            "second": self.quoted(&pair.second),
            "both": pair.both_true,
            "remark": pair.remark,
        })
    }

    fn question(&mut self, row: &QuestionRow) -> Value {
        let answer = row.answer.as_ref().map(|answer| self.quoted(answer));
        json!({
            "reference": row.reference,
            "text": row.text,
            "gap": row.gap,
            "of": row.asked_of,
            "asked": date(&row.asked),
            "letter": row.asked_in,
            "spot": self.spot(row.source.as_deref(), ""),
            "state": row.state,
            "answer": answer,
            "remark": row.remark,
        })
    }

    fn request(&mut self, request: &RequestFacts) -> Value {
        let mut rows = Vec::new();
        for row in &request.rows {
            rows.push(json!({
                "date": date(&row.date),
                "what": row.what,
                "words": row.words,
                "spot": self.spot(row.source.as_deref(), ""),
                "certainty": row.certainty.words(),
            }));
        }
        json!({
            "reference": request.reference,
            "title": request.title,
            "about": request.about,
            "rows": rows,
            "remark": request.remark,
        })
    }

    fn assertion(&mut self, row: &DataRow) -> Value {
        json!({
            "reference": row.reference,
            "date": date(&row.date),
            "standing": row.standing,
            "by": row.by,
            "whose": row.whose,
            "quote": row.quote,
            "spot": self.spot(row.source.as_deref(), ""),
            "certainty": row.certainty.words(),
            "remark": row.remark,
        })
    }
}

/// A date with what it was taken to mean, where that says more.
pub(super) fn date(date: &DateWords) -> Value {
    json!({
        "stated": date.as_stated,
        "normalised": date.normalised.as_ref().filter(|words| **words != date.as_stated),
        "flag": date.flag,
    })
}

fn cell(notice: &CheckedNotice, item: &str) -> Value {
    let finding: Option<&Finding> = notice.findings.iter().find(|finding| finding.item == item);
    json!({
        "finding": finding.and_then(|finding| finding.finding.as_deref()),
        "quote": finding.map(|finding| finding.quote.as_str()).unwrap_or_default(),
        "remark": finding.map(|finding| finding.remark.as_str()).unwrap_or_default(),
    })
}
