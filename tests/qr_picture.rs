//! QR pictures: sizes, and texts of any kind. That they can be read is seen where there is a decoder: tests/package and tests/browser.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use mohurd_ecert::qr::{Level, Picture, Reason};
use proptest::prelude::*;

#[test]
fn pictures_have_a_place_for_every_module() {
    let picture = Picture::of("https://example.gov.cn/", Level::default()).unwrap();
    assert!(picture.svg(4, "<&>").contains("<title>&lt;&amp;&gt;</title>"));
    assert_eq!(picture.png(picture.width() + 7, 4).unwrap_err().reason, Reason::Length);
    assert_eq!(picture.png(8193, 4).unwrap_err().reason, Reason::Length);
    assert!(picture.png(picture.width() + 8, 4).is_ok());
    assert_eq!(Picture::of(&"x".repeat(5000), Level::L).map(drop).unwrap_err().reason, Reason::Length);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_text_is_drawn_or_refused(content in ".{0,1200}") {
        if let Ok(picture) = Picture::of(&content, Level::Q) {
            let _ = (picture.svg(0, &content), picture.png(100, 4));
        }
    }
}
