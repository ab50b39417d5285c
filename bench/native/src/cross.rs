//! The rules across fields, by hand: neither validator nor garde has a place for them that names a field. A rule is silent where
//! what it reads is wrong itself. The tables of the rules are the library's.

use mohurd_ecert::spec::dictionary::{category, gender, id_type, operate_type, person, province, relation, state};
use mohurd_ecert::spec::{Dictionary, Kind};

use crate::readers::{Citizen, Number, Readers};
use crate::records::{Manager, Safety, Special};
use crate::value::Given;

/// A record with rules across its fields, read by the readers of a contender.
pub(crate) trait Across {
    /// The readers.
    type Readers: Readers;

    /// Puts down the fields whose value a rule across fields finds wrong.
    fn across(&self, today: <Self::Readers as Readers>::Date, wrong: &mut Vec<&'static str>);
}

impl<R: Readers> Across for Safety<'_, R> {
    type Readers = R;

    fn across(&self, today: R::Date, wrong: &mut Vec<&'static str>) {
        let days = [&self.firstIssuDate, &self.issuDate, &self.effectiveDate, &self.expiringDate];
        dates::<R>(("firstIssuDate", days), &self.operateType, today, wrong);
        let names = ["responsiblePersonID", "responsiblePersonIDType"];
        citizen::<R>(names, [&self.responsiblePersonID, &self.responsiblePersonIDType], today, wrong);
        if self.certState.text() == state::OTHER && self.certStatusDescription.is_blank() {
            wrong.push("certStatusDescription");
        }
        relation_of(Kind::Safety, &state::SAFETY, [&self.certState, &self.operateType], wrong);
        let number = R::number(Kind::Safety, self.certNum.text());
        if number.as_ref().is_some_and(|number| !is_of(number, &self.provinceNum)) {
            wrong.push("certNum");
        }
        predecessor::<R>(Kind::Safety, [&self.associatedZzeCertID, &self.operateType], number, wrong);
    }
}

impl<R: Readers> Across for Special<'_, R> {
    type Readers = R;

    fn across(&self, today: R::Date, wrong: &mut Vec<&'static str>) {
        let days = [&self.issuedDate, &self.issuDate, &self.effectiveDate, &self.expiringDate];
        dates::<R>(("issuedDate", days), &self.operateType, today, wrong);
        let found = citizen::<R>(["identityCard", "identityCardType"], [&self.identityCard, &self.identityCardType], today, wrong);
        if found.is_some_and(|found| !is_gender_of(&found, &self.gender)) {
            wrong.push("gender");
        }
        if self.certState.text() == state::OTHER && self.certStatusDescription.is_blank() {
            wrong.push("certStatusDescription");
        }
        relation_of(Kind::Special, &state::SPECIAL, [&self.certState, &self.operateType], wrong);
        let trade = self.operationCategory.text();
        if trade == category::OTHER_OPERATION && !R::is_trade(self.categoryDescription.text()) {
            wrong.push("categoryDescription");
        }
        let is_listed = trade != category::OTHER_OPERATION && category::OPERATIONS.rows.iter().any(|row| row.code.is(trade));
        let number = R::number(Kind::Special, self.certNum.text());
        let fits = |number: &Number| is_of(number, &self.provinceNum) && (!is_listed || number.group == Some(trade));
        if number.as_ref().is_some_and(|number| !fits(number)) {
            wrong.push("certNum");
        }
        predecessor::<R>(Kind::Special, [&self.associatedZzeCertID, &self.operateType], number, wrong);
    }
}

impl<R: Readers> Across for Manager<'_, R> {
    type Readers = R;

    fn across(&self, today: R::Date, wrong: &mut Vec<&'static str>) {
        let days = [&self.issuedDate, &self.issuDate, &self.effectiveDate, &self.expiringDate];
        let first = dates::<R>(("issuedDate", days), &self.operateType, today, wrong);
        let found = citizen::<R>(["identityCard", "identityCardType"], [&self.identityCard, &self.identityCardType], today, wrong);
        let birth = R::date(self.birthDate.text());
        let is_late = birth.zip(first).is_some_and(|(birth, first)| birth >= first);
        if is_late || found.as_ref().zip(birth).is_some_and(|(found, birth)| found.birth != birth) {
            wrong.push("birthDate");
        }
        if found.is_some_and(|found| !is_gender_of(&found, &self.gender)) {
            wrong.push("gender");
        }
        post(self, wrong);
        if self.certState.text() == state::OTHER && self.certStatusDescription.text() != state::MANAGER_SENTENCE {
            wrong.push("certStatusDescription");
        }
        relation_of(Kind::Manager, &state::MANAGER, [&self.certState, &self.operateType], wrong);
        let group = self.categoryCode.text();
        let is_listed = person::APPOINTMENTS_OF.iter().any(|(each, _)| each.is(group));
        let number = R::number(Kind::Manager, self.certNum.text());
        let fits = |number: &Number| is_of(number, &self.provinceNum) && (!is_listed || number.group == Some(group));
        if number.as_ref().is_some_and(|number| !fits(number)) {
            wrong.push("certNum");
        }
        predecessor::<R>(Kind::Manager, [&self.associatedZzeCertID, &self.operateType], number, wrong);
    }
}

