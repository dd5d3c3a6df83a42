//! What a speaker's name stands for, by tables of words.
//!
//! A name is a role where every word of it is a role, a word that goes with roles, or a number. It is an
//! organisation where it is a country or one of its words says so. Everything else is taken for a person.
//! The tables are in the order of their bytes, to be searched by halves.

use crate::model::SpeakerKind;

use super::speakers::key;
use super::words::Words;

/// Functions and places in the room.
#[rustfmt::skip]
static ROLES: Words = Words::of(&[
    "announcer", "attendee", "audience", "captioner", "chair", "chairman", "chairperson", "chairs",
    "chairwoman", "co-chair", "co-chairs", "co-facilitator", "co-moderator", "coordinator", "delegate",
    "facilitator", "host", "interpreter", "interviewer", "master", "mayor", "mc", "minister", "moderator",
    "moderators", "narrator", "operator", "panelist", "panellist", "participant", "participants",
    "presenter", "president", "rapporteur", "reporter", "secretariat", "secretary", "secretary-general",
    "speaker", "speakers", "staff", "technician", "translator", "vice-chair", "vice-president",
]);

/// Those that are several people: they head a list of names as often as what is said.
static SEVERAL: Words = Words::of(&[
    "chairs",
    "co-chairs",
    "delegates",
    "experts",
    "hosts",
    "members",
    "moderators",
    "observers",
    "panelists",
    "panellists",
    "participants",
    "presenters",
    "rapporteurs",
    "speakers",
]);

/// What stands before the name of a person and makes it one: `Mr. Wu`, `Ambassador Gafoor`.
#[rustfmt::skip]
static TITLES: Words = Words::of(&[
    "amb", "amb.", "ambassador", "commissioner", "dr", "dr.", "h.e", "h.e.", "hon", "hon.", "honourable",
    "judge", "justice", "madam", "minister", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.",
    "professor", "rev", "rev.", "senator", "sir",
]);

/// How somebody goes on in brackets, where a remark would not: `(and I quote)`.
static ASIDES: Words = Words::of(&[
    "and", "as", "but", "he", "i", "if", "it", "or", "she", "so", "that", "they", "this", "we", "which",
    "who", "you",
]);

/// Words that go with a role and make no name of it.
#[rustfmt::skip]
static WITH_ROLES: Words = Words::of(&[
    "a", "acting", "all", "b", "c", "ceremonies", "co", "d", "deputy", "excellency", "female", "first", "hon",
    "honorable", "honourable", "incoming", "local", "madam", "male", "member", "members", "mr", "mr.", "mrs",
    "mrs.", "ms", "ms.", "off-mic", "on-site", "online", "onsite", "outgoing", "panel", "permanent", "person",
    "remote", "room", "second", "session", "the", "third", "unidentified", "unknown", "vice", "voice",
]);

/// Roles that other words make up: those whom the reporters of a parliament do not name.
static UNNAMED: Words = Words::of(&[
    "an hon. member",
    "an honourable member",
    "hon. members",
    "honourable members",
    "several hon. members",
    "some hon. members",
]);

/// Words that join those of a role. None begins one: `And from the audience` is what somebody says.
static LINKS: Words = Words::of(&["and", "by", "for", "from", "in", "of"]);

/// Words that make a name that of a body.
#[rustfmt::skip]
static BODIES: Words = Words::of(&[
    "academia", "academy", "agency", "alliance", "apc", "apnic", "assembly", "association", "au",
    "authority", "bank", "board", "bureau", "business", "caricom", "caucus", "cctld", "center", "centre",
    "chamber", "coalition", "college", "commission", "committee", "community", "company", "consortium",
    "constituency", "corporation", "council", "delegation", "department", "directorate", "ecosoc",
    "embassy", "enisa", "eu", "europol", "federation", "forum", "foundation", "government", "group",
    "icann", "icrc", "ieee", "ietf", "igf", "industry", "initiative", "institute", "institution",
    "interpol", "isoc", "itu", "league", "ministry", "mission", "network", "ngo", "ngos", "oas", "oecd",
    "office", "ohchr", "organisation", "organisations", "organization", "organizations", "osce",
    "parliament", "partnership", "platform", "program", "programme", "project", "ripe", "sector", "service",
    "services", "society", "stakeholders", "states", "taskforce", "team", "technologies", "un", "unctad",
    "undp", "unesco", "unicef", "unidir", "union", "university", "unoda", "unodc", "upu", "w3c", "wef",
    "wipo", "wto", "youth",
]);

