//! The reader of Akoma Ntoso, by what it makes of documents.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod bytes;
mod content;
mod damage;

use plenary_core::model::{Content, Session, Text};
use plenary_core::read::{ReadOptions, Reading, read};
use plenary_core::source;

/// Reads a document, every byte of which has to stand in exactly one text.
fn reading(xml: &str) -> Reading<'_> {
    let reading = read(xml, &ReadOptions::default());
    assert_eq!(source::write(&reading.session), xml);
    reading
}

/// The session of a document in which nothing is wrong.
fn session(xml: &str) -> Session<'_> {
    let Reading { session, diagnostics, .. } = reading(xml);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    session
}

/// A debate with `body` in its only part.
fn debate(body: &str) -> String {
    format!(
        "<akomaNtoso><debate><meta><references>\
         <TLCPerson eId=\"ann\" href=\"/x\" showAs=\"Ann Lee\"/>\
         <TLCRole eId=\"chair\" href=\"/x\" showAs=\"Chair\"/>\
         <TLCOrganization eId=\"union\" href=\"/x\" showAs=\"Pilots &amp; Crews\"/>\
         </references></meta><debateBody><debateSection><heading>Motion</heading>{body}</debateSection></debateBody>\
         </debate></akomaNtoso>"
    )
}

/// The sections: heading, and a line for every speech or part.
fn outline(session: &Session<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let name = |text: &Option<Text<'_>>| text.as_ref().map_or("-".to_owned(), |text| text.to_string());
    for section in &session.sections {
        lines.push(format!("# {}", name(&section.heading)));
        match &section.content {
            Content::Parts(parts) => {
                for part in parts {
                    let blocks = part.blocks.iter().map(|block| format!("{:?} {}", block.kind, block.text));
                    lines.push(format!("{}: {}", name(&part.heading), blocks.collect::<Vec<_>>().join("; ")));
                }
            }
            Content::Speeches(speeches) => {
                for speech in speeches {
                    let who = speech.speaker.as_ref().map_or("nobody", |speaker| speaker.as_str());
                    let blocks = speech.blocks.iter().map(|block| format!("{:?} {}", block.kind, block.text));
                    lines.push(format!("{who}: {}", blocks.collect::<Vec<_>>().join("; ")));
                }
            }
            _ => {}
        }
    }
    lines
}
