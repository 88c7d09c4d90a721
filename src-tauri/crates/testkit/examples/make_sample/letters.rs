//! The words of the letter, the photographed letter and the screenshot. Everybody in them is invented.

use recourse_testkit::sheet::Face::{Sans, SansBold, Serif, SerifBold, SerifItalic};
use recourse_testkit::sheet::{Page, Sheet};

const A4: (f32, f32) = (595.0, 842.0);
const GREEN: [f32; 3] = [0.16, 0.38, 0.33];

fn letterhead() -> Page {
    Page::new(A4.0, A4.1, 68.0, 62.0)
        .lines(SansBold, 17.0, "The Northfold Society")
        .lines(
            Sans,
            8.5,
            "Fellmongers' Hall, 3 Northgate Court, Fenwick ZZ9 9ZA  ·  01632 960100  ·  northfold.example",
        )
        .bar(1.6, GREEN)
}

/// The short answer to the complaint: one page, with a weekday that does not fit its date and two incidents in one sentence.
pub fn complaint_reply() -> Sheet {
    let page = letterhead()
        .lines(Serif, 11.0, "Ruth Marsh\n14 Tanyard Lane\nFenwick\nZZ9 9ZZ")
        .space(14.0)
        .lines(Serif, 11.0, "14 February 2022\nOur reference: NS/COM/22/0187")
        .space(14.0)
        .lines(Serif, 11.0, "Dear Ms Marsh,")
        .space(6.0)
        .lines(SerifBold, 11.0, "Your complaint of 1 February 2022")
        .space(6.0)
        .lines(
            Serif,
            11.0,
            "Thank you for your message. We take the security of personal data very seriously.\n\n\
             You ask what was taken and why you were not told sooner. We were told by our fundraising supplier on\n\
             Thursday 17 July 2020 and published a notice on our website. We wrote to members about the records\n\
             supplier within 5 days of the breach. No bank details were taken in either incident and we have been\n\
             assured that the data has been destroyed.\n\n\
             You say that you are no longer a member. We keep the records of former members for as long as is\n\
             necessary.\n\n\
             We have no record of a request for your data. If you wish to make one you may do so by writing to\n\
             privacy@northfold.example.\n\n\
             We regard this matter as closed and will not enter into further correspondence about it.",
        )
        .space(16.0)
        .lines(Serif, 11.0, "Yours sincerely,")
        .space(12.0)
        .lines(SerifItalic, 17.0, "M. Tarrant")
        .space(4.0)
        .lines(Serif, 11.0, "Miriam Tarrant\nHead of Member Services");
    Sheet { title: "Reply to complaint NS/COM/22/0187", pages: vec![page] }
}

/// The letter that the phone photos show: two pages, dated by its month only, naming the supplier for the first time.
pub fn what_we_know_now() -> Sheet {
    let first = letterhead()
        .lines(Serif, 12.0, "Ruth Marsh\n14 Tanyard Lane\nFenwick ZZ9 9ZZ")
        .space(12.0)
        .lines(Serif, 12.0, "January 2022")
        .space(12.0)
        .lines(Serif, 12.0, "Dear Ruth,")
        .space(6.0)
        .lines(SerifBold, 13.0, "What we know now")
        .space(6.0)
        .lines(
            Serif,
            12.0,
            "In November we told you that a company which keeps records on our behalf had\n\
             had a security incident. We can now say that the company is Calder Data, which\n\
             looked after our membership system.\n\n\
             Data was affected. The systems were encrypted by the attacker and could not be\n\
             opened. Calder Data did not pay the sum that was demanded. The copy of the\n\
             membership system that it held has not been recovered, and we have rebuilt our\n\
             records from other sources.\n\n\
             We understand that many of you want to know exactly what was held about you.\n\
             Because the system cannot be opened, it is not possible for us to give every\n\
             person a list. The records covered members, former members, registered\n\
             supporters and some people who had only signed a petition.\n\n\
             We have seen no evidence that the data has been published. Some people may\n\
             see more scam calls and messages than usual.",
        )
        .space(40.0)
        .lines(Sans, 9.0, "1 of 2");
    let second = Page::new(A4.0, A4.1, 68.0, 80.0)
        .lines(SerifBold, 12.0, "What we have done")
        .space(6.0)
        .lines(
            Serif,
            12.0,
            "We have moved to another supplier. We have reported the incident to the police\n\
             and to the Information Commissioner, and we have answered the Commissioner's\n\
             questions.",
        )
        .space(10.0)
        .lines(SerifBold, 12.0, "What you can do")
        .space(6.0)
        .lines(
            Serif,
            12.0,
            "Be careful with messages that you did not expect. Use two-step sign-in. If you\n\
             think that somebody has used your details, tell your bank.\n\n\
             If you have questions, contact us as before. We are dealing with a large number\n\
             of messages and cannot answer each one.",
        )
        .space(18.0)
        .lines(Serif, 12.0, "Yours sincerely,")
        .space(14.0)
        .lines(SerifItalic, 19.0, "Edmund Lisle")
        .space(4.0)
        .lines(Serif, 12.0, "Edmund Lisle\nGeneral Secretary\nThe Northfold Society")
        .space(330.0)
        .lines(Sans, 9.0, "2 of 2");
    Sheet { title: "What we know now", pages: vec![first, second] }
}

/// A phone's picture of the fundraising supplier's own page, where its first reassurance is corrected.
pub fn harrow_statement() -> Sheet {
    let page = Page::new(390.0, 760.0, 20.0, 26.0)
        .ground([0.98, 0.98, 0.97])
        .lines(SansBold, 12.0, "21:14")
        .space(4.0)
        .lines(Sans, 11.0, "harrowfundraising.example/security-statement")
        .bar(1.0, [0.7, 0.7, 0.7])
        .space(8.0)
        .lines(SansBold, 20.0, "Harrow Fundraising")
        .space(12.0)
        .lines(SansBold, 15.0, "Security statement: update")
        .lines(Sans, 11.0, "29 September 2020")
        .space(10.0)
        .lines(
            Sans,
            12.5,
            "In July we told our customers that the criminal\n\
             did not obtain bank details.\n\n\
             Further investigation has found that, for some\n\
             customers, fields that were not encrypted and\n\
             were meant for notes had been used for bank\n\
             account details, and that these were in the\n\
             backup file that was copied.\n\n\
             Customers who we believe used fields in this\n\
             way were told in the week of 21 September.\n\n\
             We first found the intrusion on 14 May 2020 and\n\
             told customers on Thursday 16 July 2020.\n\n\
             We paid the demand after we had been given\n\
             confirmation that the copy had been destroyed.\n\
             We have no reason to believe that any data\n\
             went beyond the criminal.",
        )
        .space(14.0)
        .lines(Sans, 10.0, "Previous statement: 16 July 2020");
    Sheet { title: "Security statement", pages: vec![page] }
}
