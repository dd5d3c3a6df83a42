//! Why a record of `plenary stream` is not converted.

use super::table;

table! {
    RECORD_JSON: "stream::json", Error,
        "a record is no JSON",
        "Each line of standard input is one JSON object. This one breaks off or breaks the grammar of JSON, at the place \
         that is told. A line end inside a record parts it: JSON writes it `\\n` in a text.";
    RECORD: "stream::record", Error,
        "a record does not say what to convert",
        "A record is a JSON object with one of `text`, `path` and `session`, and may have `id`, `name` and `from`; nothing \
         else, and each once. crates/core/stream.schema.json describes it. What else belongs to a record can be put into \
         its `id`, which may be any JSON value and comes back as it is.";
    RECORD_TOO_LARGE: "stream::too-large", Error,
        "a record or the file it names is too large",
        "The line, or the file that `path` names, has more bytes than --max-record allows. It was not taken into memory.";
    NO_THREAD: "stream::no-thread", Error,
        "the system gives no thread to convert with",
        "There are too many threads or processes, or too little memory. The reason is told.";
}
