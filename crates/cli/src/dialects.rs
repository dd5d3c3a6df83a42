//! What can be read.

use clap::ValueEnum;
use plenary_core::model;

use crate::args::Dialect;

impl Dialect {
    /// Core's dialect; `None` for core's JSON.
    pub(crate) fn of_core(self) -> Option<model::Dialect> {
        Some(match self {
            Self::DigWatch => model::Dialect::DigWatch,
            Self::Cart => model::Dialect::Cart,
            Self::WebVtt => model::Dialect::WebVtt,
            Self::Srt => model::Dialect::Srt,
            Self::Transcript => model::Dialect::Transcript,
            Self::AkomaNtoso => model::Dialect::AkomaNtoso,
            Self::Json => return None,
        })
    }

    /// Its name, as `--from` takes it.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// What a text of it is called.
    pub(crate) fn description(self) -> &'static str {
        self.of_core().map_or("a session in plenary's own JSON", model::Dialect::description)
    }

    /// The extensions its files mostly have. They decide nothing.
    pub(crate) fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::DigWatch | Self::Cart | Self::Transcript => &["txt"],
            Self::WebVtt => &["vtt"],
            Self::Srt => &["srt"],
            Self::AkomaNtoso => &["xml", "akn"],
            Self::Json => &["session.json", "json"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The arguments are compiled without core, so that they have a list of their own.
    #[test]
    fn arguments_and_core_know_the_same_dialects() {
        let of_core: Vec<_> =
            Dialect::value_variants().iter().filter_map(|dialect| dialect.of_core()).collect();
        let readable = model::Dialect::ALL.into_iter().filter(|dialect| *dialect != model::Dialect::Other);
        assert!(of_core.iter().copied().eq(readable));
        for dialect in Dialect::value_variants() {
            assert!(dialect.of_core().is_none_or(|of_core| of_core.name() == dialect.name()), "{dialect:?}");
        }
    }
}
