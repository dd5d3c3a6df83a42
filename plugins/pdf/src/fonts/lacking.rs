//! The characters of a session that none of some faces has.

use std::collections::BTreeMap;

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::walk::walk;
use unicode_script::Script;

use super::scripts::script;
use crate::layout::{Face, FaceId, Fonts, is_invisible};

/// Characters by script.
pub(super) type Lacking = BTreeMap<&'static str, (Script, Vec<char>)>;

/// What `fonts` lack of the session's texts.
pub(super) fn of(session: &Session<'_>, fonts: &Fonts) -> Lacking {
    let mut used = Used::default();
    walk(session, &mut |_, text| used.add(text.as_str()));
    for speaker in &session.speakers {
        used.add(&speaker.name);
        used.add(speaker.role.as_deref().unwrap_or_default());
    }
    if let Some(title) = &session.title {
        used.add(&title.name);
        used.add(title.event.as_ref().map_or("", |event| &event.label));
    }
    let faces: Vec<&Face> =
        (0..fonts.len()).filter_map(|at| fonts.get(FaceId(u16::try_from(at).ok()?))).collect();
    let mut lacking = Lacking::new();
    for c in used.chars().filter(|c| !faces.iter().any(|face| face.has(*c))) {
        let script = script(c);
        lacking.entry(script.full_name()).or_insert((script, Vec::new())).1.push(c);
    }
    lacking
}

/// The characters beyond ASCII that a text uses, a bit each.
#[derive(Default)]
struct Used(Vec<u64>);

impl Used {
    fn add(&mut self, text: &str) {
        if text.is_ascii() {
            return;
        }
        self.0.resize(0x11_0000 / 64, 0);
        for c in text.chars().filter(|c| !c.is_ascii()) {
            if let Some(bits) = self.0.get_mut(c as usize / 64) {
                *bits |= 1 << (c as u32 % 64);
            }
        }
    }

    fn chars(&self) -> impl Iterator<Item = char> {
        let bits = (0_u32..).zip(&self.0).filter(|(_, bits)| **bits != 0);
        let places = bits.flat_map(|(at, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        });
        let chars = places.filter_map(char::from_u32);
        chars.filter(|c| !c.is_control() && !c.is_whitespace() && !is_invisible(*c))
    }
}
