//! What keeps words from being one amount of money: a question for the person, never a guess.

/// Why words are not one amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyProblem {
    /// There is no number.
    #[error(
        "There is no number in it. Write the amount in figures, such as 12.50, or leave it empty if you do not know it."
    )]
    NoNumber,
    /// There are several numbers, or something between the figures.
    #[error("This looks like more than one number. Write one amount, such as 12.50.")]
    NotOneNumber,
    /// A point without figures after it, or more than one.
    #[error("Its dots can be read in more than one way. Write it with one dot before the pence, such as 1200.50.")]
    Dots,
    /// A comma that does not part thousands; with the amount it would be if the comma were a point, where that can be.
    #[error(
        "Its comma can be read in more than one way. Write 12.50 for twelve and a half, and 1,200 or 1200 for twelve hundred."
    )]
    Comma(String),
    /// More figures after the point than the currency has.
    #[error("{}", finer(currency, *digits))]
    TooFine {
        /// The currency.
        currency: &'static str,
        /// The figures it has after the point.
        digits: u32,
    },
    /// Dollars of one of many countries, with the number.
    #[error("Which dollars? Write USD, CAD, AUD or another code before the amount.")]
    WhichDollars(String),
    /// A word or sign that names no currency.
    #[error("“{0}” is not a currency that Recourse knows. Write its code of three letters, such as GBP, EUR or USD.")]
    Currency(String),
    /// Two currencies at once.
    #[error("Two currencies are named. Write one.")]
    TwoCurrencies,
    /// A minus.
    #[error("Write the amount without a minus. What came back to you has a box of its own.")]
    Negative,
    /// More than can be kept.
    #[error("This amount is larger than can be kept. Check its figures.")]
    TooLarge,
}

fn finer(currency: &str, digits: u32) -> String {
    match digits {
        0 => format!("It has figures after the dot, and {currency} has none here. Write the whole number."),
        digits => format!(
            "It has more figures after the dot than {currency} has. Write at most {digits}, and thousands as 1200 or 1,200."
        ),
    }
}

impl MoneyProblem {
    /// Amounts that may be meant, for the person to choose from.
    pub fn choices(&self) -> Vec<String> {
        match self {
            Self::Comma(point) if !point.is_empty() => vec![point.clone()],
            Self::WhichDollars(number) => ["USD", "CAD", "AUD", "NZD"].map(|code| format!("{code} {number}")).to_vec(),
            _ => Vec::new(),
        }
    }
}
