//! The request for a time stamp, as OpenSSL reads it; and a stamp on it, made by a service of the test's own.

use crate::support::{packed, tool_in, unpack};
use recourse_bundle::progress::unwatched;
use recourse_bundle::verify::{FileState, verify};
use std::fs;
use std::path::Path;

const REQUEST: &str = "tagmanifest-sha256.txt.tsq";

#[test]
fn openssl_reads_the_request_and_it_is_for_this_bag() {
    let folder = unpack();
    let bag = folder.path().join("bag");
    let Some((good, said)) = tool_in(&bag, "openssl", &[&"ts", &"-query", &"-in", &REQUEST, &"-text"]) else { return };
    assert!(good, "{said}");
    for line in [
        "Version: 1",
        "Hash Algorithm: sha256",
        "Policy OID: unspecified",
        "Nonce: unspecified",
        "Certificate required: yes",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    // The hash stands in rows of sixteen bytes: "0000 - 9f 86 d0 …-…   letters".
    let rows = said.lines().filter(|line| line.trim_start().starts_with("00") && line.contains(" - "));
    let hash: String = rows
        .flat_map(|row| {
            row.split(" - ").nth(1).expect("bytes")[..47].chars().filter(char::is_ascii_hexdigit).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(hash, packed().report.seal);
    let own = tool_in(
        &bag,
        "openssl",
        &[
            &"ts",
            &"-query",
            &"-data",
            &"tagmanifest-sha256.txt",
            &"-sha256",
            &"-cert",
            &"-no_nonce",
            &"-out",
            &"own.tsq",
        ],
    );
    assert!(own.expect("an answer").0);
    assert_eq!(fs::read(bag.join("own.tsq")).expect("theirs"), fs::read(bag.join(REQUEST)).expect("ours"));
}

#[test]
fn a_request_for_another_bag_is_found_out() {
    let folder = unpack();
    let bag = folder.path().join("bag");
    let mut other = fs::read(bag.join(REQUEST)).expect("the request");
    other[30] ^= 1;
    fs::write(bag.join(REQUEST), other).expect("written");
    let verdict = verify(&bag, unwatched()).expect("an answer");
    let odd: Vec<_> =
        verdict.files.iter().filter(|f| f.state != FileState::Whole).map(|f| (f.path.as_str(), f.state)).collect();
    assert_eq!(odd, [(REQUEST, FileState::Changed)]);
}

/// What OpenSSL's time-stamping needs to be told.
const SERVICE: &str = "\
[req]
distinguished_name = name
[name]
[stamp]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = service
[service]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
";

#[test]
fn a_stamp_put_beside_the_request_checks_and_the_bag_stays_whole() {
    let folder = unpack();
    let bag = folder.path().join("bag");
    let service = folder.path().join("service");
    fs::create_dir(&service).expect("a folder");
    fs::write(service.join("service.cnf"), SERVICE).expect("written");
    fs::write(service.join("serial"), "01\n").expect("written");
    let openssl = |place: &Path, words: &str| {
        let words: Vec<&str> = words.split(' ').collect();
        let words: Vec<&dyn AsRef<std::ffi::OsStr>> =
            words.iter().map(|word| word as &dyn AsRef<std::ffi::OsStr>).collect();
        tool_in(place, "openssl", &words)
    };
    let steps = [
        (
            &service,
            "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 3650 -subj /CN=Invented -config service.cnf -extensions stamp",
        ),
        (
            &service,
            "ts -reply -config service.cnf -queryfile ../bag/tagmanifest-sha256.txt.tsq -signer cert.pem -inkey key.pem -out ../bag/tagmanifest-sha256.txt.tsr",
        ),
        (&bag, "ts -verify -in tagmanifest-sha256.txt.tsr -data tagmanifest-sha256.txt -CAfile ../service/cert.pem"),
    ];
    for (place, words) in steps {
        let Some((good, said)) = openssl(place, words) else { return };
        assert!(good, "openssl {words}\n{said}");
    }
    assert!(verify(&bag, unwatched()).expect("an answer").whole);
}
