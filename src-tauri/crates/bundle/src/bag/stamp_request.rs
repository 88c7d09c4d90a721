//! `tagmanifest-sha256.txt.tsq`: a request for a time stamp on the whole bag (RFC 3161, 2.4.1), made without a network. The person may have it
//! answered by a service of their choice; the answer then shows that the bag existed when it was stamped.

/// Name of the request in the bag.
pub(crate) const REQUEST: &str = "tagmanifest-sha256.txt.tsq";

/// Name that the service's answer is given beside it.
pub(crate) const ANSWER: &str = "tagmanifest-sha256.txt.tsr";

/// `SEQUENCE { version 1, SEQUENCE { SEQUENCE { id-sha256, NULL }, OCTET STRING` … in DER, up to the hash.
const BEFORE: [u8; 24] = [
    0x30, 0x39, 0x02, 0x01, 0x01, 0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02,
    0x01, 0x05, 0x00, 0x04, 0x20,
];

/// … `}, certReq TRUE }`: the answer is to bring the certificates that it is checked by.
const AFTER: [u8; 3] = [0x01, 0x01, 0xFF];

/// The request for bytes with this SHA-256, in hexadecimal. It carries no nonce: the same bag has the same request.
pub(crate) fn request(sha256: &str) -> Vec<u8> {
    let digit = |byte: u8| (byte as char).to_digit(16).unwrap_or(0) as u8;
    let hash = sha256.as_bytes().chunks(2).map(|pair| pair.iter().fold(0, |sum, byte| sum << 4 | digit(*byte)));
    BEFORE.into_iter().chain(hash).chain(AFTER).collect()
}
