//! What the document's own samples yield: every issue, with its reason.

use mohurd_ecert::check::message::Locale;
use mohurd_ecert::{Kind, Options, Record, validate};

const SAFETY: &str = include_str!("samples/safety.json");
const SPECIAL: &str = include_str!("samples/special.json");
const MANAGER: &str = include_str!("samples/manager.json");
const PREVIEW: &str = include_str!("samples/preview.json");

#[test]
fn show() {
    for (kind, json) in [(Kind::Safety, SAFETY), (Kind::Special, SPECIAL), (Kind::Manager, MANAGER), (Kind::Preview, PREVIEW)] {
        let record = Record::from_json(kind, json.as_bytes()).unwrap();
        let mut options = Options::default();
        options.certificate = Some(Kind::Safety);
        println!("{}", kind.id());
        for issue in validate(&record, &options).issues {
            println!(
                "  {:?} {} {:?} {}",
                issue.field(Some(kind)),
                issue.rule_id(),
                issue.severity,
                issue.message(Some(kind), Locale::ZhCn)
            );
        }
    }
}
