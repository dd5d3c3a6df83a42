//! The JSON Schemas of the types that write their JSON by hand.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Extra, Id, Moment, SchemaVersion, Span, Text};

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A node's identifier, unique in its session: `speech-12`, `speaker-joyce-hakmeh`.",
            "minLength": 1
        })
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "description": "A half-open range of byte offsets into the source text: `[start, end]`.",
            "prefixItems": [{ "type": "integer", "minimum": 0 }, { "type": "integer", "minimum": 0 }],
            "items": false,
            "minItems": 2
        })
    }
}

impl JsonSchema for Text<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let span = generator.subschema_for::<Span>();
        json_schema!({
            "type": "object",
            "description": "A piece of the source: its content, and the bytes around it that carry no meaning of \
                their own. The texts of a session, in the order of their spans, are the whole source.",
            "properties": {
                "span": span,
                "text": { "type": "string", "description": "The content." },
                "before": {
                    "type": "string",
                    "description": "What stands before the content: indentation, a bullet, a label on the same line.",
                    "default": ""
                },
                "after": {
                    "type": "string",
                    "description": "What stands behind the content: a colon, the line end, blank lines.",
                    "default": "\n"
                },
                "source": {
                    "type": "string",
                    "description": "The bytes the content was read from, where they are another form of it; then \
                        there is neither `before` nor `after`."
                }
            },
            "required": ["span", "text"]
        })
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A time of a recording, `01:02:03.040`, or a date and time by the clock in ISO 8601.",
            "pattern": "^([0-9]{2,}:[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}|-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T.+)$"
        })
    }
}

impl JsonSchema for SchemaVersion {
    fn schema_name() -> Cow<'static, str> {
        "SchemaVersion".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "The version of the session model, `major.minor`. A higher minor version only adds members and names.",
            "pattern": format!("^{}\\.[0-9]+$", SchemaVersion::CURRENT.major)
        })
    }
}

impl JsonSchema for Extra {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Extra".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": true })
    }
}
