//! The names of months and days of the week, in the languages that pages of international meetings are in.

/// The months from January on, by their English names.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The same in French, Spanish, Portuguese, Italian, German and, as behind a day, Russian. Written out: short forms are
/// those of several languages and months.
#[rustfmt::skip]
const OTHER_MONTHS: [[&str; 12]; 6] = [
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
    ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
    ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
    ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
];

/// The days from Monday on, by their English names.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The same in the other languages.
#[rustfmt::skip]
const OTHER_DAYS: [[&str; 7]; 6] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
];

/// The number of the month that `word` names: `June`, `Jun`, `juin`.
pub(super) fn month(word: &str) -> Option<u16> {
    let place = abbreviated(word, &MONTHS).or_else(|| written_out(word, &OTHER_MONTHS))?;
    u16::try_from(place + 1).ok()
}

/// Whether `word` names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    abbreviated(word, &DAYS).or_else(|| written_out(word, &OTHER_DAYS)).is_some()
}

/// The place of the name that `word` is, or abbreviates by at least three letters.
fn abbreviated(word: &str, names: &[&str]) -> Option<usize> {
    names.iter().position(|name| {
        word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    })
}

fn written_out<const N: usize>(word: &str, languages: &[[&str; N]]) -> Option<usize> {
    let word = word.to_lowercase();
    languages.iter().find_map(|names| names.iter().position(|name| *name == word))
}

#[cfg(test)]
mod tests {
    use super::{is_weekday, month};

    #[test]
    fn months_and_days_in_several_languages() {
        for (word, number) in
            [("June", 6), ("jun", 6), ("Sept", 9), ("JUIN", 6), ("août", 8), ("März", 3), ("июня", 6)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        for word in ["Ju", "jui", "Juniper", "марте", ""] {
            assert_eq!(month(word), None, "{word}");
        }
        assert!(
            is_weekday("Tue") && is_weekday("Mercredi") && is_weekday("вторник") && !is_weekday("mardis")
        );
    }
}
