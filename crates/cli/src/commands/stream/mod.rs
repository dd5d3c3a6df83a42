//! `plenary stream`.

mod answer;
mod answering;
mod in_order;
mod lines;
mod members;
mod record;

use std::io::{self, BufReader};
use std::ops::ControlFlow;

use crate::args::Stream;
use crate::codes;
use crate::config::Asked;
use crate::conversion::{self, Conversion, check_used, no_format};
use crate::exit::{Exit, Failure, Failures, reason};
use crate::input::no_stdin;
use crate::isolation::tell_of_exits;
use crate::output::print;
use crate::plugins::{host, warn_of_refusals};
use crate::report::Report;
use crate::table::several;
use answer::Answer;
use answering::Answering;
use in_order::{Next, NoThread, in_order};
use lines::Lines;

/// Bytes of answers that are written at once, where they come faster than they can be written.
const AT_ONCE: usize = 64 << 10;

pub(super) fn run(args: &Stream, report: &mut Report) -> Result<(), Failures> {
    let asked = Asked::of_stream(args)?;
    let host = host(&asked.run, report)?;
    asked.check(&host, report)?;
    let settings = asked.settings_of_none();
    let formats = conversion::formats(&settings.formats, &host)?;
    if formats.is_empty() {
        return Err(no_format(None).into());
    }

    warn_of_refusals(&host, report);
    let isolation = asked.run.isolation_of_many();
    let conversion = Conversion::new(formats, &settings, &host, &isolation)?;
    check_used(asked.options_said_here(), [&conversion])?;
    tell_of_exits(report);
    let largest = asked.run.max_record();
    let answering = Answering { conversion: &conversion, largest };
    let lines = move |give: &dyn Fn(_) -> ControlFlow<()>| {
        let _ = Lines::new(BufReader::with_capacity(AT_ONCE, io::stdin()), largest).try_for_each(give);
    };
    let jobs = asked.run.jobs();
    let mut answers = Answers::default();
    let answer =
        |line: io::Result<_>| line.map(|line| answering.answer(line)).map_err(|error| no_stdin(&error));
    let mut put = |next| match next {
        Next::Wait => answers.print(),
        Next::Result(answer) => answers.add(&answer?),
    };
    let step = &conversion.timings().answer;
    let done = in_order(lines, jobs, answer, |next| step.time(|| put(next)).0);
    // What was answered before something failed is no less an answer.
    let printed = answers.print();
    answers.tell(settings.strict, report);
    if args.documents.timings {
        // One more thread writes the answers.
        conversion.timings().tell(jobs + 1, report);
    }
    Ok(done.and(printed.map(|_| ()))?)
}

/// The answers on their way out, and what they say of the run.
#[derive(Default)]
struct Answers {
    waiting: Vec<u8>,
    number: usize,
    failed: usize,
    /// The worst that one of them means.
    exit: Option<Exit>,
}

impl Answers {
    fn add(&mut self, answer: &Answer) -> Result<ControlFlow<()>, Failure> {
        self.waiting.extend_from_slice(&answer.line);
        self.number += 1;
        self.failed += usize::from(answer.exit != Exit::Success);
        self.exit = self.exit.max(Some(answer.exit));
        if self.waiting.len() < AT_ONCE { Ok(ControlFlow::Continue(())) } else { self.print() }
    }

    /// Writes what waits. Breaks off where nobody reads any more.
    fn print(&mut self) -> Result<ControlFlow<()>, Failure> {
        if self.waiting.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        let printed = print(&self.waiting);
        self.waiting.clear();
        printed
    }

    /// That a record failed its answer has said, and whoever runs this over a whole archive goes on; it is no failure of the
    /// run unless that is asked for. What fails for the command line or the surroundings is: so would every record.
    fn tell(&self, strict: bool, report: &mut Report) {
        match self.exit {
            None | Some(Exit::Success) => {}
            Some(Exit::Failed) if !strict => {}
            Some(exit) => report.raise(exit),
        }
        if self.failed > 0 {
            let records = several(self.number, "record", "records");
            report.summary(&format!("{} of {records} failed, as the answers tell", self.failed));
        }
    }
}

impl From<NoThread> for Failure {
    fn from(NoThread(error): NoThread) -> Self {
        let message = format!("there is no thread to convert with: {}", reason(&error));
        Self::environment(&codes::NO_THREAD, message)
    }
}
