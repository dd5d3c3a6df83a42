//! What can come up where changes are waited for.

use super::table;

table! {
    UNWATCHED: "watch::unwatched", Error,
        "the system does not tell of changes",
        "A folder cannot be watched, or nothing can. The system gives a reason, which is told. What changes in that folder is \
         not seen. With --poll, plenary itself looks for changes.";
    TOO_MANY: "watch::too-many-folders", Error,
        "the system watches no more folders",
        "On Linux, what one user may have watched is limited, over all programs, and each folder counts. \
         `sysctl fs.inotify.max_user_watches` tells how many, and fs.inotify.max_user_instances how many programs may watch. \
         Where they cannot be raised, --poll needs none.";
}
