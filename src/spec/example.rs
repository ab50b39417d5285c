//! One valid, invented record of each kind. Nothing in it belongs to anybody: its identity numbers and credit codes carry the
//! right check characters, but stand in a district (359999) that does not exist; only the authority's name is real.

use super::Kind;
use super::dictionary::{id_type::CITIZEN, operate_type::NEW, state::VALID};

/// What a field of the example holds.
#[derive(Clone, Copy, Debug)]
pub enum Sample {
    /// A text.
    Text(&'static str),
    /// The entries of 业务信息: type and text.
    Items(&'static [(&'static str, &'static str)]),
}

use Sample::{Items, Text};

/// The example of a kind: field names and what they hold, in the table's order.
pub fn of(kind: Kind) -> &'static [(&'static str, Sample)] {
    match kind {
        Kind::Safety => &SAFETY,
        Kind::Special => &SPECIAL,
        Kind::Manager => &MANAGER,
        Kind::Preview => &PREVIEW,
    }
}

const PROVINCE: &str = "350000";
const ISSUER: &str = "福建省住房和城乡建设厅";
const ISSUER_CODE: &str = "11359999MB00000005";
const COMPANY: &str = "福建示例建设工程有限公司";
const COMPANY_CODE: &str = "91359999MA0000007G";
const ISSUED: &str = "2024-05-20";
const ENDS: &str = "2036-05-19";

static SAFETY: [(&str, Sample); 20] = [
    ("eCertID", Text("57ee22de0a14490d8529eade4d80fa83")),
    ("provinceNum", Text(PROVINCE)),
    ("certNum", Text("（闽）JZ安许证字[2024]000002")),
    ("issuAuth", Text(ISSUER)),
    ("issuAuthCode", Text(ISSUER_CODE)),
    ("issuDate", Text(ISSUED)),
    ("companyName", Text(COMPANY)),
    ("creditCode", Text(COMPANY_CODE)),
    ("companyAddress", Text("福建省福州市示例区示例路 1 号")),
    ("responsiblePerson", Text("林示例")),
    ("responsiblePersonID", Text("359999198506120014")),
    ("responsiblePersonIDType", Text(CITIZEN)),
    ("economicType", Text("有限责任公司")),
    ("licenseScope", Text("建筑施工")),
    ("effectiveDate", Text(ISSUED)),
    ("expiringDate", Text(ENDS)),
    ("firstIssuDate", Text(ISSUED)),
    ("certState", Text(VALID)),
    ("businessInformation", Items(&[("01", "建筑工程施工总承包三级"), ("02", "无处罚处置记录")])),
    ("operateType", Text(NEW)),
];

static SPECIAL: [(&str, Sample); 18] = [
    ("eCertID", Text("7daf2f8bbaf440a4bc28e66d33312431")),
    ("provinceNum", Text(PROVINCE)),
    ("certNum", Text("闽A012024000002")),
    ("issuAuth", Text(ISSUER)),
    ("issuAuthCode", Text(ISSUER_CODE)),
    ("issuedDate", Text(ISSUED)),
    ("issuDate", Text(ISSUED)),
    ("effectiveDate", Text(ISSUED)),
    ("expiringDate", Text(ENDS)),
    ("name", Text("陈示例")),
    ("gender", Text("2")),
    ("identityCard", Text("35999919900215002X")),
    ("identityCardType", Text(CITIZEN)),
    ("photo", Text(PHOTO)),
    ("operationCategory", Text("01")),
    ("certState", Text(VALID)),
    ("businessInformation", Items(&[("01", "2024 年度安全技术培训 24 学时，考核合格"), ("02", "2024-05-06 实名进场培训")])),
    ("operateType", Text(NEW)),
];

static MANAGER: [(&str, Sample); 25] = [
    ("eCertID", Text("6caa0dca54794296b665b74afac3bec4")),
    ("provinceNum", Text(PROVINCE)),
    ("certNum", Text("闽建安C3（2024）0000002")),
    ("issuAuth", Text(ISSUER)),
    ("issuAuthCode", Text(ISSUER_CODE)),
    ("issuedDate", Text(ISSUED)),
    ("issuDate", Text(ISSUED)),
    ("effectiveDate", Text(ISSUED)),
    ("expiringDate", Text(ENDS)),
    ("categoryCode", Text("C3")),
    ("name", Text("王示例")),
    ("gender", Text("1")),
    ("birthDate", Text("1988-09-30")),
    ("identityCard", Text("359999198809300039")),
    ("identityCardType", Text(CITIZEN)),
    ("companyName", Text(COMPANY)),
    ("creditCode", Text(COMPANY_CODE)),
    ("appointment", Text("08")),
    ("technicalTitle", Text("03")),
    ("educationDegree", Text("03")),
    ("major", Text("土木工程")),
    ("photo", Text(PHOTO)),
    ("certState", Text(VALID)),
    ("businessInformation", Items(&[("01", "建筑工程施工总承包三级"), ("02", "无处罚处置记录")])),
    ("operateType", Text(NEW)),
];

