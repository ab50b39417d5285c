//! Certificates in: what the reply says, in each of the forms that it can have.

use mohurd_ecert::gateway::{Call, State};
use mohurd_ecert::sandbox::{Assigns, Config, Pairs, Partial, Style};
use mohurd_ecert::spec::Role;
use mohurd_ecert::{Kind, Record};
use serde_json::{Value, json};

use super::support::{Caller, body, numbered, put, told, with};

#[test]
fn one_record_is_taken_with_its_pair_at_the_top() {
    for kind in Kind::CERTIFICATES {
        let mut caller = Caller::new();
        let record = Record::example(kind);
        let reply = caller.post_json(&body(&[record]));
        let names: Vec<&str> = reply.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["ReturnCode", "ReturnMsg", "encryCertid", "encryKey"]);
        assert_eq!((&reply["ReturnCode"], &reply["ReturnMsg"]), (&json!("1"), &json!("上传成功")));
        assert_eq!(reply["encryCertid"].as_str().unwrap().len(), 48);
        let held = &caller.sandbox.held()[0];
        assert_eq!(held.assignment.as_ref().unwrap().as_str(), "3500002024000000001");
        assert_eq!((caller.sandbox.held().len(), held.times, held.kind), (1, 1, kind));
        assert_eq!(caller.sandbox.seen(Call::Submit), 1);
    }
}