/// States, and the union that sits among them, by the names they sit behind in a meeting. Left out: names that
/// people bear as well.
#[rustfmt::skip]
static STATES: Words = Words::of(&[
    "afghanistan", "albania", "algeria", "andorra", "angola", "antigua and barbuda", "argentina",
    "armenia", "australia", "austria", "azerbaijan", "bahamas", "bahrain", "bangladesh", "barbados",
    "belarus", "belgium", "belize", "benin", "bhutan", "bolivia", "bosnia and herzegovina", "botswana",
    "brazil", "brunei", "brunei darussalam", "bulgaria", "burkina faso", "burundi", "cabo verde",
    "cambodia", "cameroon", "canada", "central african republic", "chile", "china", "colombia", "comoros",
    "congo", "costa rica", "cote d'ivoire", "croatia", "cuba", "cyprus", "czech republic", "czechia",
    "côte d'ivoire", "democratic people's republic of korea", "democratic republic of the congo",
    "denmark", "djibouti", "dominica", "dominican republic", "dprk", "drc", "ecuador", "egypt",
    "el salvador", "equatorial guinea", "eritrea", "estonia", "eswatini", "ethiopia", "eu",
    "european union", "fiji", "finland", "france", "gabon", "gambia", "germany", "ghana", "greece",
    "grenada", "guatemala", "guinea", "guinea-bissau", "guyana", "haiti", "holy see", "honduras",
    "hungary", "iceland", "india", "indonesia", "iran", "iraq", "ireland", "islamic republic of iran",
    "italy", "jamaica", "japan", "kazakhstan", "kenya", "kingdom of saudi arabia",
    "kingdom of the netherlands", "kiribati", "kuwait", "kyrgyzstan", "lao pdr",
    "lao people's democratic republic", "laos", "latvia", "lebanon", "lesotho", "liberia", "libya",
    "liechtenstein", "lithuania", "luxembourg", "madagascar", "malawi", "malaysia", "maldives", "mali",
    "malta", "marshall islands", "mauritania", "mauritius", "mexico", "micronesia", "moldova", "monaco",
    "mongolia", "montenegro", "morocco", "mozambique", "myanmar", "namibia", "nauru", "nepal",
    "netherlands", "new zealand", "nicaragua", "niger", "nigeria", "north macedonia", "norway", "oman",
    "pakistan", "palau", "palestine", "panama", "papua new guinea", "paraguay", "peru", "philippines",
    "poland", "portugal", "qatar", "republic of korea", "republic of moldova", "romania", "russia",
    "russian federation", "rwanda", "saint kitts and nevis", "saint lucia",
    "saint vincent and the grenadines", "samoa", "san marino", "sao tome and principe", "saudi arabia",
    "senegal", "serbia", "seychelles", "sierra leone", "singapore", "slovakia", "slovenia",
    "solomon islands", "somalia", "south africa", "south korea", "south sudan", "spain", "sri lanka",
    "state of palestine", "sudan", "suriname", "sweden", "switzerland", "syria", "syrian arab republic",
    "tajikistan", "tanzania", "thailand", "timor-leste", "togo", "tonga", "trinidad and tobago",
    "tunisia", "turkey", "turkiye", "turkmenistan", "tuvalu", "türkiye", "uae", "uganda", "uk", "ukraine",
    "united arab emirates", "united kingdom", "united kingdom of great britain and northern ireland",
    "united republic of tanzania", "united states", "united states of america", "uruguay", "us", "usa",
    "uzbekistan", "vanuatu", "venezuela", "viet nam", "vietnam", "yemen", "zambia", "zimbabwe",
]);

/// States whose names people bear as well. They are states among states, and people among people.
static STATES_OR_PEOPLE: Words = Words::of(&["chad", "georgia", "israel", "jordan"]);

/// What `name` stands for.
pub(super) fn kind(name: &str) -> SpeakerKind {
    // An affiliation behind a comma or in brackets says where a person works: `Deborah Allen, Find Out Why`.
    let own = name.split([',', '(', '[']).next().filter(|own| !own.trim().is_empty()).unwrap_or(name);
    let key = key(own);
    if is_role(&key) {
        SpeakerKind::Role
    } else if is_state(&key) || key.split(' ').any(|word| BODIES.hold(word)) {
        SpeakerKind::Organization
    } else {
        SpeakerKind::Person
    }
}

/// Whether `name` is one role, of the meeting or of a body, or a state and nothing else, but for a remark in brackets
/// and the group or state it speaks for: `Chair (off-mic)`, `Nigeria, on behalf of the African Group`,
/// `President - Malta`. `Chair, I have a question` is none, nor are `Speakers` and `President (and I quote)`.
pub(super) fn is_office(name: &str) -> bool {
    let key = key(name);
    let marks = [" (", " [", " on behalf of ", " - ", " – "];
    let end = marks.iter().filter_map(|mark| key.find(mark)).min().unwrap_or(key.len());
    let (own, behind) = key.split_at_checked(end).unwrap_or((&key, ""));
    let own = own.trim_end_matches(',');
    let words = behind.trim_start_matches([' ', '(', '[', '-', '–']);
    let aside = words.split([' ', ',']).next().is_some_and(|word| ASIDES.hold(word));
    // Behind a dash stands a state, or anything.
    let dashed = behind.starts_with(" -") || behind.starts_with(" –");
    let speaks_for_others = behind.starts_with(" on behalf of ") && STATES_OR_PEOPLE.hold(own);
    (is_role(own) || is_state(own) || speaks_for_others)
        && !is_several(own)
        && !aside
        && (!dashed || is_state(words))
}

