//! Dates, times of day, moments. They stand inside other structs, so none of them ever grows.

/// No moment.
pub const MOMENT_NONE: i32 = 0;
/// A moment of a recording: `milliseconds` since it began.
pub const MOMENT_ELAPSED: i32 = 1;
/// A moment by the clock: `date` and `time`.
pub const MOMENT_CLOCK: i32 = 2;
/// A moment by the clock: `date` and `time`, `offset` seconds east of UTC.
pub const MOMENT_CLOCK_OFFSET: i32 = 3;

/// A day of the Gregorian calendar. There is none where `month` is 0.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Date {
    /// The year, -9999 to 9999.
    pub year: i16,
    /// The month, 1 to 12; 0: no date.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

fixed!(Date);

/// A time of day. There is none where `is_set` is 0.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Time {
    /// 1; 0: no time.
    pub is_set: u8,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The second, 0 to 59.
    pub second: u8,
    /// The fraction of the second, 0 to 999 999 999.
    pub nanosecond: u32,
}

fixed!(Time);

/// When something is said.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// `MOMENT_…`: which of the other fields tell it. Unknown ones count as [`MOMENT_NONE`].
    pub kind: i32,
    /// Seconds east of UTC.
    pub offset: i32,
    /// Milliseconds since the recording began.
    pub milliseconds: u64,
    /// The day.
    pub date: Date,
    /// The time of day.
    pub time: Time,
    /// 0.
    pub reserved: u32,
}

fixed!(Moment);
