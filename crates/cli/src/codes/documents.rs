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
    DIED: "plugin::died", Error,
        "the process a plugin ran in came to an end",
        "Under --isolate a plugin runs in a process of its own. There it crashed, or ended the process, or damaged it. \
         This cost the one document; nothing was written for its page. Without --isolate, a plugin that ends its process ends \
         plenary itself: what was not written by then is not made. It is a fault of the plugin: tell its author, with the \
         session it happened on.";
    OVER_LIMIT: "plugin::over-limit", Error,
        "a plugin took more than it may",
        "Under --isolate a plugin has limits: of memory, of time, of the size of a document. It went over one and was \
         ended; nothing was written for its page. Without, it has that of time, and is told to stop. Where a session needs \
         so much, --plugin-memory, --plugin-time, --plugin-cpu and --plugin-output allow more. Otherwise it is a fault of \
         the plugin.";
}
