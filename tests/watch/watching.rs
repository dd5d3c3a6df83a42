//! A folder that is watched.

use std::fs;
use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant};

use crate::support::{Folder, PAGE};

/// How long anything may take, on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(120);

pub const WATCH: &str = "watch pages -t markdown -o out";
pub const MANIFEST: &str = "out/.plenary-manifest.ndjson";

/// The page, with this word in it.
pub fn page(word: &str) -> String {
    PAGE.replace("Welcome, everybody.", &format!("Welcome to {word}."))
}

/// A run of the binary that goes on.
pub struct Watching {
    child: Child,
    told: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

impl Watching {
    /// Begins, and waits until it waits for changes.
    pub fn begin(folder: &Folder, arguments: &str) -> Self {
        let watching = Self::start(folder.command(arguments));
        watching.until_told("Ctrl-C ends it");
        watching
    }

    pub fn start(mut command: Command) -> Self {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let told = Arc::new(Mutex::new(String::new()));
        let (mut stderr, telling) = (child.stderr.take().unwrap(), Arc::clone(&told));
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = stderr.read(&mut buffer) {
                telling.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..read]));
            }
        });
        Self { child, told, reader: Some(reader) }
    }

    /// What it wrote to standard error so far.
    pub fn told(&self) -> String {
        self.told.lock().unwrap().clone()
    }

    /// Waits until this is so.
    #[track_caller]
    pub fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_so() {
            assert!(start.elapsed() < PATIENCE, "not so: {what}\n{}", self.told());
            sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    pub fn until_told(&self, text: &str) {
        self.until(&format!("it tells `{text}`"), || self.told().contains(text));
    }

    /// Waits until the file holds this.
    #[track_caller]
    pub fn until_holds(&self, folder: &Folder, name: &str, text: &str) {
        let holds = || fs::read_to_string(folder.path(name)).is_ok_and(|found| found.contains(text));
        self.until(&format!("{name} holds `{text}`"), holds);
    }

    /// Writes the page with this word, and waits until its document holds it.
    #[track_caller]
    pub fn passes_on(&self, folder: &Folder, name: &str, word: &str) {
        put(folder, &format!("pages/{name}.txt"), &page(word));
        self.until_holds(folder, &format!("out/{name}.md"), word);
    }

    pub fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args(["-s", signal, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// How it ends, and all that it told.
    pub fn wait(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        self.reader.take().unwrap().join().unwrap();
        (status, self.told())
    }

    /// Ends it by Ctrl-C, as nothing else should have, and gives what it told.
    #[track_caller]
    pub fn end(mut self) -> String {
        assert!(self.child.try_wait().unwrap().is_none(), "it has ended by itself\n{}", self.told());
        self.signal("INT");
        let (status, told) = self.wait();
        assert_eq!(status.code(), Some(0), "{told}");
        told
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Writes the file, and the folders it stands in, in its place.
pub fn put(folder: &Folder, name: &str, content: &str) {
    let path = folder.path(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Has the file take the place of another in one step, as editors do it.
pub fn save(folder: &Folder, name: &str, content: &str) {
    let path = folder.path(name);
    let beside = path.with_file_name(format!(".{}.swp", path.file_name().unwrap().display()));
    fs::write(&beside, content).unwrap();
    fs::rename(beside, path).unwrap();
}

/// Pages for watching: two.
pub fn pages() -> Folder {
    Folder::new().file("pages/a.txt", page("Aden")).file("pages/b.txt", page("Basra"))
}

/// How many lines the manifest has.
pub fn lines(folder: &Folder, manifest: &str) -> usize {
    fs::read_to_string(folder.path(manifest)).unwrap_or_default().lines().count()
}
