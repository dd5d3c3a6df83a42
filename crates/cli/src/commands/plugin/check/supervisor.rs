//! Starts the processes in which the trials run, and tells what became of them.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use plenary_host::{Death, Limit, Limits};

use super::child;
use super::notes::{self, Note};
use super::trials::{TRIALS, Trial};
use super::verdict::{Finding, Outcome, failed};
use crate::args::PluginCheck;
use crate::codes;
use crate::exit::{Failure, reason};

/// Runs all trials, whatever the plugin does to the processes they run in.
pub(super) fn run(args: &PluginCheck) -> Result<Vec<Outcome>, Failure> {
    trials(args).map_err(|error| {
        let message = format!("cannot try the plugin: {}", reason(&error));
        Failure::environment(&codes::UNWRITABLE, message)
    })
}

/// How a process ended that ran trials.
struct Ended {
    status: ExitStatus,
    /// Whether it was ended for having given no sign of life.
    hung: bool,
    printed: String,
}

fn trials(args: &PluginCheck) -> io::Result<Vec<Outcome>> {
    let folder = tempfile::Builder::new().prefix("plenary-check-").tempdir()?;
    let limits = Limits { wall: Some(Duration::from_secs(args.patience)), cpu: None, ..Limits::default() };
    #[cfg(unix)]
    let limits = limits.in_force();
    let (mut printed, mut endings) = (String::new(), Vec::new());
    let mut outcomes: Vec<Outcome> = Vec::new();
    while let Some(next) = next(&outcomes) {
        let before = notes::read(folder.path())?.len();
        let ended = process(folder.path(), &limits, next.afresh)?;
        let notes = notes::read(folder.path())?;
        outcomes = notes::outcomes(&notes).cloned().collect();
        let mut new = notes.iter().skip(before);
        let unfinished = match notes.last() {
            Some(Note::Done(_)) if new.any(|note| matches!(note, Note::Done(_))) => None,
            _ => Some(last_begun(&notes, before).unwrap_or(next.name)),
        };
        match unfinished {
            Some(trial) => {
                let mut outcome = killed(&ended, &limits, at(&notes));
                outcome.trial = trial.to_owned();
                note(folder.path(), &outcome)?;
                outcomes.push(outcome);
            }
            None => {
                printed.push_str(&ended.printed);
                if !ended.status.success() {
                    endings.push(death(&ended, &limits).to_string());
                }
            }
        }
    }
    outcomes.push(Outcome::of("prints-nothing", prints(&printed)));
    outcomes.push(Outcome::of("ends-well", ends(&endings)));
    Ok(outcomes)
}

/// The first trial that has not come to its end.
fn next(outcomes: &[Outcome]) -> Option<&'static Trial> {
    TRIALS.iter().find(|trial| outcomes.iter().all(|outcome| outcome.trial != trial.name))
}

fn note(folder: &Path, outcome: &Outcome) -> io::Result<()> {
    notes::Notes::open(folder)?.add(&Note::Done(outcome.clone()))
}

/// The trial that was begun last, after the first `before` notes.
fn last_begun(notes: &[Note], before: usize) -> Option<&str> {
    notes.iter().skip(before).rev().find_map(|note| match note {
        Note::Begun(trial) => Some(trial.as_str()),
        _ => None,
    })
}

/// The rendering that was begun last in the trial that has not ended.
fn at(notes: &[Note]) -> Option<&str> {
    let trial = notes.iter().rev().take_while(|note| matches!(note, Note::At(_)));
    trial.filter_map(|note| if let Note::At(what) = note { Some(what.as_str()) } else { None }).next()
}

fn death(ended: &Ended, limits: &Limits) -> Death {
    match limits.wall {
        Some(wall) if ended.hung => Death::Over(Limit::Wall(wall)),
        _ => Death::of(ended.status, &ended.printed, limits),
    }
}

fn killed(ended: &Ended, limits: &Limits, at: Option<&str>) -> Outcome {
    let at = at.map(|what| format!("in {what}, ")).unwrap_or_default();
    let said = excerpt(&ended.printed).map(|said| format!("; it said: {said}")).unwrap_or_default();
    let death = format!("{at}{}{said}", death(ended, limits));
    Outcome { killed: true, ..Outcome::of("", Err(failed(death).help(HELP))) }
}

const HELP: &str = "a user loses the whole run by this, or with --isolate the document. Sessions called so are among the \
                    samples of plenary's repository: convert it under a debugger";

fn prints(printed: &str) -> Result<String, Finding> {
    match excerpt(printed) {
        None => Ok("nothing on standard output or standard error".to_owned()),
        Some(said) => Err(failed(format!("it printed: {said}")).help(
            "standard output may be the document's, standard error is the program's; tell the user through `report`",
        )),
    }
}

fn ends(endings: &[String]) -> Result<String, Finding> {
    match endings.first() {
        None => Ok("the process that had loaded it ended as it should".to_owned()),
        Some(death) => Err(failed(format!("after all trials, {death}")).help(
            "what it registered for the end of the process (destructors, `atexit`, threads of its own) breaks down there",
        )),
    }
}

/// The first line of what was printed, where there is anything.
fn excerpt(printed: &str) -> Option<String> {
    let line = printed.lines().find(|line| !line.trim().is_empty())?;
    Some(format!("`{}`", crate::table::cut(line.trim(), 120)))
}

/// Runs trials in a process of their own, to its end.
fn process(folder: &Path, limits: &Limits, afresh: bool) -> io::Result<Ended> {
    let (stdout, stderr) = (folder.join("stdout"), folder.join("stderr"));
    let mut command = Command::new(std::env::current_exe()?);
    command.args(std::env::args_os().skip(1)).env(child::FOLDER, folder);
    command.stdin(Stdio::null()).stdout(File::create(&stdout)?).stderr(File::create(&stderr)?);
    if afresh {
        // What a renderer must not look at is other in this process.
        command.env("TZ", "Pacific/Chatham").env("LANG", "tr_TR.UTF-8").env("LC_ALL", "tr_TR.UTF-8");
        command.env("USER", "somebody-else").env("SOURCE_DATE_EPOCH", "1");
    }
    let (status, hung) = watched(command.spawn()?, folder, limits)?;
    let printed = [stdout, stderr].map(|path| said(&path).unwrap_or_default()).concat();
    Ok(Ended { status, hung, printed })
}

/// How much of what was printed is looked at, from its beginning and from its end, in bytes.
const LOOKED_AT: u64 = 64 << 10;

/// What stands in the file, which may be longer than anybody would read.
fn said(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(LOOKED_AT).read_to_end(&mut bytes)?;
    let behind = file.metadata()?.len().saturating_sub(LOOKED_AT);
    file.seek(SeekFrom::Start(LOOKED_AT.max(behind)))?;
    file.take(LOOKED_AT).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Waits for the process, as long as it gives signs of life.
fn watched(mut child: Child, folder: &Path, limits: &Limits) -> io::Result<(ExitStatus, bool)> {
    let (mut length, mut since) = (notes::length(folder), Instant::now());
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok((status, false));
        }
        let now = notes::length(folder);
        if now != length {
            (length, since) = (now, Instant::now());
        }
        if limits.wall.is_some_and(|wall| since.elapsed() > wall) {
            child.kill()?;
            return Ok((child.wait()?, true));
        }
        thread::sleep(Duration::from_millis(5));
    }
}
