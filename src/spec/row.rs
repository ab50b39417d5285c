//! The grammar of a table row: the document's seven columns, and what the library adds to them.
//!
//! A row reads as in the document, left to right: 序号, 数据名称, 字段名称, 字段类型, 字段长度, 是否必填, 备注. What
//! follows in `.format(…)` and `.role(…)` is ours: which values the field holds, and what it is for.

use super::{Dictionary, Head, Short};

/// One row of a table.
#[derive(Debug)]
pub struct Field {
    /// 序号, as printed; the manager's table starts a part of its numbers again.
    pub number: u8,
    /// 数据名称, the title a clerk knows.
    pub title: &'static str,
    /// 字段名称, the name on the wire.
    pub name: &'static str,
    /// 字段类型.
    pub ty: Type,
    /// 字段长度, in characters (reading R2); the document gives none for a photo.
    pub length: Option<u16>,
    /// 是否必填.
    pub need: Need,
    /// 备注: what the document remarks, in short, as help for the person who fills the field.
    pub remark: &'static str,
    /// Which values the field holds.
    pub format: Format,
    /// What the field is for, where other code must find it.
    pub role: Role,
    /// How many characters a text may have: 字段长度, where that is applied to the text itself.
    pub(crate) room: u32,
    /// How a member of that name begins.
    pub(crate) head: Head,
}

/// 字段类型.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// 字符型.
    Text,
    /// 日期型.
    Date,
    /// 文本型 (text), without a length.
    LongText,
}

impl Type {
    /// The document's word.
    pub const fn title(self) -> &'static str {
        match self {
            Type::Text => "字符型",
            Type::Date => "日期型",
            Type::LongText => "文本型",
        }
    }
}

/// 是否必填.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// 是.
    Yes,
    /// 否.
    No,
    /// 满足条件必填 / 符合条件必填.
    When(&'static Condition),
}

/// When a field, or one of a group, is required.
#[derive(Debug)]
pub struct Condition {
    /// The rule that speaks when the condition holds and nothing is given.
    pub rule: &'static str,
    /// The condition in words, for people.
    pub zh: &'static str,
    /// The condition in words, in English.
    pub en: &'static str,
    /// The fields of which one suffices; empty where the field itself is required.
    pub one_of: &'static [&'static str],
    /// The condition holds when every test of any one row holds.
    pub any: &'static [&'static [Test]],
}

/// One test of a condition: a field is given, and its code is (or is not) among these.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The field that is read.
    pub field: &'static str,
    /// Whether the code must stand in the list, or must not.
    pub listed: bool,
    /// The codes.
    pub codes: &'static [Short],
}

/// Which values a field holds. `record` has the parser of each.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// Any text.
    Plain,
    /// `yyyy-MM-dd` (reading R1).
    Date,
    /// A code of a dictionary.
    Code(&'static Dictionary),
    /// This one text.
    Fixed(&'static str),
    /// 经济类型: any text; two registry types are longer than the field (reading R21).
    EconomicType,
    /// The number of an identity document.
    IdNumber,
    /// 统一社会信用代码, GB 32100.
    CreditCode,
    /// 证书编号 of the table's kind.
    CertNumber,
    /// 证照标识 (reading R10 for its length).
    LicenceId,
    /// A photo as base64 (reading R14).
    Photo,
    /// 业务信息: an array of type and text (reading R4), the types from a dictionary.
    Info(&'static Dictionary),
    /// An https address (reading R12).
    Url,
}

impl Format {
    /// The dictionary the field's codes come from.
    pub const fn dictionary(self) -> Option<&'static Dictionary> {
        match self {
            Format::Code(dictionary) => Some(dictionary),
            _ => None,
        }
    }

    /// Whether 字段长度 is applied to the text itself: not to dates (reading R1), photos, or 业务信息 (reading R4).
    pub const fn limited(self) -> bool {
        !matches!(self, Format::Date | Format::Photo | Format::Info(_))
    }
}

/// What a field is for: code outside the tables asks for the role, never for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing that other code must know.
    None,
    /// The record's own id, by which replies name it.
    RecordId,
    /// 证书编号.
    CertNumber,
    /// The licence id of the certificate that this one replaces.
    Predecessor,
    /// The licence id of the certificate itself.
    LicenceId,
    /// The QR assignment.
    Assignment,
    /// The photo.
    Photo,
    /// 证书状态描述: one kind has a fixed sentence for it.
    StateText,
    /// 所属省份.
    Province,
    /// 证书状态.
    State,
    /// 操作类型.
    Operation,
    /// Whose certificate it is: the company's, or the person's.
    Holder,
    /// The trade or post of a person's certificate: with the holder it tells which certificate it is.
    Category,
}

/// How grave an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Severity {
    /// Worth a look; the record may be sent.
    Warning = 1,
    /// The record would be refused.
    Error = 2,
}

impl Severity {
    /// The name used in reports and options.
    pub const fn id(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Words for people. The wasm builds leave them out: the package has them in its generated data, and puts them to the numbers
/// of the core only when somebody reads them.
pub(super) const fn words(text: &'static str) -> &'static str {
    if cfg!(feature = "words") { text } else { "" }
}

/// A row in the document's columns.
pub(super) const fn row(
    number: u8,
    title: &'static str,
    name: &'static str,
    ty: Type,
    length: u16,
    need: Need,
    remark: &'static str,
) -> Field {
    let length = if length == 0 { None } else { Some(length) };
    let format = if matches!(ty, Type::Date) { Format::Date } else { Format::Plain };
    let (title, remark) = (words(title), words(remark));
    let (head, role) = (Head::of(name), Role::None);
    let field = Field { number, title, name, ty, length, need, remark, format, role, room: 0, head };
    field.format(format)
}

impl Field {
    pub(super) const fn format(mut self, format: Format) -> Field {
        self.format = format;
        self.room = match self.length {
            Some(length) if format.limited() => length as u32,
            _ => u32::MAX,
        };
        self
    }

    pub(super) const fn role(mut self, role: Role) -> Field {
        self.role = role;
        self
    }
}
