//! The whole contract as data, made from the Rust types: for the comparison with the header and with what was
//! announced.
#![allow(dead_code, reason = "each test uses a part of it")]

use plenary_plugin_abi::{self as abi, view};

/// A struct of the contract, by its name in C.
pub(crate) struct Struct {
    pub(crate) name: &'static str,
    pub(crate) size: usize,
    pub(crate) alignment: usize,
    /// Whether it may grow at its end.
    pub(crate) grows: bool,
    pub(crate) members: Vec<Member>,
}

/// One member.
pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) offset: usize,
    pub(crate) size: usize,
}

fn size_of_member<T, M>(_: fn(&T) -> &M) -> usize {
    size_of::<M>()
}

/// All structs.
pub(crate) fn structs() -> Vec<Struct> {
    let mut all = Vec::new();
    macro_rules! one {
        ($grows:literal $c:literal $rust:ty: $($member:ident)*) => {
            all.push(Struct {
                name: $c,
                size: size_of::<$rust>(),
                alignment: align_of::<$rust>(),
                grows: $grows,
                members: vec![$(Member {
                    name: stringify!($member),
                    offset: std::mem::offset_of!($rust, $member),
                    size: size_of_member(|it: &$rust| &it.$member),
                }),*],
            })
        };
    }
    macro_rules! fixed { ($($it:tt)*) => { one!(false $($it)*) } }
    macro_rules! growing { ($($it:tt)*) => { one!(true $($it)*) } }
    fixed!("plenary_str" abi::Str: ptr len);
    fixed!("plenary_array" abi::Array: ptr len stride);
    fixed!("plenary_span" abi::Span: start end);
    growing!("plenary_diagnostic" abi::Diagnostic: size severity code message help span);
    growing!("plenary_host" abi::Host: size abi_major abi_minor ctx write report cancelled extension);
    growing!("plenary_job" abi::Job: size schema_major schema_minor format options_json session_json generator
        source_date_epoch session options);
    growing!("plenary_setting" abi::Setting: name kind reserved integer number text items);
    growing!("plenary_plugin" abi::Plugin: size abi_major abi_minor render);
    fixed!("struct plenary_manifest_x_blob" abi::ManifestBlob<3>: magic length);
    fixed!("plenary_text" view::Text: text source start flags reserved extra_json);
    fixed!("plenary_date" view::Date: year month day);
    fixed!("plenary_time" view::Time: is_set hour minute second nanosecond);
    fixed!("plenary_moment" view::Moment: kind offset milliseconds date time reserved);
    growing!("plenary_declared" view::Declared: size has_value value text extra_json);
    growing!("plenary_event" view::Event: size reserved label series kind number extra_json);
    growing!("plenary_title" view::Title: size reserved line name event repeated extra_json);
    growing!("plenary_meeting_time" view::MeetingTime: size date line start end zone extra_json);
    growing!("plenary_disclaimer" view::Disclaimer: id text);
    growing!("plenary_speaker" view::Speaker: id name role kind reserved extra_json);
    growing!("plenary_block" view::Block: text kind reserved);
    growing!("plenary_detail" view::Detail: kind reserved texts speakers extra_json);
    growing!("plenary_argument" view::Argument: id claim facts topics details extra_json);
    growing!("plenary_profile" view::Profile: id speaker initials name speed length time statistics_extra_json
        arguments report extra_json);
    growing!("plenary_point" view::Point: id text topics details extra_json);
    growing!("plenary_speech" view::Speech: id speaker label start end blocks extra_json);
    growing!("plenary_part" view::Part: id heading speaker blocks extra_json);
    growing!("plenary_section" view::Section: id role content heading parts points speeches profiles extra_json);
    growing!("plenary_session" view::Session: size dialect schema_major schema_minor reserved title time
        disclaimers sections speakers labels unrecognised extra_json);
    all
}

/// All constants, by their names in C.
pub(crate) fn constants() -> Vec<(String, i64)> {
    let mut all: Vec<(String, i64)> = [
        ("PLENARY_ABI_MAJOR", i64::from(abi::ABI_MAJOR)),
        ("PLENARY_ABI_MINOR", i64::from(abi::ABI_MINOR)),
        ("PLENARY_OK", i64::from(abi::Status::OK.0)),
        ("PLENARY_FAILED", i64::from(abi::Status::FAILED.0)),
        ("PLENARY_OPTIONS", i64::from(abi::Status::OPTIONS.0)),
        ("PLENARY_UNSUPPORTED", i64::from(abi::Status::UNSUPPORTED.0)),
        ("PLENARY_OUTPUT", i64::from(abi::Status::OUTPUT.0)),
        ("PLENARY_CANCELLED", i64::from(abi::Status::CANCELLED.0)),
        ("PLENARY_PANICKED", i64::from(abi::Status::PANICKED.0)),
        ("PLENARY_NOTE", i64::from(abi::SEVERITY_NOTE)),
        ("PLENARY_WARNING", i64::from(abi::SEVERITY_WARNING)),
        ("PLENARY_ERROR", i64::from(abi::SEVERITY_ERROR)),
        ("PLENARY_SETTING_BOOLEAN", i64::from(abi::SETTING_BOOLEAN)),
        ("PLENARY_SETTING_INTEGER", i64::from(abi::SETTING_INTEGER)),
        ("PLENARY_SETTING_NUMBER", i64::from(abi::SETTING_NUMBER)),
        ("PLENARY_SETTING_TEXT", i64::from(abi::SETTING_TEXT)),
        ("PLENARY_SETTING_LIST", i64::from(abi::SETTING_LIST)),
        ("PLENARY_SETTING_OBJECT", i64::from(abi::SETTING_OBJECT)),
        ("PLENARY_SETTING_NULL", i64::from(abi::SETTING_NULL)),
        ("PLENARY_TEXT_DECODED", i64::from(view::TEXT_DECODED)),
        ("PLENARY_MOMENT_NONE", i64::from(view::MOMENT_NONE)),
        ("PLENARY_MOMENT_ELAPSED", i64::from(view::MOMENT_ELAPSED)),
        ("PLENARY_MOMENT_CLOCK", i64::from(view::MOMENT_CLOCK)),
        ("PLENARY_MOMENT_CLOCK_OFFSET", i64::from(view::MOMENT_CLOCK_OFFSET)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    let lists = [
        ("DIALECT", view::names::DIALECTS),
        ("ROLE", view::names::ROLES),
        ("CONTENT", view::names::CONTENTS),
        ("SPEAKER", view::names::SPEAKERS),
        ("BLOCK", view::names::BLOCKS),
        ("DETAIL", view::names::DETAILS),
    ];
    for (list, names) in lists {
        let places = names.iter().zip(0..);
        all.extend(places.map(|(name, place)| {
            (format!("PLENARY_{list}_{}", name.replace('-', "_").to_uppercase()), place)
        }));
    }
    all
}

/// What a plugin exports, and what a library is called.
pub(crate) const SYMBOLS: [(&str, &str); 2] =
    [("plugin", abi::PLUGIN_SYMBOL), ("manifest", abi::MANIFEST_SYMBOL)];