/// Whether `name` is the role of several people: `Speakers`.
pub(super) fn is_several(name: &str) -> bool {
    key(name).rsplit(' ').next().is_some_and(|last| SEVERAL.hold(last))
}

/// Whether `name` is a person's with a title or role in front, and nothing else: `Mr. Wu`, `Co-Chair Ann Lee`.
pub(super) fn is_titled(name: &str) -> bool {
    let titled = |word: &str| {
        let word = key(word);
        TITLES.hold(&word) || (ROLES.hold(&word) && !SEVERAL.hold(&word))
    };
    let mut words = name.split_whitespace().skip_while(|word| titled(word)).peekable();
    let named = words.peek().is_some_and(|word| word.starts_with(char::is_uppercase));
    named && name.split_whitespace().next().is_some_and(titled)
}

/// Whether `name` is a state's that people bear as well: `Georgia`.
pub(super) fn is_state_or_person(name: &str) -> bool {
    STATES_OR_PEOPLE.hold(&key(name))
}

/// Whether `name` is a state's and nobody else's.
pub(super) fn is_surely_state(name: &str) -> bool {
    is_state(&key(name))
}

fn is_role(key: &str) -> bool {
    if UNNAMED.hold(key) {
        return true;
    }
    let mut roles = 0;
    let all_roles = key.split(' ').enumerate().all(|(place, word)| {
        let role = ROLES.hold(word);
        roles += usize::from(role);
        let goes_with = WITH_ROLES.hold(word) || BODIES.hold(word) || is_number(word);
        role || goes_with || (place > 0 && LINKS.hold(word))
    });
    all_roles && roles > 0
}

fn is_state(key: &str) -> bool {
    STATES.hold(key.strip_prefix("the ").unwrap_or(key))
}

/// `2`, `#2`, `2.`, `2nd`
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches('#').trim_end_matches('.');
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| digits.strip_suffix(end)).unwrap_or(digits);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{
        ASIDES, BODIES, LINKS, ROLES, SEVERAL, STATES, STATES_OR_PEOPLE, TITLES, UNNAMED, WITH_ROLES,
        is_office, is_titled, kind,
    };
    use crate::model::SpeakerKind::{Organization, Person, Role};

    #[test]
    fn tables_are_sorted() {
        for table in [
            &ROLES,
            &WITH_ROLES,
            &UNNAMED,
            &LINKS,
            &BODIES,
            &STATES,
            &STATES_OR_PEOPLE,
            &TITLES,
            &ASIDES,
            &SEVERAL,
        ] {
            assert!(table.are_sound());
        }
    }

    #[test]
    fn names_tell_what_they_stand_for() {
        for (name, expected) in [
            ("Chair", Role),
            ("Mr. Chair", Role),
            ("Vice Chair", Role),
            ("Audience", Role),
            ("Speaker 2", Role),
            ("Speaker #2", Role),
            ("Local delegate", Role),
            ("Online moderator", Role),
            ("Master of ceremonies", Role),
            ("The Secretariat", Role),
            ("Civil Society", Organization),
            ("Private sector", Organization),
            ("Team Yellow", Organization),
            ("Upstream Delegation", Organization),
            ("Côte d’Ivoire", Organization),
            ("The Netherlands", Organization),
            ("ITU", Organization),
            ("John Hering", Person),
            ("Bert", Person),
            ("Georgia", Person),
            ("Deborah Allen, Find Out Why Foundation", Person),
            ("(unclear)", Person),
            ("And from the audience", Person),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn titles_make_a_name() {
        for name in
            ["Mr. Stéphane Duguin", "H.E. Mr. Wu", "Co-Chair Ann Lee", "Secretary-General António Guterres"]
        {
            assert!(is_titled(name), "{name}");
        }
        for name in ["Mr. Chair", "Minister", "Speakers Ann Lee", "Ann Lee", "Chair of the board", ""] {
            assert!(!is_titled(name), "{name}");
        }
    }

    #[test]
    fn offices_are_roles_and_states_and_what_they_add() {
        for name in [
            "Mr. Chair",
            "Chair (Burhan Gafoor)",
            "Iran (Islamic Republic of)",
            "The Kingdom of the Netherlands",
            "Nigeria, on behalf of the African Group",
            "Côte d'Ivoire on behalf of a group of states",
            "President - Republic of Korea",
            "Chad, on behalf of a group of states",
            "IGF Secretariat",
            "3rd speaker",
            "An hon. Member",
            "Russian Federation (interpretation from Russian)",
        ] {
            assert!(is_office(name), "{name}");
        }
        for name in [
            "Chair, I have three points",
            "First, the chair",
            "For the speakers",
            "China, India and Brazil",
            "Speakers",
            "Online participants",
            "President (and I quote)",
            "Chair – and so",
            "Ann Lee (Moderator)",
            "on behalf of Chile",
            "(Chair)",
            "",
        ] {
            assert!(!is_office(name), "{name}");
        }
    }
}