/// The preview page of the safety licence above.
static PREVIEW: [(&str, Sample); 3] = [
    ("ID", Text("3500002024000000002")),
    ("zzeCertID", Text("1.2.156.3005.2.11100000000013338W050.11359999MB00000005.2024000002.001.8")),
    ("url", Text("https://ecert.example.com/preview/57ee22de0a14490d8529eade4d80fa83")),
];

/// A drawn head and shoulders, 120 × 168 pixels at 300 dpi, PNG.
const PHOTO: &str = concat!(
    "data:image/png;base64,",
    "iVBORw0KGgoAAAANSUhEUgAAAHgAAACoBAMAAADZdDfOAAAAGFBMVEVrf5l+j6aQoLOjsMC2wM7J0Nvb4eju8fV5q7HhAAAACXBIWXMAAC4jAAAuIwF4pT92AAAB/klE",
    "QVR42u3YMWvDMBAF4HPjJqu3rt2yBpTEqyGD10KgXgOheE0d2/37hVJSRzpZ73ItaVq9/UP4OEkn05siFHHEEUccccQR/x/8sjFm+XwR7rfmI6v6Arwxn1nK8dacspLi",
    "1gxSynBvzlKL8P4cryXYWti3NI+PNs4FeGPjJY4746SC8d7FaxgbJijuOFyB+MjhHMRbDq9AbAz40QS0l7fJKLChRrcWgfViK0ZQi3jahIDG9rY3ocXmyk1osblyfzPu",
    "fLgCcOvD5U/jow/nEf8lfL0OU22M6+1n1TGkOwBVR6/q0FddN6qLTnXF6i531VihGmhUo5RuiFONj6rBVTcyq4Z11TNB90BRPY10j7JhwfOII4444lvDigOwW0y+8GJS",
    "SXCb0RBTUuK4JScl/J8kc3ECjhX9IzG5w+awgtikCG7Ik3kY95kPJ3UQP5E39yHc0kjKAC7GcDqORxd2libBws7S57ijQKoRvAvh6QjOQjjx44aCmXtxEcapD/cEpPbg",
    "BsFzDy4QnHowQeFxi+GSxTsMT1m8wPCEwz2BqRl8RHHO4AOKZwwuUJwyOENx4mK4XoOKkbheg4qd8CuOHxy8w/HUwQscTxyc4ThxMAli406CKwu3ElxauJHguYUPEjyz",
    "8E6CpxZ+kuB7CxcSnH4nfpTgu1+DiS5o7hvF74WuSKKRUoyKAAAAAElFTkSuQmCC"
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Format, Need};

    #[test]
    fn stands_in_the_order_of_the_table() {
        for kind in Kind::ALL {
            let places: Vec<_> = of(kind).iter().map(|(name, _)| kind.table().index_of(name).unwrap()).collect();
            assert!(places.is_sorted_by(|earlier, later| earlier < later), "{}", kind.id());
        }
    }

    #[test]
    fn gives_every_required_field() {
        for kind in Kind::ALL {
            for field in kind.table().fields.iter().filter(|field| matches!(field.need, Need::Yes)) {
                assert!(of(kind).iter().any(|(name, _)| *name == field.name), "{} {}", kind.id(), field.name);
            }
        }
    }

    #[test]
    fn holds_entries_only_where_the_table_has_them_and_of_listed_types() {
        for kind in Kind::ALL {
            for (name, sample) in of(kind) {
                let field = &kind.table().fields[kind.table().index_of(name).unwrap()];
                match (sample, field.format) {
                    (Items(items), Format::Info(types)) => assert!(items.iter().all(|(code, _)| types.lists(code))),
                    (Text(_), format) => assert!(!matches!(format, Format::Info(_)), "{name}"),
                    (Items(_), _) => panic!("{name} holds entries"),
                }
            }
        }
    }
}
