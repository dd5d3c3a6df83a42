//! What good records are answered with.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::support::{ODD, PAGE, converted, fed, folder, record, samples, to_markdown};

#[test]
fn documents_are_those_of_convert() {
    for page in samples("dig-watch").into_iter().take(6).chain(samples("webvtt")) {
        let bytes = fs::read(&page).unwrap();
        let text = json!({ "id": 1, "text": String::from_utf8_lossy(&bytes) });
        let path = json!({ "id": 2, "path": page });
        let input = format!("{text}\n{path}\n");
        let run = fed(folder().path(), &["-t", "markdown,akoma-ntoso,json"], input);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        for answer in run.answers() {
            for format in ["markdown", "akoma-ntoso", "json"] {
                let document = answer["documents"][format].as_str().unwrap_or_else(|| panic!("{answer}"));
                // Nothing in them tells the name of the file.
                assert_eq!(document.as_bytes(), converted(&bytes, format), "{} {format}", page.display());
            }
            assert_eq!(answer.get("encoding"), None);
        }
    }
}

#[test]
fn binary_documents_are_marked_as_base64() {
    let run = fed(folder().path(), &["-t", "markdown,pdf"], record(&json!(1), PAGE));
    let answer = run.answer();
    assert_eq!(answer["encoding"], json!({ "pdf": "base64" }));
    let pdf = STANDARD.decode(answer["documents"]["pdf"].as_str().unwrap()).unwrap();
    assert_eq!(pdf, converted(PAGE.as_bytes(), "pdf"));
}

#[test]
fn answers_come_in_the_order_of_the_records() {
    let large = fs::read_to_string(&samples("dig-watch")[0]).unwrap();
    // Each third takes much longer than those behind it.
    let input: String = (0..90)
        .map(|number| record(&json!(number), if number % 3 == 0 { &large } else { PAGE }) + "\n")
        .collect();
    for jobs in ["1", "4"] {
        let run = fed(folder().path(), &["-t", "markdown", "--jobs", jobs], &input);
        let ids: Vec<_> = run.answers().iter().map(|answer| answer["id"].as_u64().unwrap()).collect();
        assert!(ids.iter().copied().eq(0..90), "{ids:?}");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    }
}

/// Byte for byte, whatever it is: another program compares it with its own.
#[test]
fn an_id_may_be_any_json() {
    let ids = [
        "1",
        "-0",
        "1.0",
        "1e400",
        "123456789012345678901234567890",
        "\"a\"",
        "\"\\u00e9 \\ud83d\"",
        "\"\"",
        "null",
        "true",
        "[]",
        "[1, [2.50, {}]]",
        "{\"b\": 1,\"a\":2, \"b\":3}",
        "\"\u{2028}\"",
        "\"</script>\"",
    ];
    let input: String =
        ids.iter().map(|id| format!("{{\"text\":{}, \"id\" : {id} }}\n", json!(PAGE))).collect();
    let run = to_markdown(input);
    assert_eq!(run.lines.len(), ids.len());
    for (line, id) in run.lines.iter().zip(ids) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"documents\":")), "{id}: {line}");
    }
}

#[test]
fn a_carriage_return_in_an_id_ends_no_line() {
    let run = to_markdown("{\"id\": [1,\r2], \"text\": 7}\r\n");
    assert_eq!(run.lines.len(), 1);
    assert!(!run.lines[0].contains('\r'), "{:?}", run.lines);
    assert_eq!(run.answer()["id"], json!([1, 2]));
}

#[test]
fn a_record_needs_no_id() {
    let run = to_markdown(json!({ "text": PAGE }).to_string());
    assert_eq!(run.answer()["id"], Value::Null);
    assert!(run.answer()["documents"]["markdown"].is_string());
}

#[test]
fn null_is_what_is_not_there() {
    let record = json!({ "id": 1, "text": PAGE, "path": null, "session": null, "name": null, "from": null });
    assert!(to_markdown(record.to_string()).answer()["documents"]["markdown"].is_string());
}

#[test]
fn a_session_is_converted_as_its_page_is() {
    let json = String::from_utf8(converted(PAGE.as_bytes(), "json")).unwrap();
    let session: Value = serde_json::from_str(&json).unwrap();
    let run = to_markdown(json!({ "id": 1, "session": session }).to_string());
    assert_eq!(
        run.answer()["documents"]["markdown"].as_str().unwrap().as_bytes(),
        converted(PAGE.as_bytes(), "markdown")
    );
}

#[test]
fn what_is_found_is_told_with_its_place() {
    let run = to_markdown(record(&json!(1), ODD));
    let answer = run.answer();
    assert!(answer["documents"]["markdown"].is_string());
    let finding = &answer["diagnostics"][0];
    assert_eq!(
        (&finding["severity"], &finding["line"], &finding["file"]),
        (&json!("warning"), &json!(2), &Value::Null)
    );
    // What is told is in the answers: nothing is to be read elsewhere.
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let named = json!({ "id": 1, "text": ODD, "name": "harbour" }).to_string();
    assert_eq!(to_markdown(named).answer()["diagnostics"][0]["file"], "harbour");
}

#[test]
fn the_dialect_may_be_said() {
    // In one dialect `>>` stands before whoever speaks, in the other it is a text as any.
    let text = ">> ADA: Good morning.\n>> BERT: Thank you.\n";
    let input: String = ["cart", "transcript"]
        .map(|from| json!({ "id": from, "text": text, "from": from }).to_string() + "\n")
        .concat();
    let run = fed(folder().path(), &["-t", "json"], input);
    let dialects = run.answers().into_iter().map(|answer| {
        let json = answer["documents"]["json"].as_str().map(str::to_owned);
        json.and_then(|json| serde_json::from_str::<Value>(&json).ok())
            .map(|session| session["dialect"].clone())
    });
    let dialects: Vec<_> = dialects.collect();
    assert_ne!(dialects[0], dialects[1], "{:?}", run.lines);
    assert_eq!(dialects[0], Some(json!("cart")), "{:?}", run.lines);
}

#[test]
fn line_ends_and_blank_lines_change_nothing() {
    let [one, two] = [record(&json!(1), PAGE), record(&json!(2), PAGE)];
    let plain = to_markdown(format!("{one}\n{two}\n")).lines;
    assert_eq!(plain.len(), 2);
    for input in [
        format!("{one}\n{two}"),
        format!("{one}\r\n{two}\r\n"),
        format!("\n\n{one}\n \t\r\n{two}\n\n"),
        format!("\u{feff}{one}\n{two}\n"),
        format!("  {one}  \n\t{two}\n"),
    ] {
        let run = to_markdown(&input);
        assert_eq!((run.code, &run.lines), (Some(0), &plain), "{input:?}");
    }
}

#[test]
fn nothing_is_answered_with_nothing() {
    for input in ["", "\n", "\n \n"] {
        let run = to_markdown(input);
        assert_eq!((run.code, run.lines.len(), run.stderr.as_str()), (Some(0), 0, ""));
    }
}

#[test]
fn settings_hold_for_all_records() {
    let input = [record(&json!(1), PAGE), record(&json!(2), PAGE)].join("\n");
    let plain = to_markdown(&input).lines;
    let run = fed(folder().path(), &["-t", "markdown", "--set", "markdown.style=minutes"], &input);
    assert!(run.lines.iter().zip(&plain).all(|(set, plain)| set != plain), "{:?}", run.lines);
}
