//! What is held: an id that comes again, a number that is taken, the same certificate in another province.

use mohurd_ecert::gateway::State;
use mohurd_ecert::sandbox::{Config, Repeated};
use mohurd_ecert::spec::Role;
use mohurd_ecert::{Kind, Record};

use super::support::{Caller, body, numbered, put, told, with};

fn repeated(repeated: Repeated) -> Caller {
    Caller::of(Config { repeated, ..Config::default() })
}

#[test]
fn the_same_answer_comes_again_and_nothing_more_is_held() {
    let mut caller = repeated(Repeated::Same);
    let body = body(&[numbered(Kind::Safety, 1)]);
    let first = caller.post_json(&body);
    assert_eq!(caller.post_json(&body), first);
    assert_eq!((caller.sandbox.held().len(), caller.sandbox.held()[0].times), (1, 2));
}

#[test]
fn the_same_warning_comes_again() {
    let mut caller = repeated(Repeated::Same);
    caller.submit(&[numbered(Kind::Safety, 1)]);
    let records = [with(Kind::Safety, 2, &[(Role::Province, "420000")])];
    let first = told(&caller.submit(&records)).len();
    let again = caller.submit(&records);
    assert_eq!((first, again.records[0].state, again.records[0].replies.len()), (1, State::AcceptedWithWarning, 1));
}

#[test]
fn an_id_that_comes_again_can_be_refused() {
    let mut caller = repeated(Repeated::Refuse);
    let records = [numbered(Kind::Manager, 1)];
    caller.submit(&records);
    assert_eq!(told(&caller.submit(&records)), [("refused", vec!["数据唯一标识已存在"])]);
    assert_eq!((caller.sandbox.held().len(), caller.sandbox.held()[0].times), (1, 2));
}

