//! Structs of the contract meet older and newer versions of themselves.
#![allow(unsafe_code)]

use std::ptr;

use plenary_plugin_abi::{Array, Growing, Host, Plugin, Prefixed, Status, Str, read, size};

/// The entry table as a later minor version might have it.
#[repr(C)]
#[derive(Clone, Copy)]
struct Newer {
    first: Plugin,
    added: Option<extern "C" fn()>,
}

// SAFETY: `repr(C)`, and zero is valid in every field.
unsafe impl Growing for Newer {
    const FIRST_SIZE: usize = Plugin::FIRST_SIZE;
}

// SAFETY: it begins with the size of `Plugin`.
unsafe impl Prefixed for Newer {}

unsafe extern "C-unwind" fn render(_: *const Host, _: *const plenary_plugin_abi::Job) -> Status {
    Status::OK
}

extern "C" fn added() {}

#[test]
fn what_the_writer_does_not_know_is_zero() {
    let old = Plugin::new(render);
    // SAFETY: `old` has as many bytes as its size says.
    let read = unsafe { read(ptr::from_ref(&old).cast::<Newer>()) }.expect("no shorter than version 1.0");
    assert!(read.added.is_none());
    assert!(read.first.render.is_some());
    assert_eq!(read.first.size, size::<Plugin>());
}

#[test]
fn what_the_reader_does_not_know_is_left_out() {
    let mut new = Newer { first: Plugin::new(render), added: Some(added) };
    new.first.size = size::<Newer>();
    // SAFETY: `new` has as many bytes as its size says.
    let read = unsafe { read(ptr::from_ref(&new).cast::<Plugin>()) }.expect("no shorter than version 1.0");
    assert_eq!(read.size, size::<Newer>());
    assert!(read.render.is_some());
}

#[test]
fn what_is_too_short_or_not_there_is_not_read() {
    let mut short = Plugin::new(render);
    short.size -= 1;
    // SAFETY: `short` has more bytes than its size says; null is allowed.
    unsafe {
        assert!(read(&short).is_none());
        assert!(read(ptr::null::<Plugin>()).is_none());
    }
}

#[test]
fn elements_may_be_longer_or_shorter_than_the_reader_knows() {
    let old = [Plugin::new(render), Plugin::new(render)];
    let new = [Newer { first: Plugin::new(render), added: Some(added) }; 3];
    // SAFETY: the arrays hold what they are made of, and each begins with a `Plugin`.
    unsafe {
        let as_new: Vec<Newer> = Array::new(&old).iter().collect();
        assert!(as_new.len() == 2 && as_new.iter().all(|it| it.first.render.is_some() && it.added.is_none()));
        let as_old = Array::new(&new).iter::<Plugin>();
        assert_eq!(as_old.len(), 3);
        assert!(as_old.into_iter().all(|it| it.render.is_some()));
        let mut tight = Array::new(&old);
        tight.stride = 8;
        assert_eq!(tight.iter::<Plugin>().count(), 0);
        assert_eq!(Array::EMPTY.iter::<Plugin>().count(), 0);
        let nowhere = Array { ptr: ptr::null(), len: 4, stride: 64 };
        assert_eq!(nowhere.iter::<Plugin>().count(), 0);
    }
}

#[test]
fn texts_without_bytes_are_empty() {
    let nowhere = Str { ptr: ptr::null(), len: 7 };
    let endless = Str { ptr: b"x".as_ptr(), len: usize::MAX };
    // SAFETY: a null pointer and an impossible length are not followed; the others are valid.
    unsafe {
        assert_eq!(Str::EMPTY.bytes(), b"");
        assert_eq!(nowhere.bytes(), b"");
        assert_eq!(endless.bytes(), b"");
        assert_eq!(Str::new("läuft").bytes(), "läuft".as_bytes());
    }
}
