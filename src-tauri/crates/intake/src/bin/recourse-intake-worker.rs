//! A worker that knows intake's jobs and, beside them, the misbehaviour that the tests ask for. It is not shipped.

use std::io::Write;
use std::process::{ExitCode, abort};

use recourse_intake::worker::{Handlers, Output, is_worker, serve};
use recourse_intake::{Problem, ProblemCode};
use serde_json::{Value, json};

fn main() -> ExitCode {
    if !is_worker() {
        return ExitCode::FAILURE;
    }
    let handlers = Handlers::intake()
        .with("echo", |params, bytes| Ok(Output::new(params.clone(), bytes.to_vec())))
        .with("abort", |_, _| abort())
        .with("panic", |_, _| Err(deep_panic(&[])))
        .with("spin", |_, _| spin())
        .with("sleep", |_, _| sleep())
        .with("eat", |_, _| eat())
        .with("recurse", |_, _| Ok(Output::new(json!(recurse(0)), Vec::new())))
        .with("babble", |_, _| babble())
        .with("flood", |_, _| flood())
        .with("large", |params, _| Ok(Output::new(Value::Null, vec![0; large(params)])))
        .with("reach", |_, _| Ok(Output::new(reach(), Vec::new())));
    serve(&handlers)
}

fn deep_panic(nothing: &[u8]) -> Problem {
    Problem::new(ProblemCode::Damaged, format!("{}", nothing[nothing.len()]))
}

fn spin() -> ! {
    let mut turns = 0_u64;
    loop {
        turns = std::hint::black_box(turns).wrapping_add(1);
    }
}

fn sleep() -> ! {
    loop {
        std::thread::park();
    }
}

fn eat() -> ! {
    let mut eaten = Vec::new();
    loop {
        eaten.push(std::hint::black_box(vec![1_u8; 1 << 20]));
    }
}

fn recurse(depth: u64) -> u64 {
    if std::hint::black_box(depth) == u64::MAX {
        return depth;
    }
    let here = std::hint::black_box([depth; 64]);
    recurse(here[0] + 1) + std::hint::black_box(here[1])
}

fn babble() -> ! {
    let mut out = std::io::stdout().lock();
    let _sent = out.write_all(b"this is no answer\n").and_then(|()| out.flush());
    std::process::exit(0)
}

fn flood() -> ! {
    let mut out = std::io::stdout().lock();
    while out.write_all(&[b'x'; 4096]).is_ok() {}
    std::process::exit(0)
}

fn large(params: &Value) -> usize {
    params["bytes"].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
}

/// What is left of the world outside: each answer should be false, and the environment empty but for the allocator's setting.
fn reach() -> Value {
    json!({
        "read a file": std::fs::read("/etc/hostname").is_ok(),
        "write a file": std::fs::write("reached", b"x").is_ok(),
        "open a socket": std::net::TcpListener::bind("127.0.0.1:0").is_ok(),
        "start a program": std::process::Command::new("/bin/true").status().is_ok(),
        "environment": std::env::vars().filter(|(name, _)| name != "GLIBC_TUNABLES").count(),
    })
}
