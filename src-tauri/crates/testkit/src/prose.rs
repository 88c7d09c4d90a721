//! Letters to photograph: prose with names, dates, sums and addresses, as they come by post. Everybody in them is invented.

use crate::sheet::{Face, Page, Sheet};

/// A letter as its lines; an empty line parts paragraphs.
#[derive(Clone, Copy, Debug)]
pub struct Letter {
    /// What it is called.
    pub name: &'static str,
    /// Its lines.
    pub lines: &'static str,
    /// Size of its letters in points.
    pub points: f32,
    /// Whether it is set without serifs.
    pub sans: bool,
}

impl Letter {
    /// Every word in reading order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.lines.split_whitespace()
    }

    /// The letter on a sheet of A4.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let face = if self.sans { Face::Sans } else { Face::Serif };
        let page = Page::new(595.0, 842.0, 68.0, 84.0).lines(face, self.points, self.lines);
        Sheet { title: self.name, pages: vec![page] }
    }
}

/// A housing association tells a tenant of a breach.
pub const TENANT: Letter = Letter {
    name: "A letter to a tenant",
    points: 11.0,
    sans: false,
    lines: "Wexmoor Homes Limited
Tollgate House, 41 Brewery Street
Ashcombe ZZ4 7QX

Mr Daniel Okafor
Flat 6, Linden Court
Ashcombe ZZ4 2BR

23 March 2023
Our reference: WH/DP/2023/1148

Dear Mr Okafor,

Personal data breach affecting your tenancy record

We are writing to tell you about a security incident that affects information we
hold about you. On Thursday 9 February 2023 an unauthorised person gained
access to a server belonging to our repairs contractor, Pell and Varley Services.
The contractor noticed unusual activity on 14 February and told us on 3 March.

The server held a copy of our repairs database. For your household this included
your name, your address, your mobile telephone number, notes made by engineers
about access to your home, and in some cases details of health conditions that
you had mentioned when a repair was booked. We do not believe that passwords
or card numbers were stored there, but we have not been able to rule this out.

We are sorry that this happened. We have asked the contractor to change every
password, to remove old records, and to appoint an independent specialist. We
reported the matter to the Information Commissioner's Office on 6 March 2023.

You may receive calls or messages from people who seem to know about a recent
repair. Please do not give them any further details. If somebody comes to your
door without an appointment, ask for identification and ring us before you let
them in. Our offices are open from 8.30 in the morning until 5.15 in the afternoon.

If you would like to know exactly what was copied, write to the address above or
telephone 01632 960417 and quote the reference at the top of this letter. We will
answer within one month.

Yours sincerely,

Harriet Lowndes
Director of Customer Services",
};

/// A pension administrator answers a complaint, in smaller letters without serifs.
pub const PENSION: Letter = Letter {
    name: "A letter to a pensioner",
    points: 10.0,
    sans: true,
    lines: "Marrable Pension Administration
PO Box 2290, Stanbridge ZZ1 5LT
Telephone 01632 960233

Mrs Eleanor Whitcombe
The Old Forge, Mill Lane
Little Harrow ZZ7 8DN

18 October 2024
Scheme: Tidewater Shipping Retirement Fund
Membership number: 40718-B

Dear Mrs Whitcombe,

Thank you for your letter dated 27 September, which we received on 1 October. You asked
why your bank details and your National Insurance number were sent to another member of
the scheme, and what we intend to do about it.

Our investigation found that two annual statements were placed in one envelope on 12 August
2024. The machine that folds and inserts letters had been restarted after a paper jam, and
the operator did not carry out the check that our procedure requires. The member who opened
your statement telephoned us on 16 August and returned it by recorded delivery. We should
have told you within seventy-two hours of that call. We did not do so until 20 September,
and we accept that this was far too late.

We have placed a marker on your account so that no change of address or of bank details can
be made without a telephone call to the number we already hold for you. We have also arranged
two years of credit monitoring at our expense; the activation code is printed on the enclosed
leaflet and must be used before 31 January 2025.

You asked for compensation of 750 pounds. We are not able to agree to that amount, but we
recognise the worry that this has caused, particularly as you were recovering from surgery at
the time. We would like to offer you 200 pounds as a gesture of goodwill. Accepting it does not
prevent you from taking the matter further with the ombudsman or with the Commissioner.

If anything in this letter is unclear, please ask for Gareth Pritchard on extension 318.

Yours sincerely,

Josephine Abara
Head of Member Complaints",
};
