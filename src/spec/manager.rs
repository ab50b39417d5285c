//! 参数 managerCertParameter: the 27 fields of a 安管人员考核合格证书 (interface document, 业务数据归集赋码).
//!
//! The printed numbers run 1–24 and then 19–21 once more; the rows keep them as printed.

use super::Type::{Date, LongText, Text};
use super::dictionary::{category, gender, id_type, info_type, operate_type, person, province, state};
use super::pattern::MANAGER_NUMBER_FORM;
use super::row::{
    Condition, Format,
    Need::{No, When, Yes},
    Role, Test, row, words,
};
use super::short::codes;
use super::{Kind, Table, special::STATE_TEXT};

/// Of title and degree one is needed, but not for B, nor for A held by the legal representative (reading R6).
static TITLE_OR_DEGREE: Condition = Condition {
    rule: "manager/title-or-degree",
    zh: words("A 证（非法定代表人）、C 证：技术职称与文化程度至少填一项；A 证（法定代表人）、B 证：可不填"),
    en: words("A (not the legal representative), C1, C2, C3: at least one of technicalTitle and educationDegree; otherwise optional"),
    one_of: &["technicalTitle", "educationDegree"],
    any: &[
        &[Test { field: "categoryCode", listed: true, codes: &codes(["C1", "C2", "C3"]) }],
        &[
            Test { field: "categoryCode", listed: true, codes: &codes(["A"]) },
            Test { field: "appointment", listed: false, codes: &codes(["01"]) },
        ],
    ],
};

pub(super) static TABLE: Table = Table {
    kind: Kind::Manager,
    title: words("建筑施工企业安全生产管理人员考核合格证书"),
    cert_type: Some("3"),
    block: "managerCertParameter",
    list_key: "AcceptData",
    number_form: Some(words(MANAGER_NUMBER_FORM)),
    fields: &[
        row(1, "数据唯一标识", "eCertID", Text, 50, Yes, "全球唯一标识，32 位").role(Role::RecordId),
        row(2, "所属省份", "provinceNum", Text, 6, Yes, "省级行政区划代码，取自民政部 2020 年代码表")
            .format(Format::Code(&province::PROVINCES))
            .role(Role::Province),
        row(3, "证书编号", "certNum", Text, 23, Yes, "考核合格证书的唯一编号，按电子证照标准附录 A.1 的规则生成")
            .format(Format::CertNumber)
            .role(Role::CertNumber),
        row(4, "发证机关", "issuAuth", Text, 50, Yes, "审核、签发证书的省级住房城乡建设主管部门，写全称或规范简称"),
        row(5, "发证机关代码", "issuAuthCode", Text, 18, Yes, "发证机关自己的统一社会信用代码").format(Format::CreditCode),
        row(6, "初次领证日期", "issuedDate", Date, 8, Yes, "第一次领取该证书的日期，公历，精确到日"),
        row(7, "发证日期", "issuDate", Date, 8, Yes, "签发证书的日期，公历，精确到日"),
        row(8, "有效期起始日期", "effectiveDate", Date, 8, Yes, "有效期的第一天，公历，精确到日"),
        row(9, "有效期结束日期", "expiringDate", Date, 8, Yes, "有效期的最后一天，公历，精确到日"),
        row(10, "岗位类别代码", "categoryCode", Text, 2, Yes, "代码取自数据交换接口规范 7.3.3.2 岗位类别字典")
            .format(Format::Code(&category::POSTS))
            .role(Role::Category),
        row(11, "姓名", "name", Text, 50, Yes, "持证人员的姓名"),
        row(12, "性别", "gender", Text, 1, Yes, "持证人员的性别：1 男，2 女").format(Format::Code(&gender::GENDERS)),
        row(13, "出生日期", "birthDate", Date, 8, Yes, "持证人的出生日期，与身份证件一致，公历，精确到日"),
        row(14, "身份证件号码", "identityCard", Text, 18, Yes, "持证人员有效身份证件上的号码").format(Format::IdNumber).role(Role::Holder),
        row(15, "身份证件号码类型", "identityCardType", Text, 3, Yes, "证件号码的类型，代码取自 GB/T 36903-2018 附录 A")
            .format(Format::Code(&id_type::ID_TYPES)),
        row(16, "企业名称", "companyName", Text, 200, Yes, "聘用持证人的企业名称"),
        row(17, "统一社会信用代码", "creditCode", Text, 18, Yes, "聘用持证人的企业的统一社会信用代码").format(Format::CreditCode),
        row(18, "职务", "appointment", Text, 2, Yes, "代码取自数据交换接口规范 7.3.3.3 职务字典")
            .format(Format::Code(&person::APPOINTMENTS)),
        row(19, "技术职称", "technicalTitle", Text, 2, When(&TITLE_OR_DEGREE), "代码取自 7.3.3.4 技术职称字典；部分人员与文化程度选填一项")
            .format(Format::Code(&person::TITLES)),
        row(
            20,
            "文化程度",
            "educationDegree",
            Text,
            2,
            When(&TITLE_OR_DEGREE),
            "代码取自 7.3.3.5 文化程度字典；部分人员与技术职称选填一项",
        )
        .format(Format::Code(&person::DEGREES)),
        row(21, "专业", "major", Text, 20, No, "持证人员的专业"),
        row(22, "照片", "photo", LongText, 0, Yes, "jpg 或 png 照片的 Base64 文本，分辨率 200–300 dpi，不超过 50 KB")
            .format(Format::Photo)
            .role(Role::Photo),
        row(23, "证书状态", "certState", Text, 2, Yes, "代码取自数据交换接口规范 7.3.3.1 证书状态字典")
            .format(Format::Code(&state::MANAGER))
            .role(Role::State),
        row(24, "证书状态描述", "certStatusDescription", Text, 200, When(&STATE_TEXT), "证书状态为 99（其他）时写一句固定的话")
            .role(Role::StateText),
        row(19, "关联证照标识", "associatedZzeCertID", Text, 72, No, "本证所替代的、最近失效的那份安管人员电子证照的证照标识")
            .format(Format::LicenceId)
            .role(Role::Predecessor),
        row(20, "业务信息", "businessInformation", Text, 5000, No, "按类型和内容组织的扩展信息，类型取自 7.3.3.6 扩展信息类型字典")
            .format(Format::Info(&info_type::MANAGER)),
        row(21, "操作类型", "operateType", Text, 2, Yes, "代码取自 7.3.3.7，与证书状态的搭配见 7.3.3.8；01 和 02 会赋二维码")
            .format(Format::Code(&operate_type::MANAGER))
            .role(Role::Operation),
    ],
};
