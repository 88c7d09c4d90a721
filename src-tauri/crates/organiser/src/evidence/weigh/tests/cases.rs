//! The invented things: people, organisations and words of our own.

use recourse_domain::choices::EvidenceKind::{self, Document, Letter, Mail, Photo, Recording, Screenshot, WebPage};

use crate::evidence::guess::Filing;

/// One thing, and what it is.
pub struct Case {
    pub is: Filing,
    pub kind: EvidenceKind,
    pub from: Option<&'static str>,
    pub subject: &'static str,
    pub reply_to: Option<&'static str>,
    pub failed: &'static [&'static str],
    pub in_reply_to: Option<&'static str>,
    pub answers_own: bool,
    pub words: &'static str,
}

const BARE: Case = Case {
    is: Filing::Evidence,
    kind: Document,
    from: None,
    subject: "",
    reply_to: None,
    failed: &[],
    in_reply_to: None,
    answers_own: false,
    words: "",
};

const fn paper(is: Filing, kind: EvidenceKind, words: &'static str) -> Case {
    Case { is, kind, words, ..BARE }
}

const fn mail(is: Filing, from: &'static str, subject: &'static str, words: &'static str) -> Case {
    Case { is, kind: Mail, from: Some(from), subject, words, ..BARE }
}

pub const CASES: &[Case] = &[
    // Notices.
    mail(
        Filing::Notice,
        "The Northfold Society <notices@northfold.example>",
        "Notification of data incident",
        "Dear Ruth,\n\nWe are writing because a company that keeps records on our behalf has had a security incident. A large \
         amount of Society data can no longer be opened.\n\nWe will never ask you to click a link to verify your account.",
    ),
    mail(
        Filing::Notice,
        "Tidewater Homes <noreply@bulkpost.example>",
        "Important information about your account",
        "We recently discovered unauthorised access to one of our systems. Your details may have been among those copied. We \
         have reported this to the ICO. Please be alert to scam calls and do not click links in unexpected emails.",
    ),
    mail(
        Filing::Notice,
        "Marlow Dental <hello@marlowdental.example>",
        "A mistake with your appointment letter",
        "On Tuesday your appointment letter was sent to the wrong address. It held your name and date of birth. We are sorry \
         that this happened and have told the Information Commissioner.",
    ),
    paper(
        Filing::Notice,
        Document,
        "Kestrel Payroll\n\nDear Mr Ahmed\n\nNotice of a personal data breach\n\nWhat happened: in March our payroll files \
         were copied by a person who had no right to them. What information was involved: your name, pay and bank details.\n\n\
         What you can do: watch your account.",
    ),
    paper(
        Filing::Notice,
        WebPage,
        "Update for members, 8 November. The cyber attack on our supplier was affected records from 2014 on. No bank details \
         were taken. What we are doing: we have notified the ICO. What you can do: be careful of emails that ask for money.",
    ),
    paper(
        Filing::Notice,
        Photo,
        "Ashby College\nDear parent,\nWe regret to tell you that ransomware was found on our network over half term. Your \
         child's details may have been affected.\nYours sincerely, the Principal",
    ),
    Case {
        failed: &["spf=fail"],
        ..mail(
            Filing::Notice,
            "Harrow Fundraising <updates@mailer.example>",
            "Fwd: Data breach at Harrow",
            "We are writing to tell you about a data breach. A backup file that held your personal data was stolen between \
             February and May. You may receive calls: do not share a one-time passcode with anybody.",
        )
    },
    mail(
        Filing::Notice,
        "Privacy team <privacy@lindenwater.example>",
        "Your data",
        "An employee gained access to customer records without a reason to. Your data was among what was looked at. We \
         apologise and have reported it to the ICO.",
    ),
    paper(
        Filing::Notice,
        Letter,
        "Dear Ms Marsh\n\nCyber security incident at Calder Data\n\nWe are writing to you as a former member. Your information \
         may have been taken. As a precaution, be wary of anyone who asks you to confirm your bank details.\n\nYours sincerely",
    ),
    paper(
        Filing::Notice,
        Screenshot,
        "Northfold app. Notice to all members. We have had a data incident. Some members' names were copied. We are sorry.",
    ),
    // Letters.
    mail(
        Filing::Letter,
        "Ruth Marsh <r.marsh@example.org>",
        "Complaint about two data breaches",
        "Dear Northfold Society,\n\nI wish to complain. Your message did not say which company had lost my data.",
    ),
    mail(
        Filing::Letter,
        "Dele Okonjo <dele@sedgewray.example>",
        "Northfold group claim: what we need from you",
        "Dear Ms Marsh,\n\nWe act for members whose data was affected by the data breach. Please send us the notice you \
         received and a list of any losses.\n\nKind regards",
    ),
    mail(
        Filing::Letter,
        "Aunt Jo <jo@example.net>",
        "Sunday",
        "Dear Ruth, will you come on Sunday? Bring the dog. Best wishes, Jo",
    ),
    paper(
        Filing::Letter,
        Document,
        "Linden and District Bank\n\nDear Ms Marsh\n\nWe are writing about your current account. A new debit card will reach \
         you in five working days. Please sign it when it comes.\n\nYours sincerely",
    ),
    paper(
        Filing::Letter,
        Letter,
        "Regulator's office. Dear Ms Marsh, we will look at the papers you sent and write again in the new year.",
    ),
    mail(
        Filing::Letter,
        "Membership <membership@northfold.example>",
        "Your subscription for 2020",
        "Dear member, your subscription falls due in May. You can pay by card on our website or by cheque. Best wishes",
    ),
    paper(
        Filing::Letter,
        Photo,
        "14 Tanyard Lane, Fenwick\n\nDear Sir or Madam\n\nI am writing to ask why you still hold my address, as I left the \
         Society eighteen months ago.\n\nYours faithfully\nRuth Marsh",
    ),
    mail(
        Filing::Letter,
        "Parish newsletter <news@fenwick.example>",
        "News for December",
        "The hall roof is mended. The choir sings on the 19th. The police ask us to beware of scams: never buy gift cards for \
         somebody who rings you.",
    ),
    mail(
        Filing::Letter,
        "Ada Perch <ada.perch@northfold.example>",
        "Meeting on Thursday",
        "Dear Ruth, are you free at three on Thursday to go through the minutes? Kind regards, Ada",
    ),
    paper(
        Filing::Letter,
        Document,
        "Letter before action\n\nDear Sirs\n\nWe act for Ms R Marsh. Our client received your notice of a personal data breach \
         on 3 November.\n\nYours faithfully\nSedgewray Tolland LLP",
    ),
    // Evidence.
    paper(
        Filing::Evidence,
        Document,
        "Linden and District Bank. Statement of account. Opening balance 1,204.10. Paid out 39.00. Closing balance 1,165.10.",
    ),
    paper(Filing::Evidence, Photo, ""),
    paper(Filing::Evidence, Screenshot, "Recent sign-in history\n3 Nov 04:12 Riverton\n2 Nov 19:30 Fenwick"),
    mail(
        Filing::Evidence,
        "Pocket Locks <shop@pocketlocks.example>",
        "Your receipt",
        "Order number 55120. One door chain. Subtotal 12.00. VAT 2.40. Total paid 14.40, card ending 0031.",
    ),
    paper(
        Filing::Evidence,
        WebPage,
        "Privacy policy of the Northfold Society. We keep your details for as long as you are a member and two years after.",
    ),
    paper(Filing::Evidence, Recording, ""),
    paper(
        Filing::Evidence,
        WebPage,
        "The Courier, 6 November. Thousands of members hit by cyber attack. A spokeswoman for the society said that no bank \
         details were taken. The data breach was found in October.",
    ),
    paper(
        Filing::Evidence,
        Document,
        "date,minutes,what\n2021-11-04,40,on hold with the bank\n2021-11-05,15,new passwords",
    ),
    paper(Filing::Evidence, Photo, "NORTHFOLD SOCIETY Membership card R Marsh NF-204417 valid until May 2020"),
    paper(
        Filing::Evidence,
        Document,
        "Credit report for R Marsh. Credit score 611. Searches: none in the last year. Accounts: two.",
    ),
    // Suspicious contacts.
    Case {
        failed: &["spf=fail", "dmarc=fail"],
        ..mail(
            Filing::Contact,
            "The Northfold Society <notices@northfold.example>",
            "Your refund is waiting",
            "Dear member, you are owed 84 pounds. Click the link to claim your refund today: https://northfold.refunds.example",
        )
    },
    mail(
        Filing::Contact,
        "HMRC <office@taxback.example>",
        "Tax refund of 312.40",
        "You have a tax refund. Confirm your details at http://taxback.example/claim before midnight.",
    ),
    paper(
        Filing::Contact,
        Screenshot,
        "We could not deliver your parcel. Pay the redelivery fee of 1.45 within 24 hours: https://parcel-desk.example/pay",
    ),
    mail(
        Filing::Contact,
        "Account desk <alerts@sign-safe.example>",
        "Unusual sign-in to your mailbox",
        "We saw an unusual sign-in from another country. Your account will be closed unless you verify your account here: \
         https://sign-safe.example/now",
    ),
    paper(
        Filing::Contact,
        Screenshot,
        "Hi mum, I lost my phone and this is my new number. Can you pay a bill for me? I will pay you back on Friday x",
    ),
    Case {
        reply_to: Some("director@quick-answer.example"),
        ..mail(
            Filing::Contact,
            "Ada Perch <ada@lunch-mail.example>",
            "Are you at your desk?",
            "I am in a meeting and need you to buy gift cards for the volunteers. Send me the codes. It is urgent.",
        )
    },
    paper(
        Filing::Contact,
        Document,
        "Note of a call, 4 December. A man rang about six. He claimed to be from the fraud team at my bank and knew my \
         membership number. He asked me for my one-time passcode. I hung up.",
    ),
    mail(
        Filing::Contact,
        "Unknown <x91@mailbin.example>",
        "I know your password",
        "I have watched you by your webcam. Send 900 in bitcoin within 48 hours or I send the film to everybody you know.",
    ),
    paper(
        Filing::Contact,
        Recording,
        "This is the National Crime desk. Your National Insurance number has been used in a crime. Press 1 now to speak to an \
         officer or you will be arrested.",
    ),
    mail(
        Filing::Contact,
        "Claims bureau <desk@payout-now.example>",
        "Compensation for the Northfold data breach",
        "You are on our list. Register your claim now for the compensation you are owed. A release fee of 25 is payable by \
         gift card. Act now: www.payout-now.example",
    ),
    // Replies.
    mail(
        Filing::Reply,
        "Privacy Team <privacy@northfold.example>",
        "Your subject access request NS/SAR/21/0042",
        "Dear Ms Marsh, thank you for your request. We will answer within one month. Our reference is NS/SAR/21/0042.",
    ),
    Case {
        in_reply_to: Some("CAF2a7-20220201@mail.example.org"),
        answers_own: true,
        ..mail(
            Filing::Reply,
            "Member Services <member.services@northfold.example>",
            "Your complaint NS/COM/22/0187",
            "Please see the attached letter.",
        )
    },
    Case {
        in_reply_to: Some("CAF2a7-20211110@mail.example.org"),
        ..mail(
            Filing::Reply,
            "Privacy Team <privacy@northfold.example>",
            "Automatic reply: Request for my personal data",
            "Thank you for writing to the privacy team. This is an automatic message.",
        )
    },
    paper(
        Filing::Reply,
        Document,
        "Our ref NS/COM/22/0187\n\nDear Ms Marsh\n\nThank you for your complaint of 1 February about the data breach. We are \
         sorry for the worry. The data was held by a supplier.\n\nYours sincerely",
    ),
    paper(
        Filing::Reply,
        Letter,
        "Dear Ms Marsh\n\nFurther to your letter of 12 January, we enclose the information you asked for.\n\nYours sincerely",
    ),
    mail(
        Filing::Reply,
        "Case officer <casework@regulator.example>",
        "Case reference IC-100200",
        "We have received your complaint about the Northfold Society. Please quote the case reference when you write to us.",
    ),
    mail(
        Filing::Reply,
        "Data rights <rights@calder.example>",
        "Response to your request",
        "We write in response to your request under the right of access. We hold your name and two addresses.",
    ),
    paper(
        Filing::Reply,
        Photo,
        "Tidewater Homes\nReference number TH-9\nThank you for your letter of 2 May. We do not hold any file about you.",
    ),
    mail(
        Filing::Reply,
        "Marlow Dental <hello@marlowdental.example>",
        "Re: erasing my records",
        "Dear Mr Ahmed, we acknowledge your erasure request. Some records must be kept by law.",
    ),
    mail(
        Filing::Reply,
        "Customer care <care@lindenwater.example>",
        "Your enquiry",
        "Thank you for contacting us. We have received your message and given it the case number 7781.",
    ),
];
