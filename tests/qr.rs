//! QR assignments: vectors of openssl, round trips, and that neither a damaged text nor a strange key does any harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use mohurd_ecert::Kind;
use mohurd_ecert::qr::{DesKey, Part, PrivateKey, PublicKey, QrContent, Reason};
use mohurd_ecert::qr::{decrypt_assignment, encrypt_assignment, qr_content};
use proptest::prelude::*;
use rand_chacha::rand_core::RngCore;

#[path = "qr/support.rs"]
mod support;

use support::{bare, chance, flipped, from_base64, from_hex, pair, sets, text, to_base64, to_hex};

#[test]
fn what_openssl_encrypted_is_decrypted() {
    for set in sets() {
        for private in [text(&set, "privateKey").to_owned(), bare(text(&set, "privateKey"))] {
            let private = PrivateKey::read(&private).unwrap();
            for case in set["cases"].as_array().unwrap() {
                let [id, certid, key] = ["id", "encryCertid", "encryKey"].map(|name| text(case, name));
                let assignment = decrypt_assignment(certid, key, &private).unwrap();
                assert_eq!(assignment.text(), id);
                assert_eq!(assignment.is_well_formed(), id.len() == 19 && id.bytes().all(|byte| byte.is_ascii_digit()));
                assert_eq!(assignment.url(), id.starts_with("http").then_some(id));
                // As the document's samples have it (R16), and in small letters.
                let worn = format!(" {}\n{} ", &key[..20], key[20..].trim_end_matches('='));
                assert_eq!(decrypt_assignment(&certid.to_lowercase(), &worn, &private).unwrap().text(), id);
            }
        }
    }
}

#[test]
fn what_is_encrypted_is_what_openssl_makes() {
    let (mut chance, mut seen) = (chance(1), 0);
    for set in sets() {
        let public = PublicKey::read(text(&set, "publicKey")).unwrap();
        for case in set["cases"].as_array().unwrap() {
            let key = DesKey::read(text(case, "key").as_bytes()).unwrap();
            let sealed = encrypt_assignment(text(case, "id"), &key, &public, &mut chance).unwrap();
            // RSA pads by chance, DES does not.
            assert_eq!(sealed.encry_certid, text(case, "encryCertid"));
            assert_ne!(sealed.encry_key, text(case, "encryKey"));
            seen += 1;
        }
    }
    assert_eq!(seen, 36);
}

#[test]
fn ten_thousand_round_trips() {
    let ((private, public), mut chance) = (pair(), chance(2));
    for _ in 0..10_000 {
        let length = usize::try_from(chance.next_u32() % 64).unwrap() + 1;
        let id: String = (0..length).map(|_| char::from(b' ' + (chance.next_u32() % 95) as u8)).collect();
        let key = DesKey::digits(&mut chance).unwrap();
        let sealed = encrypt_assignment(&id, &key, &public, &mut chance).unwrap();
        let assignment = decrypt_assignment(&sealed.encry_certid, &sealed.encry_key, &private).unwrap();
        assert_eq!(assignment.text(), id);
    }
}

#[test]
fn keys_come_back_and_are_made() {
    let mut chance = chance(3);
    for bits in [512, 1024] {
        let private = PrivateKey::generate(bits, &mut chance).unwrap();
        let read = PrivateKey::read(&private.to_base64()).unwrap();
        let public = PublicKey::read(&private.public().to_base64()).unwrap();
        let sealed = encrypt_assignment("1100002022000000001", &DesKey::digits(&mut chance).unwrap(), &public, &mut chance).unwrap();
        assert_eq!(decrypt_assignment(&sealed.encry_certid, &sealed.encry_key, &read).unwrap().text(), "1100002022000000001");
    }
    for bits in [0, 8, 511, 4097, 1 << 30] {
        assert_eq!(PrivateKey::generate(bits, &mut chance).unwrap_err().reason, Reason::Length);
    }
    assert_eq!(format!("{:?}", pair()), "(PrivateKey, PublicKey)");
}

