//! `plenary stream`.

use std::num::NonZero;

use clap::Args;

use super::amounts::{Allowed, count, size};
use super::defaults::told_of_many;
use super::{Conversion, Documents, ENVIRONMENT};

/// Convert records from standard input, one answer for each
///
/// For what spreads work over processes and machines (Spark, GNU parallel, make): a JSON object a line comes in, and for
/// each one JSON object on a line goes out, in the same order. What is wrong with a record is told in its answer.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE, after_long_help = format!("{EXAMPLE}\n\n{RECORDS}\n\n{EXIT_CODES}\n\n{ENVIRONMENT}"))]
#[command(mut_arg("formats", |formats| formats.long_help(FORMATS)))]
#[command(mut_arg("strict", |strict| strict.help(STRICT)))]
#[command(mut_args(told_of_many))]
pub(crate) struct Stream {
    #[command(flatten)]
    pub(crate) documents: Documents,

    /// How many records are converted at once; without it, as many as there are processors
    #[arg(short, long, value_name = "N", value_parser = count)]
    pub(crate) jobs: Option<NonZero<usize>>,

    /// The size a record, or the file it names, may have, such as 16MiB, or `unlimited`
    ///
    /// A larger one fails, and is not held in memory. The memory of the whole is some five times this for each of the
    /// --jobs, and what the documents take.
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub(crate) max_record: Option<Allowed<u64>>,

    #[command(flatten)]
    pub(crate) conversion: Conversion,
}

const FORMATS: &str = "\
The formats to make; `plenary formats` lists them

Several are parted by commas. Where none is given, `to` in a file of settings tells.";

const STRICT: &str = "Take warnings for errors, and end with exit code 1 where a record failed";

const EXAMPLE: &str = "\
Example:
  echo '{\"id\": 7, \"path\": \"session.txt\"}' | plenary stream -t markdown,pdf";

const RECORDS: &str = "\
Records:
  {\"id\": …, \"text\": \"…\"}     a page
  {\"id\": …, \"path\": \"…\"}     the file that holds one
  {\"id\": …, \"session\": {…}}  a session in plenary's own JSON
  The id may be any JSON value, or be left out. \"name\" may say what messages
  are to call the page, and \"from\" its dialect, as --from does for all.

Answers:
  {\"id\": …, \"documents\": {\"markdown\": \"…\", \"pdf\": \"JVBERi0…\"},
   \"encoding\": {\"pdf\": \"base64\"}, \"diagnostics\": […]}
  {\"id\": …, \"error\": {\"code\": …, \"message\": …, \"line\": …, \"column\": …,
   \"help\": …, …}, \"diagnostics\": […]}
  What is written is flushed whenever there is nothing more to write yet.
  Empty lines are passed over.";

const EXIT_CODES: &str = "\
Exit codes:
  0  Every record was answered, if only with an error. It is no error that
     whoever reads the answers closes them.
  1  Under --strict: a record failed. All were answered.
  2  Wrong usage: an unknown option, format or setting.
  3  The surroundings failed: standard input cannot be read, a plugin is
     refused.
  Where several apply, the highest.";
