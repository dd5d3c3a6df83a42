//! The value of `--set FORMAT.KEY=@FILE`: a renderer reads no file, so the program does.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::args::{Setting, SettingValue};
use crate::codes;
use crate::exit::{Failure, reason};

/// The largest file, in bytes: options are looked at whole, and handed over with every page.
const LARGEST: u64 = 1 << 20;

/// What the option is to be: as it is said, or as it stands in the file named there.
///
/// Messages call the setting as it is `given`.
pub(super) fn value<'s>(given: &str, setting: &'s Setting) -> Result<Cow<'s, str>, Failure> {
    match &setting.value {
        SettingValue::Text(text) => Ok(text.into()),
        SettingValue::File(path) => content(path).map(Cow::from).map_err(|why| {
            let failure = Failure::usage(&codes::SETTING_FILE, format!("`{given}`: {}", why.what));
            failure.help(why.help)
        }),
    }
}

/// Why a file is not taken, and what to do about it.
struct Refusal {
    what: String,
    help: String,
}

/// The text of the file, without the line end that closes it: no value but a text has one.
fn content(path: &Path) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    // One byte more tells a file that is too large from one that just is not; of an endless one no more is read.
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    read.map_err(|error| Refusal {
        what: format!("`{}` cannot be read: {}", path.display(), reason(&error)),
        help: format!("a value that itself begins with `@` is written with two: `@@{}`", path.display()),
    })?;
    if bytes.len() as u64 > LARGEST {
        return Err(Refusal {
            what: format!("`{}` is larger than a mebibyte", path.display()),
            help: "an option is a name, a number or a short text; is this the file that was meant?"
                .to_owned(),
        });
    }
    let text = String::from_utf8(bytes).map_err(|error| Refusal {
        what: format!(
            "`{}` is not valid UTF-8, first at byte {}",
            path.display(),
            error.utf8_error().valid_up_to()
        ),
        help: "save it as UTF-8".to_owned(),
    })?;
    let end = text.strip_suffix('\n').map(|rest| rest.strip_suffix('\r').unwrap_or(rest));
    Ok(end.map(str::to_owned).unwrap_or(text))
}
