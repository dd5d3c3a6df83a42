//! What can come up where many pages are converted.

use super::table;

table! {
    NO_PAGE: "batch::no-page", Warning,
        "a folder holds no page",
        "In the folder and those in it is no file that is named as a page: `plenary formats --input` lists the extensions. \
         Hidden files and what a `.plenaryignore` names are left out. Files of other names are named by a pattern.";
    LOOP: "batch::loop", Warning,
        "a link leads back to a folder it stands in",
        "What is behind it is taken once, and not again through the link.";
    DANGLING: "batch::dangling", Warning,
        "a link leads nowhere",
        "What it should lead to does not exist, or was taken away meanwhile. It is passed over.";
    IGNORE_LINE: "batch::ignore-line", Warning,
        "a line of a .plenaryignore cannot be read",
        "The file has a pattern a line, in the manner of .gitignore. What the line should leave out is taken for pages.";
    FOLDER_UNREAD: "batch::folder", Error,
        "a folder cannot be looked into",
        "There may be pages in it that are not converted. The system gives a reason, which is told. The other pages are \
         converted.";
    CASE: "batch::case", Warning,
        "the names of two documents differ in capitals alone",
        "On a file system where capitals make no other name, as is usual on macOS and Windows, the one would be written over \
         the other. It is told once in a run.";
    MANIFEST: "batch::manifest", Error,
        "the manifest cannot be used",
        "The file that tells what was made of each page cannot be read or written, or holds something else. No run goes on \
         without: what it did would not be known.";
    SCRATCH: "batch::scratch", Error,
        "a list of the run cannot be read",
        "Which pages there are, where their documents go and what is known of them stands in temporary files where it is much, in \
         the folder that TMPDIR names in the environment, or in that of the system. What was written there could not be read: \
         mostly a disk fails.";
    LOCKED: "batch::locked", Error,
        "another run is at work with the same manifest",
        "Two runs at once would do the same work twice. Runs side by side, on one machine or several, take a part of the pages \
         each, with --shard, and have a manifest each.";
    INTERRUPTED: "batch::interrupted", Error,
        "the run was ended from outside",
        "By Ctrl-C or another signal. What was under way was finished, and the manifest tells of it. The same command once \
         more does the rest.";
}
