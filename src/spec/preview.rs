//! 参数 parameter: the 3 fields of a preview address (interface document, 电子证照数据归集赋码).

use super::Type::Text;
use super::row::{Format, Need::Yes, Role, row, words};
use super::{Kind, Table};

pub(super) static TABLE: Table = Table {
    kind: Kind::Preview,
    title: words("电子证照预览地址"),
    cert_type: None,
    block: "parameter",
    list_key: "acceptData",
    number_form: None,
    fields: &[
        row(1, "二维码赋码", "ID", Text, 50, Yes, "业务数据归集成功后返回的赋码密文，按规范 5.1 解密所得").role(Role::Assignment),
        row(2, "证照标识", "zzeCertID", Text, 72, Yes, "市级电子证照系统按国家电子证照标准生成的唯一标识")
            .format(Format::LicenceId)
            .role(Role::LicenceId),
        row(3, "证照预览地址", "url", Text, 200, Yes, "电子证照预览页面的地址，须为互联网可访问的 https 域名").format(Format::Url),
    ],
};
