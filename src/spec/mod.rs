//! What the interface document says: its four field tables, its code tables and its wire names, as data.
//!
//! Nothing here computes or judges; `record` types a record by these rows and `check` judges it. A row is
//! written once, in the document's columns and order, and every check, type, schema, form and payload follows
//! from it. Source: the interface document, 请求体参数定义说明 (both submissions).

pub mod dictionary;
#[cfg(feature = "gateway")]
pub mod endpoints;
pub mod example;
mod head;
mod manager;
pub mod pattern;
mod preview;
#[cfg(feature = "qr")]
pub mod qr_page;
pub mod reading;
mod row;
mod safety;
mod same;
mod short;
mod special;

pub use dictionary::{Code, Confidence, Dictionary, Openness, Shape};
pub(crate) use head::{HEAD_ROOM, Head, ITEM_HEADS};
pub use row::{Condition, Field, Format, Need, Role, Severity, Test, Type};
pub use short::Short;

/// The four things that can be submitted: three certificates, and the address of a certificate's preview page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// 建筑施工企业安全生产许可证, `certType` 1.
    Safety = 0,
    /// 建筑施工特种作业操作资格证书, `certType` 2.
    Special = 1,
    /// 建筑施工企业安全生产管理人员考核合格证书, `certType` 3.
    Manager = 2,
    /// 电子证照预览地址: the second submission, for a certificate of any of the three types.
    Preview = 3,
}

impl Kind {
    /// All kinds, in the document's order.
    pub const ALL: [Kind; 4] = [Kind::Safety, Kind::Special, Kind::Manager, Kind::Preview];
    /// The three certificates, in the order of their `certType`.
    pub const CERTIFICATES: [Kind; 3] = [Kind::Safety, Kind::Special, Kind::Manager];

    /// The name by which JavaScript, the command line and the test cases call this kind.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Safety => "safety",
            Kind::Special => "special",
            Kind::Manager => "manager",
            Kind::Preview => "preview",
        }
    }

    /// The kind of that name.
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The kind at that place of [`Kind::ALL`].
    pub const fn from_index(index: u32) -> Option<Kind> {
        match index {
            0 => Some(Kind::Safety),
            1 => Some(Kind::Special),
            2 => Some(Kind::Manager),
            3 => Some(Kind::Preview),
            _ => None,
        }
    }

    /// The certificate that a `certType` names.
    pub fn from_cert_type(code: &str) -> Option<Kind> {
        Kind::CERTIFICATES.into_iter().find(|kind| kind.table().cert_type == Some(code))
    }

    /// The certificate's type code (证照类型) in a licence id and in a QR code. It stands outside the table, so that a module that needs
    /// no fields holds none.
    pub const fn licence_type(self) -> Option<&'static str> {
        match self {
            Kind::Safety => Some("11100000000013338W050"),
            Kind::Special => Some("11100000000013338W032"),
            Kind::Manager => Some("11100000000013338W011"),
            Kind::Preview => None,
        }
    }

    /// The document's table for this kind.
    pub const fn table(self) -> &'static Table {
        match self {
            Kind::Safety => &safety::TABLE,
            Kind::Special => &special::TABLE,
            Kind::Manager => &manager::TABLE,
            Kind::Preview => &preview::TABLE,
        }
    }
}

/// One parameter block of a request body: what stands around the records, and the rows of one record.
#[derive(Debug)]
pub struct Table {
    /// The kind whose table this is.
    pub kind: Kind,
    /// The certificate's full title.
    pub title: &'static str,
    /// The `certType` that goes with it; none for the preview, which serves all three.
    pub cert_type: Option<&'static str>,
    /// The block's name in the body, for instance `safeCertParameter`.
    pub block: &'static str,
    /// The list's name in the block, as this kind's own sample writes it (reading R3).
    pub list_key: &'static str,
    /// How a certificate number of this kind is written, for people to read.
    pub number_form: Option<&'static str>,
    /// The rows, in the document's order.
    pub fields: &'static [Field],
}

impl Table {
    /// The place of a field in the table.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| same(field.name, name))
    }

    /// The place of a field that probably stands at a certain one.
    pub fn index_from(&self, expected: usize, name: &str) -> Option<usize> {
        match self.fields.get(expected) {
            Some(field) if same(field.name, name) => Some(expected),
            _ => self.index_of(name),
        }
    }

    /// The place of the field that plays a role, where the table has one.
    pub fn with_role(&self, role: Role) -> Option<usize> {
        self.fields.iter().position(|field| field.role == role)
    }

    /// Where a row stands in the document: block and printed number, for instance `safeCertParameter 19`. The
    /// document starts a part of the manager's numbers again; the second row of a number says so.
    pub fn cite(&self, index: usize) -> String {
        let Some(field) = self.fields.get(index) else { return self.block.to_owned() };
        let mut cite = String::from(self.block);
        cite.push(' ');
        push_number(&mut cite, field.number);
        if self.fields.iter().take(index).any(|earlier| earlier.number == field.number) {
            cite.push_str(" (2nd)");
        }
        cite
    }
}

fn push_number(text: &mut String, number: u8) {
    if number >= 10 {
        text.push(char::from(b'0' + number / 10));
    }
    text.push(char::from(b'0' + number % 10));
}

pub(crate) use same::{same, same_bytes};

/// The places of the bits of a mask, from the first.
pub(crate) fn places(mut mask: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = mask.trailing_zeros() as usize;
        mask &= mask.checked_sub(1)?;
        Some(place)
    })
}

/// The most rows that any table has.
pub const MAX_FIELDS: usize = 27;

/// The member of the body that names the certificate's type.
pub const CERT_TYPE: &str = "certType";
/// The two spellings of the list's name that the document's samples have (reading R3).
pub const LIST_KEYS: [&str; 2] = ["acceptData", "AcceptData"];
/// The members of one entry of `businessInformation`.
pub const ITEM_MEMBERS: [&str; 2] = ["itemvalue", "itemtext"];

/// The place of a field in a table, for tables of rules: a wrong name does not compile.
pub(crate) const fn place(kind: Kind, name: &str) -> u8 {
    let fields = kind.table().fields;
    let mut index = 0;
    while index < fields.len() {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time, where a wrong index does not build")]
        if same(fields[index].name, name) {
            return index as u8;
        }
        index += 1;
    }
    #[allow(clippy::panic, reason = "evaluated at compile time: the build stops here")]
    {
        panic!("no field of that name stands in the table")
    }
}

// The row counts of the document: a lost row does not compile.
const _: () = assert!(safety::TABLE.fields.len() == 22);
const _: () = assert!(special::TABLE.fields.len() == 21);
const _: () = assert!(manager::TABLE.fields.len() == 27 && MAX_FIELDS == 27);
const _: () = assert!(preview::TABLE.fields.len() == 3);