/// Every bit of both texts, and every other key: an error, or another id.
#[test]
fn a_changed_bit_never_gives_the_same_id() {
    for set in sets() {
        let private = PrivateKey::read(text(&set, "privateKey")).unwrap();
        let case = &set["cases"][0];
        let [id, certid, key] = ["id", "encryCertid", "encryKey"].map(|name| text(case, name));
        for changed in flipped(&from_hex(certid)).map(|bytes| to_hex(&bytes)) {
            assert_ne!(decrypt_assignment(&changed, key, &private).ok().map(|found| found.text().to_owned()).as_deref(), Some(id));
        }
        let bytes = from_base64(key);
        for changed in flipped(&bytes).map(|bytes| to_base64(&bytes)) {
            assert_ne!(decrypt_assignment(certid, &changed, &private).ok().map(|found| found.text().to_owned()).as_deref(), Some(id));
        }
        for other in sets().iter().filter(|other| other["bits"] != set["bits"]) {
            let other = PrivateKey::read(text(other, "privateKey")).unwrap();
            assert_eq!(decrypt_assignment(certid, key, &other).map(drop).unwrap_err().reason, Reason::Length);
        }
    }
}

#[test]
fn another_key_of_the_same_size_is_the_wrong_one() {
    let (_, public) = pair();
    let mut chance = chance(4);
    let sealed = encrypt_assignment("1100002022000000001", &DesKey::new(*b"12345678"), &public, &mut chance).unwrap();
    let mut reasons = Vec::new();
    for _ in 0..60 {
        let wrong = PrivateKey::generate(512, &mut chance).unwrap();
        let found = decrypt_assignment(&sealed.encry_certid, &sealed.encry_key, &wrong);
        reasons.push(found.map(drop).unwrap_err().reason);
    }
    assert!(reasons.iter().all(|reason| *reason == Reason::KeyOrCipher), "{reasons:?}");
}

