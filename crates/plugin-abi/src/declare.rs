//! How the structs of the contract are declared.

/// Declares a struct that may grow at its end: [`Growing`](crate::Growing). What it has since version 1.0 stands in its
/// braces, what later versions have added in braces behind them:
///
/// ```text
/// growing! {
///     pub struct Speech { pub id: Str, pub blocks: Array, }
///     then { pub language: Str, }
/// }
/// ```
macro_rules! growing {
    (
        $(#[$meta:meta])*
        pub struct $T:ident { $($(#[$about:meta])* pub $field:ident: $type:ty,)+ }
        $(then { $($(#[$more:meta])* pub $added:ident: $added_type:ty,)+ })?
    ) => {
        $(#[$meta])*
        #[repr(C)]
        #[derive(Debug, Clone, Copy)]
        pub struct $T {
            $($(#[$about])* pub $field: $type,)+
            $($($(#[$more])* pub $added: $added_type,)+)?
            /// What a later version may have added, for tests.
            #[cfg(feature = "later")]
            pub later: $crate::Later,
        }

        // SAFETY: `repr(C)`; null pointers and zeroes are valid in every field.
        unsafe impl $crate::Growing for $T {
            const FIRST_SIZE: usize = {
                let ends = [$(core::mem::offset_of!(Self, $field) + size_of::<$type>()),+];
                ends[ends.len() - 1]
            };
        }
    };
}

/// Declares a struct that may grow and starts with its size: [`Prefixed`](crate::Prefixed).
macro_rules! prefixed {
    ($(#[$meta:meta])* pub struct $T:ident { $($fields:tt)+ } $($added:tt)*) => {
        growing! { $(#[$meta])* pub struct $T { $($fields)+ } $($added)* }

        const _: () = assert!(core::mem::offset_of!($T, size) == 0);
        // SAFETY: it starts with its size.
        unsafe impl $crate::Prefixed for $T {}
    };
}

/// A struct that stands inside others, or is the plugin's to make: it never grows, and may be an element of an array.
macro_rules! fixed {
    ($T:ident) => {
        // SAFETY: `repr(C)`; null pointers and zeroes are valid in every field.
        unsafe impl $crate::Growing for $T {
            const FIRST_SIZE: usize = size_of::<Self>();
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros declare what others see")]
mod tests {
    use crate::{Growing, Str, blank};

    prefixed! {
        /// A struct to which version 1.1 has added something.
        pub struct Grown {
            /// Its size.
            pub size: u32,
            /// 0.
            pub reserved: u32,
        }
        then {
            /// Since version 1.1.
            pub language: Str,
        }
    }

    #[test]
    fn what_was_added_later_is_no_part_of_the_first_size() {
        assert_eq!(Grown::FIRST_SIZE, 8);
        assert!(size_of::<Grown>() > 8);
        assert!(cfg!(feature = "later") || blank::<Grown>().language.ptr.is_null());
    }
}
