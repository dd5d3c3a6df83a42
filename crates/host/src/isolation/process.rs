//! A worker process, from plenary's side: what is asked of it, what comes of it, and its end.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid};
use tracing::debug;

use super::answer::{Answer, damaged};
use super::protocol::{End, Incoming};
use super::{Death, Limit, Limits, WORKER, memory};

/// How much is read at once, in bytes; the pipes are made to hold as much.
const PIPE: usize = 256 << 10;

/// How much is kept of what a plugin writes to standard error, in bytes.
const LAST_WORDS: usize = 4 << 10;

/// How often it is looked at what nothing tells of: whether the document is still wanted, and on systems without such
/// a descriptor whether the process has ended.
const LOOK: Duration = Duration::from_millis(20);

/// How long a process may take to end that has closed its streams.
const MOMENT: Duration = Duration::from_secs(1);

/// A worker process. Dropped, it is killed.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    requests: ChildStdin,
    answers: ChildStdout,
    /// `None` once it is closed.
    stderr: Option<ChildStderr>,
    /// Can be read from when the process has ended, even if one that it has started holds its streams.
    ended: Option<OwnedFd>,
    incoming: Incoming,
    last_words: Vec<u8>,
    /// Whether it has been waited for: its number may be another's.
    is_reaped: bool,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Stop {
    /// The process has ended, or had to be.
    #[error("{0}")]
    Died(Death),
    /// Nobody wants the document any more.
    #[error("nobody wants the document any more")]
    Cancelled,
    /// The document could not be passed on.
    #[error("the document could not be passed on: {0}")]
    Output(io::Error),
    /// The system fails.
    #[error("the system fails: {0}")]
    System(io::Error),
}

impl Process {
    /// Starts a worker of this program.
    pub(super) fn start(program: &Path) -> io::Result<Self> {
        let mut child = Command::new(program)
            .arg0("plenary")
            .arg(WORKER)
            // One heap for all threads: each further one would take 64 MiB of the address space that is limited.
            .env("MALLOC_ARENA_MAX", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // A group of its own, to end it with all that it has started; and what is typed at the terminal is for us.
            .process_group(0)
            .spawn()?;
        let streams = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(requests), Some(answers), Some(stderr)) = streams else {
            return Err(io::Error::other("the process has no streams"));
        };
        // So that a worker that reads no more holds up nobody.
        rustix::io::ioctl_fionbio(&requests, true)?;
        widen(&requests);
        widen(&answers);
        let ended = ended(&child);
        Ok(Self {
            child,
            requests,
            answers,
            stderr: Some(stderr),
            ended,
            incoming: Incoming::default(),
            last_words: Vec::new(),
            is_reaped: false,
        })
    }

    /// Its number.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it has not ended by itself. One that has is not yet waited for: so its number is not another's.
    pub(super) fn is_alive(&self) -> bool {
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        pid(&self.child).is_some_and(|pid| matches!(waitid(WaitId::Pid(pid), look), Ok(None)))
    }

    /// Sends a request and takes its answer in.
    ///
    /// After an error nothing more can be asked of the process.
    pub(super) fn ask(
        &mut self,
        request: &[u8],
        limits: &Limits,
        cancelled: Option<&AtomicBool>,
        answer: &mut Answer<'_>,
    ) -> Result<End, Stop> {
        let deadline =
            limits.wall.and_then(|wall| Some((Instant::now().checked_add(wall)?, Limit::Wall(wall))));
        // What was written amid the document before belongs to that.
        self.hear_all();
        self.last_words.clear();
        let mut unsent = request;
        loop {
            if cancelled.is_some_and(|cancelled| cancelled.load(Ordering::Relaxed)) {
                return Err(Stop::Cancelled);
            }
            let left = deadline.map(|(deadline, _)| deadline.saturating_duration_since(Instant::now()));
            let look = (cancelled.is_some() || self.ended.is_none()).then_some(LOOK);
            let events = self.wait(!unsent.is_empty(), left.into_iter().chain(look).min())?;
            if events.stderr {
                self.hear();
            }
            if events.requests {
                self.send(&mut unsent)?;
            }
            if events.answers && self.receive()? {
                while let Some((kind, bytes)) = self.incoming.next().map_err(|_| damaged())? {
                    if let Some(end) = answer.take(kind, bytes)? {
                        return Ok(end);
                    }
                }
            } else if events.answers || (events.ended && !self.has_more()?) {
                return Err(self.died(limits));
            }
            if let (Some(Duration::ZERO), Some((_, limit))) = (left, deadline) {
                return Err(Stop::Died(Death::Over(limit)));
            }
        }
    }

    /// What the plugin wrote to standard error, the end of it.
    pub(super) fn last_words(&self) -> String {
        String::from_utf8_lossy(&self.last_words).trim().to_owned()
    }

    /// Waits until something can be done.
    fn wait(&self, sends: bool, timeout: Option<Duration>) -> Result<Events, Stop> {
        // A stream that is not there is asked for by another's name, and what is said of it not heeded.
        let answers = self.answers.as_fd();
        let stderr = self.stderr.as_ref().map_or(answers, AsFd::as_fd);
        let ended = self.ended.as_ref().map_or(answers, AsFd::as_fd);
        let mut streams = [
            PollFd::from_borrowed_fd(answers, PollFlags::IN),
            PollFd::from_borrowed_fd(stderr, PollFlags::IN),
            PollFd::from_borrowed_fd(ended, PollFlags::IN),
            PollFd::from_borrowed_fd(self.requests.as_fd(), PollFlags::OUT),
        ];
        let [asked @ .., _] = &mut streams;
        let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
        match if sends { poll(&mut streams, timeout.as_ref()) } else { poll(asked, timeout.as_ref()) } {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(Stop::System(error.into())),
        }
        let [answers, stderr, ended, requests] = streams.map(|stream| !stream.revents().is_empty());
        Ok(Events {
            answers,
            stderr: stderr && self.stderr.is_some(),
            ended: if self.ended.is_some() { ended } else { !self.is_alive() },
            requests: requests && sends,
        })
    }

