//! What the tests of the host share.
#![allow(dead_code, unreachable_pub, reason = "each test target uses a part of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "../../../../tests/fixtures/plugins/support.rs"]
pub mod plugins;

use std::path::Path;

use plenary_core::Session;
use plenary_core::model::{Block, Content, Dialect, Id, Section, SectionRole, Speech, Text};
use plenary_host::{Host, Options, Payload, Refusal, RenderContext, RenderFailure};
use tempfile::TempDir;

/// A folder that only its owner may write to.
pub fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder")
}

/// The host that looks in these folders.
pub fn host<P: AsRef<Path>>(folders: impl IntoIterator<Item = P>) -> Host {
    let builder = Host::builder();
    folders.into_iter().fold(builder, |builder, folder| builder.search(folder.as_ref().to_owned())).build()
}

/// The one refusal that the folder gives, and no plugin.
pub fn refusal(folder: &Path) -> Refusal {
    let host = host([folder]);
    assert!(host.plugins().is_empty(), "{:?}", host.plugins());
    let [refusal] = host.refusals() else { panic!("one refusal, not {:?}", host.refusals()) };
    refusal.clone()
}

/// Renders [`session`] with no options.
pub fn render(host: &Host, format: &str) -> Result<String, RenderFailure> {
    render_with(host, format, &Options::default())
}

/// Renders [`session`].
pub fn render_with(host: &Host, format: &str, options: &Options) -> Result<String, RenderFailure> {
    let session = session();
    let mut out = Vec::new();
    host.render(format, &Payload::new(&session), options, &context(), &mut out)?;
    Ok(String::from_utf8(out).expect("text"))
}

pub fn context() -> RenderContext<'static> {
    RenderContext { generator: "a test", source_date_epoch: None, cancelled: None, time: None }
}

/// A session with two speeches.
pub fn session() -> Session<'static> {
    let speech = |number, text: &'static str| Speech {
        id: Id::numbered("speech", number),
        speaker: None,
        label: None,
        blocks: vec![Block::paragraph(Text::borrowed(text, 0, 0..text.len()))],
        start: None,
        end: None,
        extra: Default::default(),
    };
    let mut session = Session::new(Dialect::DigWatch);
    session.sections.push(Section {
        id: Id::new("section-transcript"),
        role: SectionRole::Transcript,
        heading: None,
        content: Content::Speeches(vec![speech(1, "We have come far."), speech(2, "Not far enough, alas!")]),
        extra: Default::default(),
    });
    session
}
