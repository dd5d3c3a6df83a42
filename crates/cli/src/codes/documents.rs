//! Why a page is not converted.

use super::table;

table! {
    STRICT: "convert::strict", Error,
        "a page with a warning is not converted under --strict",
        "A warning was raised on the page by its reader or by a renderer, and --strict takes warnings for errors. \
         Nothing was written for this page. Set right what the warnings name, or leave --strict out.";
    RENDER: "render::failed", Error,
        "a document could not be made",
        "The renderer of the format gave up, for the reason it tells. Nothing was written for this page. Where the \
         renderer is a plugin, its author can tell more.";
}