    fn send(&mut self, unsent: &mut &[u8]) -> Result<(), Stop> {
        match self.requests.write(unsent) {
            Ok(sent) => *unsent = unsent.get(sent..).unwrap_or_default(),
            // It reads no more: that it has ended will be seen.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => *unsent = &[],
            Err(error) if is_passing(&error) => {}
            Err(error) => return Err(Stop::System(error)),
        }
        Ok(())
    }

    /// Whether something came before it ended, and after it was looked.
    fn has_more(&self) -> Result<bool, Stop> {
        Ok(self.wait(false, Some(Duration::ZERO))?.answers)
    }

    /// Takes in what has come; `false`: nothing more will.
    fn receive(&mut self) -> Result<bool, Stop> {
        let bytes = self.incoming.more();
        bytes.reserve(PIPE);
        match rustix::io::read(&self.answers, rustix::buffer::spare_capacity(bytes)) {
            Ok(read) => Ok(read > 0),
            Err(Errno::INTR) => Ok(true),
            Err(error) => Err(Stop::System(error.into())),
        }
    }

    /// Takes in what the plugin says on standard error.
    fn hear(&mut self) {
        let Some(stderr) = &mut self.stderr else { return };
        let mut bytes = [0; LAST_WORDS];
        match stderr.read(&mut bytes) {
            Ok(read @ 1..) => self.last_words.extend_from_slice(bytes.get(..read).unwrap_or_default()),
            Err(error) if is_passing(&error) => {}
            Ok(0) | Err(_) => self.stderr = None,
        }
        let excess = self.last_words.len().saturating_sub(LAST_WORDS);
        self.last_words.drain(..excess);
    }

    /// Takes in what is there already of what it says on standard error: no more than a pipe holds, for somebody may write for ever.
    pub(super) fn hear_all(&mut self) {
        for _ in 0..PIPE / LAST_WORDS {
            match self.wait(false, Some(Duration::ZERO)) {
                Ok(Events { stderr: true, .. }) => self.hear(),
                _ => break,
            }
        }
    }

    /// How it ended, once it has closed its streams or is known to have ended.
    fn died(&mut self, limits: &Limits) -> Stop {
        if !self.ends() {
            return Stop::Died(Death::Damaged("it closed the way back to plenary"));
        }
        // What it has started may hold its streams, and write to them for ever.
        self.kill();
        self.hear_all();
        self.is_reaped = true;
        let (status, peak) = match memory::wait(&self.child) {
            Ok(ended) => ended,
            Err(error) => return Stop::System(error),
        };
        Stop::Died(match (Death::of(status, &self.last_words(), limits), limits.memory) {
            (Death::Signal(_), Some(most)) if peak >= most / 4 * 3 && peak > memory::own_peak() => {
                Death::Over(Limit::Memory(most))
            }
            (death, _) => death,
        })
    }

    /// Whether it ends within a moment: streams are closed a little before.
    fn ends(&self) -> bool {
        if let Some(ended) = &self.ended {
            let moment = Timespec::try_from(MOMENT).ok();
            return poll(&mut [PollFd::new(ended, PollFlags::IN)], moment.as_ref())
                .is_ok_and(|ended| ended > 0);
        }
        let until = Instant::now() + MOMENT;
        while self.is_alive() && Instant::now() < until {
            std::thread::sleep(LOOK);
        }
        !self.is_alive()
    }

    /// Kills it with all that it has started. It may have left its group, or ended.
    fn kill(&self) {
        if let Some(pid) = pid(&self.child) {
            let _ = kill_process_group(pid, Signal::KILL);
            let _ = kill_process(pid, Signal::KILL);
        }
    }
}

/// It is killed with all that it has started.
impl Drop for Process {
    fn drop(&mut self) {
        if !self.is_reaped {
            debug!(process = self.id(), "ends a process that is needed no more");
            self.kill();
            let _ = self.child.wait();
        }
    }
}

/// What can be done now.
struct Events {
    answers: bool,
    stderr: bool,
    ended: bool,
    requests: bool,
}

fn is_passing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted)
}

fn pid(child: &Child) -> Option<Pid> {
    Pid::from_raw(child.id().cast_signed())
}

/// A descriptor that tells of the end of the process, where the system has such.
#[cfg(target_os = "linux")]
fn ended(child: &Child) -> Option<OwnedFd> {
    rustix::process::pidfd_open(pid(child)?, rustix::process::PidfdFlags::empty()).ok()
}

#[cfg(not(target_os = "linux"))]
fn ended(_: &Child) -> Option<OwnedFd> {
    None
}

/// Lets a pipe hold more, so that the processes wait for each other less often. It works without, too.
#[cfg(target_os = "linux")]
fn widen(pipe: impl AsFd) {
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, PIPE);
}

#[cfg(not(target_os = "linux"))]
fn widen(_: impl AsFd) {}