#[test]
fn an_id_that_comes_again_can_be_a_second_record() {
    let mut caller = repeated(Repeated::Second);
    let records = [numbered(Kind::Manager, 1)];
    let first = caller.submit(&records);
    let second = caller.submit(&records);
    assert_eq!(second.records[0].state, State::Accepted);
    assert_ne!(first.records[0].assignment, second.records[0].assignment);
    assert_eq!(caller.sandbox.held().iter().map(|held| held.times).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn an_id_of_another_kind_is_another_id() {
    let mut caller = repeated(Repeated::Refuse);
    for kind in Kind::CERTIFICATES {
        assert_eq!(told(&caller.submit(&[numbered(kind, 1)])), [("accepted", vec![])]);
    }
}

#[test]
fn an_id_twice_in_a_call_is_refused() {
    let mut caller = Caller::new();
    let records = [numbered(Kind::Safety, 1), with(Kind::Safety, 2, &[(Role::RecordId, &format!("{:032x}", 1))])];
    let reply = caller.post_json(&body(&records));
    assert_eq!(reply["ReturnData"]["ErrorData"][0]["ErrorMsg"], "数据唯一标识已存在");
}

#[test]
fn a_number_in_force_is_not_issued_again() {
    let mut caller = Caller::new();
    let own = |number: u32, operation: &str, state: &str| {
        let mut record = with(Kind::Safety, 9, &[(Role::Operation, operation), (Role::State, state)]);
        put(&mut record, Role::RecordId, &format!("{number:032x}"));
        [record]
    };
    assert_eq!(told(&caller.submit(&own(1, "01", "01"))), [("accepted", vec![])]);
    assert_eq!(told(&caller.submit(&own(2, "01", "01"))), [("refused", vec!["证书编号已存在"])]);
    assert_eq!(told(&caller.submit(&own(3, "02", "01"))), [("accepted", vec![])]);
    assert_eq!(told(&caller.submit(&own(4, "05", "05"))), [("accepted", vec![])]);
    // The last record of the number says that it is void.
    assert_eq!(told(&caller.submit(&own(5, "01", "01"))), [("accepted", vec![])]);
}

/// A record of that holder in 湖北省, and one of the same holder in the example's own province.
fn in_two_provinces(kind: Kind) -> [Record<'static>; 2] {
    [with(kind, 1, &[(Role::Province, "420000")]), numbered(kind, 2)]
}

#[test]
fn the_same_certificate_in_another_province_warns() {
    for kind in Kind::CERTIFICATES {
        let mut caller = Caller::new();
        let [first, second] = in_two_provinces(kind);
        assert_eq!(told(&caller.submit(&[first])), [("accepted", vec![])]);
        let outcomes = caller.submit(&[second]);
        let number = match kind {
            Kind::Safety => "（闽）JZ安许证字[2024]000001",
            Kind::Special => "闽A012024000001",
            _ => "闽建安C3（2024）0000001",
        };
        let words = format!("湖北省存在证书:{number}，需注销其他省份的证书。");
        assert_eq!(told(&outcomes), [("accepted-with-warning", vec![words.as_str()])]);
        assert!(outcomes.records[0].assignment.is_some());
        assert_eq!(caller.sandbox.held().len(), 2);
    }
}

#[test]
fn a_warning_has_the_documents_form() {
    let mut caller = Caller::new();
    let [first, second] = in_two_provinces(Kind::Safety);
    caller.submit(&[first]);
    let reply = caller.post_json(&body(&[second]));
    assert_eq!((&reply["ReturnCode"], &reply["ReturnMsg"]), (&"2".into(), &"上传成功有预警".into()));
    let data = &reply["ReturnData"];
    assert_eq!(data.as_object().unwrap().keys().collect::<Vec<_>>(), ["WarnData", "SuccessData"]);
    assert_eq!(data["WarnData"][0]["WarnGuid"], data["SuccessData"][0]["eCertID"]);
}

#[test]
fn no_warning_where_either_is_void_or_the_trade_differs() {
    let other_trade = with(Kind::Special, 2, &[(Role::Category, "02"), (Role::CertNumber, "闽A022024000002")]);
    let void = with(Kind::Special, 3, &[(Role::State, "05"), (Role::Operation, "05")]);
    let [elsewhere, own] = in_two_provinces(Kind::Special);
    let mut caller = Caller::new();
    caller.submit(&[elsewhere]);
    assert_eq!(told(&caller.submit(&[other_trade])), [("accepted", vec![])]);
    assert_eq!(told(&caller.submit(&[void])), [("accepted", vec![])]);
    let cancelled = [with(
        Kind::Special,
        1,
        &[(Role::Province, "420000"), (Role::RecordId, &format!("{:032x}", 77)), (Role::State, "05"), (Role::Operation, "05")],
    )];
    assert_eq!(told(&caller.submit(&cancelled)), [("accepted", vec![])]);
    assert_eq!(told(&caller.submit(&[own])), [("accepted", vec![])]);
}

#[test]
fn a_province_without_a_name_is_told_by_its_code() {
    let mut caller = Caller::new();
    caller.submit(&[with(Kind::Safety, 1, &[(Role::Province, "660000")])]);
    let outcomes = caller.submit(&[numbered(Kind::Safety, 2)]);
    assert!(told(&outcomes)[0].1[0].starts_with("660000存在证书:"));
}

#[test]
fn partial_success_can_carry_a_warning() {
    let mut caller = Caller::new();
    let [first, second] = in_two_provinces(Kind::Safety);
    caller.submit(&[first]);
    let outcomes = caller.submit(&[second, with(Kind::Safety, 3, &[(Role::Province, "")])]);
    let states: Vec<&str> = told(&outcomes).iter().map(|(state, _)| *state).collect();
    assert_eq!(states, ["accepted-with-warning", "refused"]);
}

#[test]
fn the_year_of_an_assignment_is_the_one_in_china() {
    use super::support::{answer, send};
    use mohurd_ecert::gateway::submit;
    // 2023-12-31T16:00:00Z is midnight in China.
    for (now, year) in [(1_704_038_399_999, "2023"), (1_704_038_400_000, "2024"), (u64::MAX, "0000")] {
        let mut caller = Caller::of(Config { token_ttl_ms: u64::MAX, ..Config::default() });
        let request = submit::request(&caller.remote, &caller.access, body(&[Record::example(Kind::Safety)])).unwrap();
        let now = if now == u64::MAX { now - 1 } else { now };
        answer(send(&mut caller.sandbox, &request, now));
        assert_eq!(caller.sandbox.held()[0].assignment.as_ref().unwrap().as_str(), format!("350000{year}000000001"));
    }
}
