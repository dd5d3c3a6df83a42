//! Work that falls into independent pieces, on every processor there is.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// Each thread sets address space aside, of which a plugin in a process of its own has only so much; and a document has
/// parts that no further thread makes faster.
const MOST_THREADS: usize = 8;

/// What `work` gives for 0, 1 and so on up to `count`, in this order, whichever was done first. Each thread has a tool of
/// its own, which must not change what comes out. A system that gives no further thread has the work done in this one.
pub(super) fn map<T: Send, Tool>(
    count: usize,
    tool: impl Fn() -> Tool + Sync,
    work: impl Fn(&mut Tool, usize) -> T + Sync,
) -> Vec<T> {
    let threads = available_parallelism().map_or(1, usize::from).min(count).min(MOST_THREADS);
    if threads <= 1 {
        let mut tool = tool();
        return (0..count).map(|nth| work(&mut tool, nth)).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let (mut done, mut tool) = (Vec::new(), tool());
        loop {
            let nth = next.fetch_add(1, Ordering::Relaxed);
            if nth >= count {
                return done;
            }
            done.push((nth, work(&mut tool, nth)));
        }
    };
    let mut done = scope(|scope| {
        let others: Vec<_> =
            (1..threads).filter_map(|_| Builder::new().spawn_scoped(scope, take).ok()).collect();
        let mut done = take();
        for other in others {
            // A panic goes on in this thread: the caller is who catches it.
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(nth, _)| *nth);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_order() {
        let square = |(): &mut (), nth: usize| nth * nth;
        assert_eq!(map(1000, || (), square), (0..1000).map(|nth| nth * nth).collect::<Vec<_>>());
        assert_eq!(map(0, || (), square), Vec::<usize>::new());
    }

    #[test]
    fn a_panic_reaches_the_caller() {
        let caught = std::panic::catch_unwind(|| map(64, || (), |(), nth| assert!(nth != 40, "forty")));
        assert_eq!(*caught.unwrap_err().downcast::<&str>().unwrap(), "forty");
    }
}
