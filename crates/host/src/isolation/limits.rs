//! How much a plugin may take for one document.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

const GIB: u64 = 1 << 30;

/// How much a plugin may take for one document, in a process of its own; `None`: as much as it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Memory, in bytes: the whole address space of the process, the program itself included.
    pub memory: Option<u64>,
    /// Time on a processor. The system counts it in whole seconds, so a second more may pass.
    pub cpu: Option<Duration>,
    /// Time on the clock.
    pub wall: Option<Duration>,
    /// The document's length, in bytes.
    pub output: Option<u64>,
}

/// 4 GiB of memory, a minute, a document of 1 GiB: a hundred times what the largest session needs.
impl Default for Limits {
    fn default() -> Self {
        let minute = Some(Duration::from_secs(60));
        Self { memory: Some(4 * GIB), cpu: minute, wall: minute, output: Some(GIB) }
    }
}

/// One of the [`Limits`], with what it allows. Shown as what it means to be over it: `it took more than 60 s`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// Memory, in bytes.
    Memory(u64),
    /// Time on a processor.
    Cpu(Duration),
    /// Time on the clock.
    Wall(Duration),
    /// The document's length, in bytes.
    Output(u64),
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory(bytes) => write!(f, "it wanted more memory than {}", Size(*bytes)),
            Self::Cpu(time) => write!(f, "it used more than {} s of processor time", time.as_secs_f64()),
            Self::Wall(time) => write!(f, "it took more than {} s", time.as_secs_f64()),
            Self::Output(bytes) => write!(f, "it wrote more than {}", Size(*bytes)),
        }
    }
}

/// A number of bytes, in the largest unit that needs no fraction.
struct Size(u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [(1 << 40, "TiB"), (GIB, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
        match units.into_iter().find(|(unit, _)| self.0 >= *unit && self.0.is_multiple_of(*unit)) {
            Some((unit, name)) => write!(f, "{} {name}", self.0 / unit),
            None => write!(f, "{} bytes", self.0),
        }
    }
}

/// What a process does to itself, so that the system stops it.
#[cfg(unix)]
impl Limits {
    /// The same, with what the system gives this process where that is less: none that it starts gets more.
    #[must_use]
    pub fn in_force(mut self) -> Self {
        use rustix::process::{Resource, getrlimit};
        let system = getrlimit(Resource::As);
        self.memory = [self.memory, system.current, system.maximum].into_iter().flatten().min();
        self
    }

    /// Gives this process no more memory than this, for good, and no core file when it dies. Apple's systems do not hold
    /// anybody to his memory, and are not asked.
    ///
    /// # Errors
    /// Where the system does not do it.
    pub fn hold_memory(&self) -> std::io::Result<()> {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let at_most = |most| Rlimit { current: most, maximum: most };
        setrlimit(Resource::Core, at_most(Some(0)))?;
        let memory = self.in_force().memory.filter(|_| !cfg!(target_vendor = "apple"));
        Ok(memory.map_or(Ok(()), |memory| setrlimit(Resource::As, at_most(Some(memory))))?)
    }

    /// Gives this process that much time on a processor, from now on. May be called again.
    ///
    /// # Errors
    /// Where the system does not do it.
    pub fn renew_cpu(&self) -> std::io::Result<()> {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        use rustix::time::{ClockId, clock_gettime};
        let Some(cpu) = self.cpu else { return Ok(()) };
        let used = Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default();
        let until = used.saturating_add(cpu);
        let until = until.as_secs().saturating_add(u64::from(until.subsec_nanos() > 0));
        // The harder limit stays: once lowered it could not be raised for the next document.
        let maximum = getrlimit(Resource::Cpu).maximum;
        let current = Some(maximum.map_or(until, |most| most.min(until)));
        Ok(setrlimit(Resource::Cpu, Rlimit { current, maximum })?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_told_in_round_numbers() {
        let told = |limit: Limit| limit.to_string();
        assert_eq!(told(Limit::Memory(4 * GIB)), "it wanted more memory than 4 GiB");
        assert_eq!(told(Limit::Output(1536)), "it wrote more than 1536 bytes");
        assert_eq!(told(Limit::Output(512 << 20)), "it wrote more than 512 MiB");
        assert_eq!(told(Limit::Wall(Duration::from_millis(1500))), "it took more than 1.5 s");
        assert_eq!(told(Limit::Cpu(Duration::from_secs(60))), "it used more than 60 s of processor time");
    }
}
