//! What the file's colours mean: sRGB (IEC 61966-2-1), told by an ICC profile of our own making.

/// An ICC profile of sRGB, version 4 (ISO 15076-1): the primaries adapted to the white of D50, and its curve in four
/// numbers.
pub(in crate::write) fn srgb() -> Vec<u8> {
    let text = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let length = u32::try_from(units.len()).unwrap_or(0);
        [b"mluc\0\0\0\0", &words(&[1, 12])[..], b"enUS", &words(&[length, 28]), &units].concat()
    };
    let numbers = |kind: &[u8; 4], numbers: &[f64]| {
        let numbers: Vec<u8> = numbers.iter().flat_map(|number| fixed(*number).to_be_bytes()).collect();
        [&kind[..], &[0; 4], &numbers].concat()
    };
    let curve = {
        // Y = ((X + 0.055) / 1.055) ^ 2.4 from 0.04045 on, and X / 12.92 below.
        let curve = numbers(b"para", &[2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045]);
        let (head, numbers) = curve.split_at(8);
        [head, &[0, 3, 0, 0], numbers].concat()
    };
    // From D65 to D50, by Bradford.
    let adaptation =
        [[1.04788, 0.02292, -0.05019], [0.02959, 0.99047, -0.01707], [-0.00925, 0.01508, 0.75168]];
    let tags: [(&[u8; 4], Vec<u8>); 8] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("No copyright, use freely (CC0)")),
        (b"wtpt", numbers(b"XYZ ", &D50)),
        (b"chad", numbers(b"sf32", adaptation.as_flattened())),
        (b"rXYZ", numbers(b"XYZ ", &[0.43607, 0.22249, 0.01392])),
        (b"gXYZ", numbers(b"XYZ ", &[0.38515, 0.71687, 0.09708])),
        (b"bXYZ", numbers(b"XYZ ", &[0.14307, 0.06061, 0.71410])),
        (b"rTRC", curve),
    ];
    profile(&tags)
}

/// The white all profiles meet in.
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];

/// Header, table of tags, tags. Green and blue have the curve of red.
fn profile(tags: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let shared: [&[u8; 4]; 2] = [b"gTRC", b"bTRC"];
    let first = 128 + 4 + 12 * (tags.len() + shared.len());
    let (mut table, mut body) = (Vec::new(), Vec::new());
    let mut entry = Vec::new();
    for (name, data) in tags {
        let place = [first + body.len(), data.len()].map(|number| u32::try_from(number).unwrap_or(0));
        entry = words(&place);
        table.extend([&name[..], &entry].concat());
        body.extend_from_slice(data);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    for name in shared {
        table.extend([&name[..], &entry].concat());
    }
    let size = u32::try_from(first + body.len()).unwrap_or(0);
    let count = u32::try_from(tags.len() + shared.len()).unwrap_or(0);
    let white = D50.map(fixed).map(i32::to_be_bytes);
    // Size, no colour engine, version 4.3, a display profile from RGB to XYZ; a date; perceptual, no maker.
    let header = [
        &words(&[size, 0, 0x0430_0000])[..],
        b"mntrRGB XYZ ",
        &[0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
        b"acsp",
        &[0; 28],
        white.as_flattened(),
        &[0; 48],
        &words(&[count]),
    ];
    [header.concat(), table, body].concat()
}

fn words(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// In sixteen bits before the point and sixteen behind it.
#[allow(clippy::cast_possible_truncation)] // saturates; all numbers here are below 3
fn fixed(number: f64) -> i32 {
    (number * 65536.0).round() as i32
}

#[cfg(test)]
mod tests {
    use super::srgb;

    #[test]
    fn the_profile_is_as_long_as_it_says() {
        let profile = srgb();
        let number = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(number(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(number(128), 10);
        for tag in 0..10 {
            let (at, length) = (number(132 + 12 * tag + 4), number(132 + 12 * tag + 8));
            assert!(at % 4 == 0 && at + length <= profile.len());
        }
    }
}
