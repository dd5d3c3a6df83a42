//! The plugin as a host sees it.

use plenary_akoma_ntoso::BUNDLED;
use plenary_plugin_sdk::testing::manifest;

#[test]
fn the_manifest_is_sound() {
    let manifest = manifest(&BUNDLED).expect("a manifest");
    assert_eq!(manifest.name, "akoma-ntoso");
    assert_eq!(manifest.formats[0].extensions, ["xml", "akn.xml", "akn"]);
}
