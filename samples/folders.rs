// Included by the build script, which gives `plenary plugin check` its pages, and by the tests.

/// The folders of samples, each with the extension of its pages; what else is there was made of them.
const FOLDERS: [(&str, &str); 7] = [
    ("akoma-ntoso", "xml"),
    ("cart", "txt"),
    ("dig-watch", "txt"),
    ("json", "json"),
    ("srt", "srt"),
    ("transcript", "txt"),
    ("webvtt", "vtt"),
];
