//! A fault of plenary itself: it costs the page it happened on, and is told as any other failure is.

use plenary_host::catch;

use crate::codes;
use crate::exit::Failure;

/// Runs `work`, in which a panic is the failure of a page. None is printed, which would tear whatever else is on the
/// terminal.
///
/// # Errors
/// Where it panics: then what it was at is in no known state.
pub(crate) fn contained<T>(work: impl FnOnce() -> T) -> Result<T, Failure> {
    catch(work).map_err(|said| {
        Failure::page(&codes::FAULT, format!("plenary broke down here: {said}")).help(concat!(
            "this is a fault of plenary: please report it, with the page, at ",
            env!("CARGO_PKG_REPOSITORY"),
            "/issues"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_failure_that_says_where() {
        let failure = contained(|| panic!("it holds {} of them", 7)).unwrap_err();
        assert_eq!(failure.finding.code, "plenary::fault");
        let message = failure.finding.message;
        assert!(
            message.starts_with("plenary broke down here: it holds 7 of them (")
                && message.contains("fault.rs:")
        );
        assert_eq!(contained(|| 7).unwrap(), 7);
    }
}
