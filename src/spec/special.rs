//! 参数 specialCertParameter: the 21 fields of a 特种作业操作资格证书 (interface document, 业务数据归集赋码).

use super::Type::{Date, LongText, Text};
use super::dictionary::{category, gender, id_type, info_type, operate_type, province, state};
use super::pattern::SPECIAL_NUMBER_FORM;
use super::row::{
    Condition, Format,
    Need::{No, When, Yes},
    Role, Test, row, words,
};
use super::short::codes;
use super::{Kind, Table};

/// 证书状态 99 needs words, on all three certificates (safeCertParameter 19, specialCertParameter 18, managerCertParameter 24).
pub(super) static STATE_TEXT: Condition = Condition {
    rule: "state/description-when-other",
    zh: words("证书状态为 99（其他）时必填"),
    en: words("required when certState is 99 (other)"),
    one_of: &[],
    any: &[&[Test { field: "certState", listed: true, codes: &codes(["99"]) }]],
};

static CATEGORY_TEXT: Condition = Condition {
    rule: "category/description-when-other",
    zh: words("工种类别为 99 时必填"),
    en: words("required when operationCategory is 99"),
    one_of: &[],
    any: &[&[Test { field: "operationCategory", listed: true, codes: &codes(["99"]) }]],
};

pub(super) static TABLE: Table = Table {
    kind: Kind::Special,
    title: words("建筑施工特种作业操作资格证书"),
    cert_type: Some("2"),
    block: "specialCertParameter",
    list_key: "acceptData",
    number_form: Some(words(SPECIAL_NUMBER_FORM)),
    fields: &[
        row(1, "数据唯一标识", "eCertID", Text, 50, Yes, "全球唯一标识，32 位").role(Role::RecordId),
        row(2, "所属省份", "provinceNum", Text, 6, Yes, "省级行政区划代码，取自民政部 2020 年代码表")
            .format(Format::Code(&province::PROVINCES))
            .role(Role::Province),
        row(3, "证书编号", "certNum", Text, 25, Yes, "操作资格证书的唯一编号，按电子证照标准附录 A.1 的规则生成")
            .format(Format::CertNumber)
            .role(Role::CertNumber),
        row(4, "发证机关", "issuAuth", Text, 50, Yes, "审核、签发证书的省级住房城乡建设主管部门，写全称或规范简称"),
        row(5, "发证机关代码", "issuAuthCode", Text, 18, Yes, "发证机关自己的统一社会信用代码").format(Format::CreditCode),
        row(6, "初次领证日期", "issuedDate", Date, 8, Yes, "第一次领取该证书的日期，公历，精确到日"),
        row(7, "发证日期", "issuDate", Date, 8, Yes, "签发证书的日期，公历，精确到日"),
        row(8, "有效期起始日期", "effectiveDate", Date, 8, Yes, "有效期的第一天，公历，精确到日"),
        row(9, "有效期结束日期", "expiringDate", Date, 8, Yes, "有效期的最后一天，公历，精确到日"),
        row(10, "姓名", "name", Text, 50, Yes, "持证人员的姓名"),
        row(11, "性别", "gender", Text, 1, Yes, "持证人员的性别：1 男，2 女").format(Format::Code(&gender::GENDERS)),
        row(12, "身份证件号码", "identityCard", Text, 18, Yes, "持证人员有效身份证件上的号码").format(Format::IdNumber).role(Role::Holder),
        row(13, "身份证件号码类型", "identityCardType", Text, 3, Yes, "证件号码的类型，代码取自 GB/T 36903-2018 附录 A")
            .format(Format::Code(&id_type::ID_TYPES)),
        row(14, "照片", "photo", LongText, 0, Yes, "jpg 或 png 照片的 Base64 文本，分辨率 200–300 dpi，不超过 50 KB")
            .format(Format::Photo)
            .role(Role::Photo),
        row(15, "工种类别", "operationCategory", Text, 2, Yes, "代码取自数据交换接口规范 7.2.3.2 工种类别字典")
            .format(Format::Code(&category::OPERATIONS))
            .role(Role::Category),
        row(16, "工种类别描述", "categoryDescription", Text, 200, When(&CATEGORY_TEXT), "工种类别为 99 时补充说明"),
        row(17, "证书状态", "certState", Text, 2, Yes, "代码取自数据交换接口规范 7.2.3.1 证书状态字典")
            .format(Format::Code(&state::SPECIAL))
            .role(Role::State),
        row(18, "证书状态描述", "certStatusDescription", Text, 200, When(&STATE_TEXT), "证书状态为 99（其他）时补充说明")
            .role(Role::StateText),
        row(19, "关联证照标识", "associatedZzeCertID", Text, 72, No, "本证所替代的、最近失效的那份特种作业电子证照的证照标识")
            .format(Format::LicenceId)
            .role(Role::Predecessor),
        row(20, "业务信息", "businessInformation", Text, 5000, No, "按类型和内容组织的扩展信息，类型取自 7.2.3.3 扩展信息类型字典")
            .format(Format::Info(&info_type::SPECIAL)),
        row(21, "操作类型", "operateType", Text, 2, Yes, "代码取自 7.2.3.4，与证书状态的搭配见 7.2.3.5；01 和 02 会赋二维码")
            .format(Format::Code(&operate_type::SPECIAL))
            .role(Role::Operation),
    ],
};
