//! Currencies and how many digits their minor unit has, by ISO 4217 (list one, in force on 1 January 2026). Metals, units of account and
//! funds are left out: nobody pays with them.

/// Currencies whose minor unit is a hundredth.
const HUNDREDTHS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP \
CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD \
KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON \
RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG \
YER ZAR ZMW ZWG";

/// Currencies without a minor unit.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

/// Currencies whose minor unit is a thousandth.
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// The currency of an amount that names none: all three jurisdictions of the program pay in it, and the box says it back at once.
pub const UNNAMED: &str = "GBP";

/// How many digits the minor unit of a currency has; none for a code that is no currency.
pub fn digits(code: &str) -> Option<u32> {
    known(code).map(|(_, digits)| digits)
}

/// A currency by its code, in capitals or not.
pub(super) fn known(code: &str) -> Option<(&'static str, u32)> {
    let among = |list: &'static str| list.split_whitespace().find(|one| one.eq_ignore_ascii_case(code));
    let lists = [(HUNDREDTHS, 2), (WHOLE, 0), (THOUSANDTHS, 3)];
    lists.into_iter().find_map(|(list, digits)| among(list).map(|code| (code, digits)))
}

/// What stands before or after a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// Nothing.
    Nothing,
    /// A currency, with the digits after the point that an amount in this wording can have.
    One(&'static str, u32),
    /// Dollars of one of many countries.
    Dollars,
    /// Something that names no one currency.
    Unknown,
}

/// The currency that a sign or word stands for.
pub(super) fn named(word: &str) -> Named {
    let plain = word.to_lowercase();
    let code = match plain.as_str() {
        "" => return Named::Nothing,
        "p" | "pence" | "penny" => return Named::One("GBP", 0),
        "$" | "dollar" | "dollars" => return Named::Dollars,
        "£" | "pound" | "pounds" | "pounds sterling" | "quid" => "GBP",
        "€" | "euro" | "euros" => "EUR",
        "us$" => "USD",
        "₹" => "INR",
        "yen" => "JPY",
        code => code,
    };
    known(code).map_or(Named::Unknown, |(code, digits)| Named::One(code, digits))
}
