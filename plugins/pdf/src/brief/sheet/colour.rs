//! Colours as people write them, and whether they can be read.

use crate::layout::Colour;

/// The names that stand for a colour: those of CSS that are dark enough to be of use, and the commonest others.
const NAMES: [(&str, Colour); 20] = [
    ("black", Colour(0x00, 0x00, 0x00)),
    ("blue", Colour(0x00, 0x00, 0xff)),
    ("brown", Colour(0xa5, 0x2a, 0x2a)),
    ("crimson", Colour(0xdc, 0x14, 0x3c)),
    ("gray", Colour(0x80, 0x80, 0x80)),
    ("green", Colour(0x00, 0x80, 0x00)),
    ("grey", Colour(0x80, 0x80, 0x80)),
    ("indigo", Colour(0x4b, 0x00, 0x82)),
    ("magenta", Colour(0xff, 0x00, 0xff)),
    ("maroon", Colour(0x80, 0x00, 0x00)),
    ("navy", Colour(0x00, 0x00, 0x80)),
    ("olive", Colour(0x80, 0x80, 0x00)),
    ("orange", Colour(0xff, 0xa5, 0x00)),
    ("purple", Colour(0x80, 0x00, 0x80)),
    ("red", Colour(0xff, 0x00, 0x00)),
    ("slategray", Colour(0x70, 0x80, 0x90)),
    ("steelblue", Colour(0x46, 0x82, 0xb4)),
    ("teal", Colour(0x00, 0x80, 0x80)),
    ("turquoise", Colour(0x40, 0xe0, 0xd0)),
    ("yellow", Colour(0xff, 0xff, 0x00)),
];

/// What text on its ground needs: WCAG 2.2, 1.4.3.
pub(crate) const ENOUGH: f64 = 4.5;

const WHITE: Colour = Colour(0xff, 0xff, 0xff);

/// The names, for a message.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| *name)
}

/// `#1d4f7c`
pub(crate) fn hexadecimal(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let part = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Colour(part(0)?, part(2)?, part(4)?))
}

/// A colour by its name, in whatever case.
pub(crate) fn named(name: &str) -> Option<Colour> {
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, colour)| *colour)
}

/// How it is written.
pub(crate) fn written(Colour(r, g, b): Colour) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The contrast to white paper, and as much of white text on it: 1 to 21 (WCAG 2.2).
pub(crate) fn contrast_to_white(colour: Colour) -> f64 {
    1.05 / (luminance(colour) + 0.05)
}

/// The colour, or one of its hue so much darker that it can be read on white, and white on it.
pub(crate) fn legible(colour: Colour) -> Colour {
    let darker = |percent: u32| {
        let part = |part: u8| u8::try_from(u32::from(part) * percent / 100).unwrap_or(part);
        Colour(part(colour.0), part(colour.1), part(colour.2))
    };
    let mut shades = (0..=100).rev().map(darker);
    shades.find(|shade| contrast_to_white(*shade) >= ENOUGH).unwrap_or(Colour(0, 0, 0))
}

/// The colour mixed with white: as much of it as `share` says, 0 to 1.
pub(crate) fn tinted(colour: Colour, share: f32) -> Colour {
    let mix = |part: u8, white: u8| {
        let mixed = f32::from(part) * share + f32::from(white) * (1.0 - share);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between two bytes
        let mixed = mixed.round() as u8;
        mixed
    };
    Colour(mix(colour.0, WHITE.0), mix(colour.1, WHITE.1), mix(colour.2, WHITE.2))
}

fn luminance(Colour(r, g, b): Colour) -> f64 {
    let linear = |part: u8| {
        let share = f64::from(part) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast_to_white(Colour(0, 0, 0)) - 21.0).abs() < 1e-9);
        assert!((contrast_to_white(WHITE) - 1.0).abs() < 1e-9);
        // The lightest grey that passes: https://webaim.org/articles/contrast/
        assert!(contrast_to_white(Colour(0x76, 0x76, 0x76)) >= ENOUGH);
        assert!(contrast_to_white(Colour(0x77, 0x77, 0x77)) < ENOUGH);
    }

    #[test]
    fn a_legible_colour_stays_and_a_light_one_darkens() {
        assert_eq!(legible(Colour(0x1d, 0x4f, 0x7c)), Colour(0x1d, 0x4f, 0x7c));
        for (_, colour) in NAMES {
            let Colour(r, g, b) = legible(colour);
            assert!(contrast_to_white(Colour(r, g, b)) >= ENOUGH);
            assert!(r <= colour.0 && g <= colour.1 && b <= colour.2);
        }
        assert!(contrast_to_white(legible(WHITE)) >= ENOUGH);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(hexadecimal("#1D4f7c"), Some(Colour(0x1d, 0x4f, 0x7c)));
        for wrong in ["1d4f7c", "#1d4", "#1d4f7g", "#+d4f7c", "", "#", "#éééé"] {
            assert_eq!(hexadecimal(wrong), None, "{wrong}");
        }
    }
}
