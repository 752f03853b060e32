//! Addresses that are let through are what every other reader takes them for.

use proptest::prelude::*;
use whosaid::text::address::is_web;

/// Parts that addresses are made of, and that disguises are made of.
const PARTS: &[&str] = &[
    "https",
    "http",
    "HTTPS",
    "javascript",
    "data",
    ":",
    "//",
    "/",
    "\\",
    "@",
    "courier",
    ".",
    "example",
    "www",
    "?",
    "#",
    "%",
    "%2e",
    "%00",
    ":80",
    ":8080",
    "[",
    "]",
    "::1",
    "127",
    "0x7f",
    "0177",
    "1",
    "\t",
    "\n",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{ad}",
    "\u{ff0e}",
    "\u{3002}",
    "\u{2488}",
    "ä",
    "ß",
    "ſ",
    "é",
    "\u{301}",
    "қ",
    "漢字",
    "-",
    "_",
    "xn--",
    "\"",
    "<",
    ">",
    "`",
    "alert(1)",
    "&colon;",
    "a=b",
    ";",
    ",",
    "'",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_let_through_is_of_the_web_and_has_that_host(parts in prop::collection::vec(prop::sample::select(PARTS), 0..12)) {
        for start in ["", "https://", "http://courier.example"] {
            let address = [start, &parts.concat()].concat();
            if !is_web(&address) {
                continue;
            }
            // A host that international rules refuse leads nowhere.
            let Ok(url) = url::Url::parse(&address) else { continue };
            prop_assert!(matches!(url.scheme(), "http" | "https"), "{address:?}");
            prop_assert!(url.username().is_empty() && url.password().is_none(), "{address:?}");
            let rest = address.split_once("://").map(|(_, rest)| rest).unwrap_or_default();
            let shown = rest.split(['/', '?', '#']).next().and_then(|host| host.split(':').next()).unwrap_or_default();
            let host = url.host_str().unwrap_or_default().trim_end_matches('.');
            let shown = shown.trim_end_matches('.').to_ascii_lowercase();
            if shown.is_ascii() {
                prop_assert_eq!(host, shown, "{:?}", address);
            } else {
                prop_assert_eq!(host.matches('.').count(), shown.matches('.').count(), "{:?}", address);
            }
        }
    }
}
