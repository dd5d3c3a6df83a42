//! Work on several threads, whose results come in the order of what was worked on.

use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// What the results bring next.
pub(super) enum Next<R> {
    Result(R),
    /// Nothing yet: time for what can be done meanwhile.
    Wait,
}

/// The system gives no thread.
pub(super) struct NoThread(pub(super) io::Error);

/// How many results, for each thread, may wait for an earlier one.
const AHEAD: usize = 3;

/// Bytes for the stack of a thread: as much as the first thread of a program mostly has.
const STACK: usize = 8 << 20;

/// Does `work` for each of `items` on `jobs` threads, and gives `put` what comes of it, in the order of the items. Ends with
/// them, or when `put` breaks off; then an item that is being waited for is waited for no longer.
///
/// No more is held at a time than some items and results for each thread.
///
/// # Errors
/// What `put` fails with; and where the system gives no thread.
pub(super) fn in_order<T: Send + 'static, R: Send, E: From<NoThread>>(
    items: impl FnOnce(&dyn Fn(T) -> ControlFlow<()>) + Send + 'static,
    jobs: usize,
    work: impl Fn(T) -> R + Sync,
    put: impl FnMut(Next<R>) -> Result<ControlFlow<()>, E>,
) -> Result<(), E> {
    let (give, given) = sync_channel(jobs);
    let end = give.clone();
    // It may outlive this function, waiting for an item that nobody wants any more.
    let hand_out = move || {
        items(&|item| match give.send(Some(item)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        });
        let _ = give.send(None);
    };
    thread::Builder::new().spawn(hand_out).map_err(NoThread)?;
    let queue = Mutex::new(Some(given));
    let (promise, promised) = sync_channel(AHEAD * jobs);
    thread::scope(|scope| {
        let (queue, work) = (&queue, &work);
        for number in 0..jobs {
            let promise = promise.clone();
            let worker = move || {
                while let Some((item, result)) = take(queue, &promise) {
                    // Nobody takes it where `put` has broken off.
                    let _ = result.send(work(item));
                }
            };
            match thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker) {
                Ok(_) => {}
                Err(error) if number == 0 => return Err(NoThread(error).into()),
                // Fewer do as well.
                Err(_) => break,
            }
        }
        drop(promise);
        let done = put_all(&promised, put);
        // Who waits for room to promise a result is let go, and who waits for an item.
        drop(promised);
        let _ = end.try_send(None);
        done
    })
}

/// The items; `None` in it stands for their end, and in its place, that the end was seen.
type Queue<T> = Mutex<Option<Receiver<Option<T>>>>;

/// The next item, and where its result goes. It is promised while the queue is held, so that results are promised in
/// the order of the items.
fn take<T, R>(queue: &Queue<T>, promise: &SyncSender<Receiver<R>>) -> Option<(T, SyncSender<R>)> {
    let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    let item = queue.as_ref()?.recv().ok().flatten();
    let (result, awaited) = sync_channel(1);
    match item {
        Some(item) if promise.send(awaited).is_ok() => Some((item, result)),
        _ => {
            *queue = None;
            None
        }
    }
}

/// Gives `put` the results as they were promised.
fn put_all<R, E>(
    promised: &Receiver<Receiver<R>>,
    mut put: impl FnMut(Next<R>) -> Result<ControlFlow<()>, E>,
) -> Result<(), E> {
    loop {
        // Either is let go for good only when no thread is left that could send it.
        let Some(result) = receive(promised, &mut put)? else { return Ok(()) };
        let Some(result) = receive(&result, &mut put)? else { return Ok(()) };
        if put(Next::Result(result))?.is_break() {
            return Ok(());
        }
    }
}

/// What comes next there; where nothing is there yet, `put` is told first. `None`: nothing will come, or is wanted.
fn receive<V, R, E>(
    from: &Receiver<V>,
    put: &mut impl FnMut(Next<R>) -> Result<ControlFlow<()>, E>,
) -> Result<Option<V>, E> {
    match from.try_recv() {
        Ok(value) => Ok(Some(value)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => Ok(if put(Next::Wait)?.is_break() { None } else { from.recv().ok() }),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    impl From<NoThread> for io::Error {
        fn from(NoThread(error): NoThread) -> Self {
            error
        }
    }

    fn numbers(to: usize) -> impl FnOnce(&dyn Fn(usize) -> ControlFlow<()>) + Send + 'static {
        move |give| {
            let _ = (0..to).try_for_each(give);
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for jobs in [1, 2, 7] {
            let mut results = Vec::new();
            // The earlier of each seven takes longer.
            let work = |number: usize| {
                thread::sleep(Duration::from_micros(100 * (7 - number as u64 % 7)));
                number
            };
            let done: io::Result<()> = in_order(numbers(100), jobs, work, |next| {
                if let Next::Result(number) = next {
                    results.push(number);
                }
                Ok(ControlFlow::Continue(()))
            });
            done.unwrap();
            assert!(results.iter().copied().eq(0..100), "{jobs} jobs: {results:?}");
        }
    }

    #[test]
    fn no_more_is_begun_than_there_is_room_for() {
        static BEGUN: AtomicUsize = AtomicUsize::new(0);
        let mut put = 0;
        let begin = |number: usize| {
            BEGUN.fetch_add(1, Ordering::SeqCst);
            number
        };
        let done: io::Result<()> = in_order(numbers(1000), 2, begin, |next| {
            if let Next::Result(_) = next {
                put += 1;
                thread::sleep(Duration::from_micros(200));
                // Promised, and one for each thread that waits to promise, and this one.
                assert!(BEGUN.load(Ordering::SeqCst) <= put + 2 * AHEAD + 2);
            }
            Ok(ControlFlow::Continue(()))
        });
        done.unwrap();
        assert_eq!(put, 1000);
    }

    #[test]
    fn breaking_off_waits_for_no_item() {
        let endless = |give: &dyn Fn(usize) -> ControlFlow<()>| {
            let _ = give(0);
            loop {
                thread::park();
            }
        };
        let done: io::Result<()> = in_order(
            endless,
            2,
            |number| number,
            |next| {
                Ok(match next {
                    Next::Result(_) => ControlFlow::Break(()),
                    Next::Wait => ControlFlow::Continue(()),
                })
            },
        );
        done.unwrap();
    }
}
