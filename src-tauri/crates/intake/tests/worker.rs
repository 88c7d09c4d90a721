//! A worker that misbehaves ends as a sentence, and what it may not reach it does not reach.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::{self, Read};
use std::time::Duration;

use recourse_intake::worker::{Limits, Worker, WorkerError};
use recourse_intake::{Kind, ProblemCode};
use serde_json::{Value, json};

fn quick(change: impl FnOnce(&mut Limits)) -> Worker {
    let mut limits = Limits::default();
    change(&mut limits);
    common::worker().with_limits(limits)
}

fn outcome(worker: &Worker, job: &str) -> WorkerError {
    worker.run_job(job, Value::Null, &b"file"[..]).expect_err("the job should bring nothing")
}

#[test]
fn bytes_come_back_as_they_went() {
    let file: Vec<u8> = (0..3_000_000_u32).map(|n| (n * 7 % 251) as u8).collect();
    let answer = common::worker().run_job("echo", json!({ "a": 1 }), file.as_slice()).expect("an answer");
    assert_eq!(answer.header, json!({ "a": 1 }));
    assert!(answer.bytes == file);
}

#[test]
fn a_worker_that_dies_is_a_sentence() {
    for job in ["abort", "panic", "eat", "recurse"] {
        let error = outcome(&common::worker(), job);
        assert!(matches!(error, WorkerError::Died), "{job}: {error:?}");
        let problem = error.into_problem().expect("the file is to blame");
        assert_eq!(problem.code, ProblemCode::Unreadable);
        assert_eq!(problem.sentence, "This file could not be read: the reading process stopped.");
    }
}

#[test]
fn time_is_bounded_by_processor_and_by_clock() {
    let error = outcome(&quick(|limits| limits.cpu_seconds = 1), "spin");
    assert!(matches!(error, WorkerError::Died), "{error:?}");
    let error = outcome(&quick(|limits| limits.wall = Duration::from_millis(300)), "sleep");
    assert!(matches!(error, WorkerError::TimedOut), "{error:?}");
}

#[test]
fn nonsense_and_floods_are_refused() {
    assert!(matches!(outcome(&common::worker(), "babble"), WorkerError::Nonsense));
    assert!(matches!(outcome(&quick(|limits| limits.header = 1 << 16), "flood"), WorkerError::Nonsense));
    let worker = quick(|limits| limits.output = 1000);
    assert!(worker.run_job("large", json!({ "bytes": 1000 }), io::empty()).is_ok());
    let error = worker.run_job("large", json!({ "bytes": 1001 }), io::empty()).expect_err("too much");
    assert!(matches!(error, WorkerError::Nonsense), "{error:?}");
}

#[test]
fn an_unknown_job_and_a_file_too_large_are_problems() {
    let WorkerError::Problem(problem) = outcome(&common::worker(), "make tea") else { panic!("a problem") };
    assert_eq!(problem.code, ProblemCode::BadRequest);
    let worker = quick(|limits| limits.input = 1 << 20);
    assert!(worker.run_job("echo", Value::Null, io::repeat(b'x').take(1 << 20)).is_ok());
    let error = worker.run_job("echo", Value::Null, io::repeat(b'x')).expect_err("too large");
    let WorkerError::Problem(problem) = error else { panic!("{error:?}") };
    assert_eq!(problem.code, ProblemCode::TooLarge);
}

#[test]
fn a_source_that_fails_is_not_the_files_fault() {
    struct Torn;
    impl Read for Torn {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("torn"))
        }
    }
    let error = common::worker().run_job("echo", Value::Null, Torn).expect_err("no bytes");
    assert!(matches!(error, WorkerError::Input(_)), "{error:?}");
    assert!(error.into_problem().is_err());
    let nowhere = Worker::new("/nowhere/at/all").run_job("echo", Value::Null, io::empty()).expect_err("no program");
    assert!(matches!(nowhere, WorkerError::Start(_)), "{nowhere:?}");
}

#[test]
fn the_world_outside_is_out_of_reach() {
    let answer = common::worker().run_job("reach", Value::Null, io::empty()).expect("an answer");
    assert_eq!(answer.header["environment"], 0);
    assert_eq!(answer.header["write a file"], false);
    if cfg!(target_os = "linux") {
        for what in ["read a file", "open a socket", "start a program"] {
            assert_eq!(answer.header[what], false, "{what}");
        }
    }
}

#[test]
fn archives_and_the_unknown_meet_no_parser() {
    // With no program to start, only what needs no worker can succeed.
    let worker = Worker::new("/nowhere/at/all");
    for (name, bytes, kind) in
        [("all.zip", &b"PK\x03\x04rest"[..], Kind::Archive), ("what", b"\0\x01\x02\x03", Kind::Unknown)]
    {
        let reading = worker.read(name, bytes).expect("a reading without a worker");
        assert_eq!((reading.kind, reading.problem), (kind, None), "{name}");
    }
}