#[test]
fn what_is_wrong_is_told_by_its_part() {
    let ((private, public), mut chance) = (pair(), chance(5));
    let good = encrypt_assignment("1100002022000000001", &DesKey::new(*b"12345678"), &public, &mut chance).unwrap();
    let other = encrypt_assignment("1100002022000000001", &DesKey::new(*b"87654321"), &public, &mut chance).unwrap();
    let [certid, key] = [good.encry_certid.as_str(), good.encry_key.as_str()];
    let cases = [
        ("", key, Part::Certid, Reason::Length),
        ("1234", key, Part::Certid, Reason::Length),
        ("123", key, Part::Certid, Reason::Length),
        ("数字", key, Part::Certid, Reason::Hex),
        (certid, "", Part::Key, Reason::Length),
        (certid, "####", Part::Key, Reason::Base64),
        (certid, &key[4..], Part::Key, Reason::Length),
        (certid, &"A".repeat(86), Part::Key, Reason::KeyOrCipher),
        (certid, &"/".repeat(86), Part::Key, Reason::KeyOrCipher),
        (certid, &other.encry_key, Part::Certid, Reason::DesPadding),
    ];
    for (certid, key, part, reason) in cases {
        let error = decrypt_assignment(certid, key, &private).map(drop).unwrap_err();
        assert_eq!((error.part, error.reason), (part, reason), "{certid} {key}");
        assert!(error.to_string().starts_with(part.id()));
    }
    for key in ["", "abc", "-----BEGIN PRIVATE KEY-----", "MIIB", &bare(text(&sets()[0], "publicKey"))] {
        assert_eq!(PrivateKey::read(key).map(drop).unwrap_err().reason, Reason::KeyFormat);
    }
    assert_eq!(PublicKey::read(&bare(text(&sets()[0], "privateKey"))).map(drop).unwrap_err().reason, Reason::KeyFormat);
    assert_eq!(DesKey::read(b"1234567").map(drop).unwrap_err().reason, Reason::Length);
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let ((private, public), mut chance) = (pair(), chance(6));
    // Under this key these blocks decrypt to no UTF-8, with a padding that fits: searched for, as a gateway never gives them.
    let key = DesKey::new(*b"12345678");
    let sealed = encrypt_assignment("x", &key, &public, &mut chance).unwrap();
    let found = (0..2000_u64).find_map(|salt| {
        let certid = format!("{:016X}", salt.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        decrypt_assignment(&certid, &sealed.encry_key, &private).map(drop).err().filter(|error| error.reason == Reason::Text)
    });
    assert_eq!(found.unwrap().part, Part::Assignment);
}

#[test]
fn the_text_of_a_code() {
    let ((private, public), mut chance) = (pair(), chance(7));
    let sealed = encrypt_assignment("3500002024000000001", &DesKey::new(*b"12345678"), &public, &mut chance).unwrap();
    let assignment = decrypt_assignment(&sealed.encry_certid, &sealed.encry_key, &private).unwrap();
    for kind in Kind::CERTIFICATES {
        let content = qr_content(&assignment, kind, None, &public, &mut chance).unwrap();
        let read = QrContent::parse(&content).unwrap();
        assert_eq!((read.kind(), read.province.as_str()), (Some(kind), "350000"));
        assert_eq!(read.to_url(), content);
        assert_eq!(QrContent::parse(&read.to_encoded_url()).unwrap(), read);
        // Encrypted again, the assignment is as it came.
        assert_eq!(read.encry_certid, sealed.encry_certid);
        assert_eq!(decrypt_assignment(&read.encry_certid, &read.encry_key, &private).unwrap().text(), "3500002024000000001");
    }
    let content = qr_content(&assignment, Kind::Safety, Some("110000"), &public, &mut chance).unwrap();
    assert!(content.ends_with("&certype=11100000000013338W050&province=110000"));
    assert_eq!(qr_content(&assignment, Kind::Preview, None, &public, &mut chance).unwrap_err().reason, Reason::Text);
    for text in [
        "",
        "https://a.cn/",
        "ID=1&k=2&certype=3&province=4",
        "https://a.cn/?ID=1&k=%ff&certype=3&province=4",
        "https://a.cn/?ID=1&k=2&certype=3",
    ] {
        assert_eq!(QrContent::parse(text).unwrap_err().reason, Reason::Text, "{text}");
    }
}

#[test]
fn an_assignment_that_is_an_address_is_the_text() {
    let ((private, public), mut chance) = (pair(), chance(8));
    let mut content = |id: &str, province| {
        let sealed = encrypt_assignment(id, &DesKey::new(*b"12345678"), &public, &mut chance).unwrap();
        let assignment = decrypt_assignment(&sealed.encry_certid, &sealed.encry_key, &private).unwrap();
        qr_content(&assignment, Kind::Special, province, &public, &mut chance)
    };
    assert_eq!(content("HTTPS://example.gov.cn/x?y=1", None).unwrap(), "HTTPS://example.gov.cn/x?y=1");
    assert_eq!(content("ABC", None).unwrap_err().reason, Reason::Text);
    assert!(content("ABC", Some("110000")).unwrap().ends_with("province=110000"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// A key with bytes changed is refused, or is a key; with it nothing panics.
    #[test]
    fn strange_keys_do_no_harm(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let sets = sets();
        let change = |name: &str| {
            let mut bytes = from_base64(&bare(text(&sets[0], name)));
            for (place, byte) in &places {
                let at = place.index(bytes.len());
                bytes[at] = *byte;
            }
            to_base64(&bytes)
        };
        if let Ok(public) = PublicKey::read(&change("publicKey")) {
            let _ = encrypt_assignment("1100002022000000001", &DesKey::new(*b"12345678"), &public, &mut chance(9));
        }
        if let Ok(private) = PrivateKey::read(&change("privateKey")) {
            let case = &sets[0]["cases"][0];
            let _ = decrypt_assignment(text(case, "encryCertid"), text(case, "encryKey"), &private);
            let _ = private.public().to_base64();
        }
    }

    #[test]
    fn an_address_says_what_it_was_made_of(parts in [".{1,20}", ".{1,20}", ".{1,20}", ".{1,20}"]) {
        let [encry_certid, encry_key, cert_type, province] = parts;
        let content = QrContent { encry_certid, encry_key, cert_type, province };
        prop_assert_eq!(QrContent::parse(&content.to_url()), Ok(content.clone()));
        prop_assert_eq!(QrContent::parse(&content.to_encoded_url()), Ok(content));
    }

    #[test]
    fn any_text_is_read_or_refused(certid in ".{0,80}", key in ".{0,120}", content in ".{0,200}") {
        let (private, _) = pair();
        let _ = decrypt_assignment(&certid, &key, &private);
        let _ = (PrivateKey::read(&key), PublicKey::read(&key), QrContent::parse(&content));
    }
}