/// Whether both are known and the first is the later one.
fn differ<D: Ord>(first: Option<D>, second: Option<D>) -> bool {
    first.zip(second).is_some_and(|(first, second)| first > second)
}

/// Of the days of first issue (with its name), issue, and validity; the first of them.
fn dates<R: Readers>(
    (name, days): (&'static str, [&Given; 4]),
    operation: &Given,
    today: R::Date,
    wrong: &mut Vec<&'static str>,
) -> Option<R::Date> {
    let [first, issue, begin, end] = days.map(|given| R::date(given.text()));
    if differ(first, issue) {
        wrong.push(name);
    }
    if differ(issue, end) || differ(issue, Some(today)) {
        wrong.push("issuDate");
    }
    let is_new = [operate_type::NEW, operate_type::RENEWAL].contains(&operation.text());
    if differ(begin, end) || is_new && differ(Some(today), end) {
        wrong.push("expiringDate");
    }
    first
}

/// A person's number and its type, by their names; what the number says, where it is a citizen's.
fn citizen<R: Readers>(
    names: [&'static str; 2],
    [number, number_type]: [&Given; 2],
    today: R::Date,
    wrong: &mut Vec<&'static str>,
) -> Option<Citizen<R::Date>> {
    if id_type::ORGANISATIONS.iter().any(|code| code.is(number_type.text())) {
        wrong.push(names[1]);
    }
    if number_type.text() != id_type::CITIZEN {
        return None;
    }
    let found = R::citizen(number.text());
    if !found.as_ref().is_some_and(|found| found.is_valid && found.birth <= today) {
        wrong.push(names[0]);
    }
    found
}

fn is_gender_of<D>(found: &Citizen<D>, given: &Given) -> bool {
    let own = if found.is_male { gender::MALE } else { gender::FEMALE };
    ![gender::MALE, gender::FEMALE].contains(&given.text()) || given.text() == own
}

fn post<R: Readers>(record: &Manager<R>, wrong: &mut Vec<&'static str>) {
    let (group, appointment) = (record.categoryCode.text(), record.appointment.text());
    let posts = person::APPOINTMENTS_OF.iter().find(|(each, _)| each.is(group));
    if !appointment.is_empty() && posts.is_some_and(|(_, posts)| !posts.iter().any(|code| code.is(appointment))) {
        wrong.push("appointment");
    }
    let needs_title = group.starts_with('C') || group == "A" && !appointment.is_empty() && appointment != "01";
    if needs_title && record.technicalTitle.is_blank() && record.educationDegree.is_blank() {
        wrong.push("technicalTitle");
    }
}

/// Whether a number's front stands for a province.
fn is_of(number: &Number, province: &Given) -> bool {
    let marks = province::MARKS.iter().find(|(code, _)| *code == province.text());
    marks.is_none_or(|(_, marks)| marks.contains(number.mark))
}

/// The licence id of the certificate before this one.
fn predecessor<R: Readers>(kind: Kind, [id, operation]: [&Given; 2], number: Option<Number>, wrong: &mut Vec<&'static str>) {
    let is_wrong = if id.is_blank() {
        relation::renews(kind).iter().any(|code| code.is(operation.text()))
    } else {
        let serials = R::licence(id.text()).zip(number);
        let differs = serials.is_some_and(|(licence, number)| licence.serial.strip_prefix(number.year) != Some(number.serial));
        operation.text() == operate_type::NEW || differs
    };
    if is_wrong {
        wrong.push("associatedZzeCertID");
    }
}

/// Whether a state goes with an operation.
fn relation_of(kind: Kind, states: &Dictionary, [given, operation]: [&Given; 2], wrong: &mut Vec<&'static str>) {
    let known = relation::of(kind).iter().find(|(each, _)| each.is(operation.text()));
    let is_listed = states.rows.iter().any(|row| row.code.is(given.text()));
    if is_listed && known.is_some_and(|(_, states)| !states.iter().any(|code| code.is(given.text()))) {
        wrong.push("operateType");
    }
}
