//! Languages: ISO 639-2, as IRIs and `FRBRlanguage` have them, and BCP 47, as `xml:lang` has them.

/// The value of `xml:lang` for a language of ISO 639-2: two letters where there are two (RFC 5646, 2.2.1). `None` where
/// the code names no one language.
pub(crate) fn tag(code: &str) -> Option<&str> {
    // Several, none of them, not known, no words.
    if matches!(code, "mul" | "mis" | "und" | "zxx") {
        return None;
    }
    let found = TWO_LETTERS.iter().find(|(_, codes)| codes.split(' ').any(|other| other == code));
    Some(found.map_or(code, |(two, _)| two))
}

/// By ISO 639-1: the codes of ISO 639-2, the terminological one before the bibliographic one.
#[rustfmt::skip]
const TWO_LETTERS: &[(&str, &str)] = &[
    ("aa", "aar"), ("ab", "abk"), ("ae", "ave"), ("af", "afr"), ("ak", "aka"), ("am", "amh"), ("an", "arg"),
    ("ar", "ara"), ("as", "asm"), ("av", "ava"), ("ay", "aym"), ("az", "aze"), ("ba", "bak"), ("be", "bel"),
    ("bg", "bul"), ("bi", "bis"), ("bm", "bam"), ("bn", "ben"), ("bo", "bod tib"), ("br", "bre"), ("bs", "bos"),
    ("ca", "cat"), ("ce", "che"), ("ch", "cha"), ("co", "cos"), ("cr", "cre"), ("cs", "ces cze"), ("cu", "chu"),
    ("cv", "chv"), ("cy", "cym wel"), ("da", "dan"), ("de", "deu ger"), ("dv", "div"), ("dz", "dzo"), ("ee", "ewe"),
    ("el", "ell gre"), ("en", "eng"), ("eo", "epo"), ("es", "spa"), ("et", "est"), ("eu", "eus baq"),
    ("fa", "fas per"), ("ff", "ful"), ("fi", "fin"), ("fj", "fij"), ("fo", "fao"), ("fr", "fra fre"), ("fy", "fry"),
    ("ga", "gle"), ("gd", "gla"), ("gl", "glg"), ("gn", "grn"), ("gu", "guj"), ("gv", "glv"), ("ha", "hau"),
    ("he", "heb"), ("hi", "hin"), ("ho", "hmo"), ("hr", "hrv"), ("ht", "hat"), ("hu", "hun"), ("hy", "hye arm"),
    ("hz", "her"), ("ia", "ina"), ("id", "ind"), ("ie", "ile"), ("ig", "ibo"), ("ii", "iii"), ("ik", "ipk"),
    ("io", "ido"), ("is", "isl ice"), ("it", "ita"), ("iu", "iku"), ("ja", "jpn"), ("jv", "jav"), ("ka", "kat geo"),
    ("kg", "kon"), ("ki", "kik"), ("kj", "kua"), ("kk", "kaz"), ("kl", "kal"), ("km", "khm"), ("kn", "kan"),
    ("ko", "kor"), ("kr", "kau"), ("ks", "kas"), ("ku", "kur"), ("kv", "kom"), ("kw", "cor"), ("ky", "kir"),
    ("la", "lat"), ("lb", "ltz"), ("lg", "lug"), ("li", "lim"), ("ln", "lin"), ("lo", "lao"), ("lt", "lit"),
    ("lu", "lub"), ("lv", "lav"), ("mg", "mlg"), ("mh", "mah"), ("mi", "mri mao"), ("mk", "mkd mac"), ("ml", "mal"),
    ("mn", "mon"), ("mr", "mar"), ("ms", "msa may"), ("mt", "mlt"), ("my", "mya bur"), ("na", "nau"), ("nb", "nob"),
    ("nd", "nde"), ("ne", "nep"), ("ng", "ndo"), ("nl", "nld dut"), ("nn", "nno"), ("no", "nor"), ("nr", "nbl"),
    ("nv", "nav"), ("ny", "nya"), ("oc", "oci"), ("oj", "oji"), ("om", "orm"), ("or", "ori"), ("os", "oss"),
    ("pa", "pan"), ("pi", "pli"), ("pl", "pol"), ("ps", "pus"), ("pt", "por"), ("qu", "que"), ("rm", "roh"),
    ("rn", "run"), ("ro", "ron rum"), ("ru", "rus"), ("rw", "kin"), ("sa", "san"), ("sc", "srd"), ("sd", "snd"),
    ("se", "sme"), ("sg", "sag"), ("si", "sin"), ("sk", "slk slo"), ("sl", "slv"), ("sm", "smo"), ("sn", "sna"),
    ("so", "som"), ("sq", "sqi alb"), ("sr", "srp"), ("ss", "ssw"), ("st", "sot"), ("su", "sun"), ("sv", "swe"),
    ("sw", "swa"), ("ta", "tam"), ("te", "tel"), ("tg", "tgk"), ("th", "tha"), ("ti", "tir"), ("tk", "tuk"),
    ("tl", "tgl"), ("tn", "tsn"), ("to", "ton"), ("tr", "tur"), ("ts", "tso"), ("tt", "tat"), ("tw", "twi"),
    ("ty", "tah"), ("ug", "uig"), ("uk", "ukr"), ("ur", "urd"), ("uz", "uzb"), ("ve", "ven"), ("vi", "vie"),
    ("vo", "vol"), ("wa", "wln"), ("wo", "wol"), ("xh", "xho"), ("yi", "yid"), ("yo", "yor"), ("za", "zha"),
    ("zh", "zho chi"), ("zu", "zul"),
];

#[cfg(test)]
mod tests {
    use super::{TWO_LETTERS, tag};

    #[test]
    fn languages_by_their_shortest_codes() {
        for (code, expected) in [
            ("eng", Some("en")),
            ("fra", Some("fr")),
            ("fre", Some("fr")),
            ("swa", Some("sw")),
            ("haw", Some("haw")),
            ("mul", None),
            ("und", None),
        ] {
            assert_eq!(tag(code), expected, "{code}");
        }
    }

    #[test]
    fn the_table_is_whole_and_names_each_once() {
        assert_eq!(TWO_LETTERS.len(), 183, "ISO 639-1 without the codes withdrawn");
        assert!(TWO_LETTERS.is_sorted_by(|(left, _), (right, _)| left < right));
        let mut codes: Vec<_> = TWO_LETTERS.iter().flat_map(|(_, codes)| codes.split(' ')).collect();
        codes.sort_unstable();
        assert!(codes.is_sorted_by(|left, right| left < right));
        assert_eq!(codes.len(), 183 + 20, "twenty have two");
    }
}
