//! What it assigns: really encrypted for the key pair that it hands out, and drawn from the seed.

use mohurd_ecert::Kind;
use mohurd_ecert::gateway::Outcomes;
use mohurd_ecert::qr::{PrivateKey, PublicKey, Reason, decrypt_assignment};
use mohurd_ecert::sandbox::{Config, Pairs, Sandbox};
use mohurd_ecert::spec::Role;
use serde_json::Value;

use super::support::{Caller, numbered, told, with};

fn seeded(seed: u64) -> Caller {
    Caller::of(Config { seed, ..Config::default() })
}

/// The codes of each record.
fn codes(outcomes: &Outcomes) -> Vec<[String; 2]> {
    let pairs = outcomes.records.iter().map(|outcome| outcome.assignment.as_ref().unwrap());
    pairs.map(|pair| [&pair.cert_id, &pair.key].map(|code| code.as_ref().unwrap().as_str().to_owned())).collect()
}

fn two() -> [mohurd_ecert::Record<'static>; 2] {
    [numbered(Kind::Safety, 1), numbered(Kind::Safety, 2)]
}

/// A member of the keys as they are handed out.
fn handed_out(sandbox: &Sandbox, name: &str) -> String {
    let Value::String(key) = sandbox.keys().unwrap().to_json()[name].take() else { panic!("{name}") };
    key
}

#[test]
fn what_it_assigns_is_decrypted_with_its_private_key() {
    for seed in [0, 1, 7, u64::MAX] {
        let mut caller = seeded(seed);
        let private = PrivateKey::read(&handed_out(&caller.sandbox, "privateKey")).unwrap();
        let mut decrypted = Vec::new();
        for [cert_id, key] in codes(&caller.submit(&two())) {
            let assignment = decrypt_assignment(&cert_id, &key, &private).unwrap();
            assert!(assignment.is_well_formed());
            decrypted.push(assignment.text().to_owned());
        }
        assert_eq!(decrypted, ["3500002024000000001", "3500002024000000002"]);
        let held: Vec<&str> = caller.sandbox.held().iter().map(|held| held.assignment.as_ref().unwrap().as_str()).collect();
        assert_eq!(decrypted, held);
    }
}

#[test]
fn its_codes_have_the_form_of_the_documents() {
    for [cert_id, key] in codes(&Caller::new().submit(&two())) {
        assert!(cert_id.len() == 48 && cert_id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F')), "{cert_id}");
        assert!(key.len() == 88 && key.ends_with("=="), "{key}");
    }
}

#[test]
fn the_keys_belong_together() {
    let sandbox = Sandbox::new(Config::default());
    let [private, public] = ["privateKey", "publicKey"].map(|name| handed_out(&sandbox, name));
    assert_eq!(PrivateKey::read(&private).unwrap().public().to_base64(), public);
    assert_eq!(PublicKey::read(&public).unwrap().to_base64(), public);
}

#[test]
fn the_same_seed_gives_the_same_codes_and_another_others() {
    let (first, again, other) = (codes(&seeded(1).submit(&two())), codes(&seeded(1).submit(&two())), codes(&seeded(2).submit(&two())));
    assert_eq!(first, again);
    assert!(first.iter().flatten().all(|code| !other.iter().flatten().any(|own| own == code)));
    let keys = |seed| Sandbox::new(Config { seed, ..Config::default() }).keys().unwrap().to_json();
    assert_eq!(keys(1), keys(1));
    assert_ne!(keys(1), keys(2));
    let stranger = PrivateKey::read(&handed_out(&Sandbox::new(Config { seed: 2, ..Config::default() }), "privateKey")).unwrap();
    let [cert_id, key] = &first[0];
    assert_eq!(decrypt_assignment(cert_id, key, &stranger).err().unwrap().reason, Reason::KeyOrCipher);
}

#[test]
fn a_record_that_comes_again_gets_its_codes_again() {
    let mut caller = Caller::of(Config { pairs: Pairs::Listed, ..Config::default() });
    let first = codes(&caller.submit(&[numbered(Kind::Manager, 1)]));
    caller.submit(&[numbered(Kind::Manager, 2)]);
    assert_eq!(codes(&caller.submit(&[numbered(Kind::Manager, 1)])), first);
}

#[test]
fn from_the_certificate_to_the_page_of_its_code() {
    for kind in Kind::CERTIFICATES {
        let mut caller = Caller::new();
        let private = PrivateKey::read(&handed_out(&caller.sandbox, "privateKey")).unwrap();
        let [cert_id, key] = codes(&caller.submit(&[numbered(kind, 1)])).remove(0);
        let id = decrypt_assignment(&cert_id, &key, &private).unwrap();
        let preview = [with(Kind::Preview, 1, &[(Role::Assignment, id.text())])];
        assert_eq!(told(&caller.submit(&preview)), [("accepted", vec![])]);
        assert_eq!(told(&caller.submit(&preview)), [("refused", vec!["赋码已使用"])]);
    }
}

#[test]
fn no_key_shows_in_what_is_printed() {
    let sandbox = Sandbox::new(Config::default());
    let shown = format!("{sandbox:?} {:?}", sandbox.keys().unwrap());
    assert!(!shown.contains(&handed_out(&sandbox, "privateKey")) && !shown.contains("MI"), "{shown}");
}
