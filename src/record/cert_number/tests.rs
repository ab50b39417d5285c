use super::*;

fn canonical(kind: Kind, text: &str) -> Option<String> {
    CertNumber::parse(kind, text).map(|number| number.canonical())
}

#[test]
fn canonical_numbers_stay_as_they_are() {
    for (kind, text) in [
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974"),
        (Kind::Safety, "（兵团）JZ安许证字[2023]08797"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]0879745-12"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974延"),
        (Kind::Special, "京A012012000392"),
        (Kind::Special, "兵团A012012000392"),
        (Kind::Manager, "京建安C3（2021）0022585"),
        (Kind::Manager, "川建安B（2021）1052428"),
        (Kind::Manager, "建建安A（2004）0004960"),
        (Kind::Manager, "建建建安A（2004）0004960"),
    ] {
        assert_eq!(canonical(kind, text).as_deref(), Some(text));
    }
}

#[test]
fn spellings_in_use_become_canonical() {
    for (kind, text, expected) in [
        (Kind::Safety, "(鄂)JZ安许证字[2019]031585", "（鄂）JZ安许证字[2019]031585"),
        (Kind::Safety, "（湘）JZ 安许证字[2021]110029", "（湘）JZ安许证字[2021]110029"),
        (Kind::Safety, "〔沪〕JZ安许证字〔2019〕040975", "（沪）JZ安许证字[2019]040975"),
        (Kind::Safety, "【沪]J Z\u{3000}安许\u{a0}证字 （2019］ 040975 - 3", "（沪）JZ安许证字[2019]040975-3"),
        (Kind::Safety, "（沪）JZ安许证字[2019]040975 延", "（沪）JZ安许证字[2019]040975延"),
        (Kind::Special, "鲁 A 01 2008 000001", "鲁A012008000001"),
        (Kind::Manager, "湘建安 A（2015）0000002", "湘建安A（2015）0000002"),
        (Kind::Manager, "京建安A(2004)0004960", "京建安A（2004）0004960"),
        (Kind::Manager, "京\u{202f}建 安\u{2007}C1 [2015〕 0000001", "京建安C1（2015）0000001"),
    ] {
        assert_eq!(canonical(kind, text).as_deref(), Some(expected));
    }
}

#[test]
fn parts_are_given() {
    let safety = CertNumber::parse(Kind::Safety, "（鲁）JZ安许证字[2023]087974延").unwrap();
    assert_eq!((safety.front(), safety.group(), safety.serial_digits().as_str()), ("鲁", None, "2023087974"));
    let special = CertNumber::parse(Kind::Special, "京A 012012000392").unwrap();
    assert_eq!((special.front(), special.group(), special.serial_digits().as_str()), ("京", Some("01"), "2012000392"));
    let manager = CertNumber::parse(Kind::Manager, "京 建安C3（2021）0022585").unwrap();
    assert_eq!((manager.front(), manager.group(), manager.serial_digits().as_str()), ("京", Some("C3"), "20210022585"));
}

#[test]
fn other_texts_are_no_numbers() {
    for (kind, text) in [
        (Kind::Safety, ""),
        (Kind::Safety, " （鲁）JZ安许证字[2023]087974"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974 "),
        (Kind::Safety, "（鲁山东）JZ安许证字[2023]087974"),
        (Kind::Safety, "（）JZ安许证字[2023]087974"),
        (Kind::Safety, "鲁JZ安许证字[2023]087974"),
        (Kind::Safety, "（鲁）jz安许证字[2023]087974"),
        (Kind::Safety, "（鲁）JZ安许证字[202]087974"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]0879"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]08797412"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974-"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]087974延延"),
        (Kind::Safety, "（鲁）JZ安许证字[2023]０87974"),
        (Kind::Safety, "（鲁）JZ\t安许证字[2023]087974"),
        (Kind::Special, "京a012012000392"),
        (Kind::Special, "京A01201200039"),
        (Kind::Special, "京A0120120003921"),
        (Kind::Special, "A012012000392"),
        (Kind::Special, "京建A 0 12012000392"),
        (Kind::Special, "京建安A012012000392"),
        (Kind::Manager, "京建安C（2021）0022585"),
        (Kind::Manager, "京建安C 3（2021）0022585"),
        (Kind::Manager, "京建安C4（2021）0022585"),
        (Kind::Manager, "建安C3（2021）0022585"),
        (Kind::Manager, "京建安C3（2021）002258"),
        (Kind::Manager, "京建安C3（2021）00225851"),
        (Kind::Manager, "京建安C32021 0022585"),
        (Kind::Manager, "㐀建安C3（2021）0022585"),
        (Kind::Preview, "京A012012000392"),
    ] {
        assert!(canonical(kind, text).is_none(), "{text}");
    }
}
