//! The rules across fields, by hand: neither validator nor garde has a place for them that names a field. A rule is silent where
//! what it reads is wrong itself.

use mohurd_ecert::record::cert_number::CertNumber;
use mohurd_ecert::record::date::Date;
use mohurd_ecert::record::id_number::IdNumber;
use mohurd_ecert::record::licence_id::LicenceId;
use mohurd_ecert::spec::Kind;
use mohurd_ecert::spec::dictionary::{person, province, state};

use crate::manager::Manager;

/// The day on which all contenders judge.
pub(crate) const TODAY: &str = "2026-06-30";

const CITIZEN: &str = "111";
const SENTENCE: &str = "持证人正在办理跨企业变更业务，办理完成前本证书暂不可用。";
const RENEWALS: [&str; 3] = ["02", "08", "09"];
/// Which states go with an operation.
const STATES: [(&str, &[&str]); 10] = [
    ("01", &["01"]),
    ("02", &["01"]),
    ("03", &["02"]),
    ("04", &["05"]),
    ("05", &["03", "04", "06", "07"]),
    ("06", &["01"]),
    ("07", &["99", "01"]),
    ("08", &["01"]),
    ("09", &["01"]),
    ("10", &["01"]),
];

/// Puts down the fields whose value a rule across fields finds wrong.
pub(crate) fn cross(record: &Manager, today: Date, wrong: &mut Vec<&'static str>) {
    dates(record, today, wrong);
    person(record, today, wrong);
    post(record, wrong);
    number(record, wrong);
    state_of(record, wrong);
}

/// Whether both are known and the first is the later one.
fn differ(first: Option<Date>, second: Option<Date>) -> bool {
    first.zip(second).is_some_and(|(first, second)| first > second)
}

fn dates(record: &Manager, today: Date, wrong: &mut Vec<&'static str>) {
    let [first, issue, begin, end] =
        [&record.issuedDate, &record.issuDate, &record.effectiveDate, &record.expiringDate].map(|given| Date::parse(given.text()));
    if differ(first, issue) {
        wrong.push("issuedDate");
    }
    if differ(issue, end) || differ(issue, Some(today)) {
        wrong.push("issuDate");
    }
    let is_new = matches!(record.operateType.text(), "01" | "02");
    if differ(begin, end) || is_new && differ(Some(today), end) {
        wrong.push("expiringDate");
    }
    let birth = Date::parse(record.birthDate.text());
    if birth.zip(first).is_some_and(|(birth, first)| birth >= first) {
        wrong.push("birthDate");
    }
}

fn person(record: &Manager, today: Date, wrong: &mut Vec<&'static str>) {
    let id_type = record.identityCardType.text();
    if matches!(id_type, "001" | "099") {
        wrong.push("identityCardType");
    }
    if id_type != CITIZEN {
        return;
    }
    let id = IdNumber::parse(record.identityCard.text());
    if !id.as_ref().is_some_and(|id| id.is_valid() && id.birth_date() <= today) {
        wrong.push("identityCard");
    }
    let Some(id) = id else { return };
    let gender = record.gender.text();
    if matches!(gender, "1" | "2") && gender != id.gender() {
        wrong.push("gender");
    }
    if Date::parse(record.birthDate.text()).is_some_and(|birth| birth != id.birth_date()) {
        wrong.push("birthDate");
    }
}

fn post(record: &Manager, wrong: &mut Vec<&'static str>) {
    let (category, appointment) = (record.categoryCode.text(), record.appointment.text());
    let posts = person::APPOINTMENTS_OF.iter().find(|(group, _)| *group == category);
    if !appointment.is_empty() && posts.is_some_and(|(_, posts)| !posts.contains(&appointment)) {
        wrong.push("appointment");
    }
    let needs_title = category.starts_with('C') || category == "A" && !appointment.is_empty() && appointment != "01";
    if needs_title && record.technicalTitle.is_blank() && record.educationDegree.is_blank() {
        wrong.push("technicalTitle");
    }
}

fn number(record: &Manager, wrong: &mut Vec<&'static str>) {
    let number = CertNumber::parse(Kind::Manager, record.certNum.text());
    if number.as_ref().is_some_and(|number| !agrees(number, record)) {
        wrong.push("certNum");
    }
    let operation = record.operateType.text();
    if record.associatedZzeCertID.is_blank() {
        if RENEWALS.contains(&operation) {
            wrong.push("associatedZzeCertID");
        }
        return;
    }
    let licence = LicenceId::parse(record.associatedZzeCertID.text());
    let same = |(licence, number): (LicenceId, CertNumber)| licence.serial == number.serial_digits();
    if operation == "01" || !licence.zip(number).is_none_or(same) {
        wrong.push("associatedZzeCertID");
    }
}

/// Whether the group and the front of a number are those of its record.
fn agrees(number: &CertNumber, record: &Manager) -> bool {
    let category = record.categoryCode.text();
    let known = person::APPOINTMENTS_OF.iter().any(|(group, _)| *group == category);
    let marks = province::MARKS.iter().find(|(code, _)| *code == record.provinceNum.text());
    let front = number.front().chars().next().unwrap_or_default();
    (!known || number.group() == Some(category)) && marks.is_none_or(|(_, marks)| marks.contains(front))
}

fn state_of(record: &Manager, wrong: &mut Vec<&'static str>) {
    let state = record.certState.text();
    if state == "99" && record.certStatusDescription.text() != SENTENCE {
        wrong.push("certStatusDescription");
    }
    let states = STATES.iter().find(|(operation, _)| *operation == record.operateType.text());
    if state::MANAGER.lists(state) && states.is_some_and(|(_, states)| !states.contains(&state)) {
        wrong.push("operateType");
    }
}
