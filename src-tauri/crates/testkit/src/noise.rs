//! Chance that is the same every time.

/// Repeatable noise between -1 and 1, by place and seed.
#[must_use]
pub fn noise(x: u32, y: u32, seed: u32) -> f32 {
    let mut h = seed ^ x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
    (h >> 16) as f32 / 32_767.5 - 1.0
}
