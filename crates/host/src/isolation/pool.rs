//! Workers that are kept for the next document.

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tracing::{info, trace};

use super::Limits;
use super::process::Process;

/// Processes that render, each with one plugin, one document at a time; kept for the next document, and replaced when
/// one dies. They end with this value, and with the process that holds it. Several threads may use them.
#[derive(Debug)]
pub struct Workers {
    program: PathBuf,
    limits: Limits,
    idle: Mutex<Vec<Worker>>,
}

/// A process, with what it was told at its start: its plugin, as that was checked.
#[derive(Debug)]
pub(super) struct Worker {
    start: Vec<u8>,
    pub(super) process: Process,
    /// What is to be sent; it holds already what the worker has yet to be told at its start.
    pub(super) request: Vec<u8>,
}

impl Workers {
    /// Workers with these limits. `program` is a program that calls [`serve`](crate::serve) where its one argument is
    /// [`WORKER`](crate::WORKER): mostly this very program. Nothing is started yet.
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        Self { program, limits: limits.in_force(), idle: Mutex::new(Vec::new()) }
    }

    /// What a plugin may take for one document.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// An idle worker that was told the same at its start, or a new one.
    pub(super) fn take(&self, start: Vec<u8>) -> io::Result<Worker> {
        loop {
            let mut idle = self.idle();
            let Some(at) = idle.iter().rposition(|worker| worker.start == start) else { break };
            let worker = idle.swap_remove(at);
            drop(idle);
            // One that died while nobody wanted anything of it costs nobody a document.
            if worker.process.is_alive() {
                trace!(process = worker.process.id(), "its process is there already");
                return Ok(worker);
            }
            info!(process = worker.process.id(), "its process has ended, while nobody asked anything of it");
        }
        let process = Process::start(&self.program)?;
        info!(process = process.id(), "started a process for the plugin");
        Ok(Worker { request: start.clone(), start, process })
    }

    /// Keeps a worker that has answered for the next document.
    pub(super) fn keep(&self, mut worker: Worker) {
        worker.request.clear();
        self.idle().push(worker);
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
