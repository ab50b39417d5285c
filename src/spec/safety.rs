//! 参数 safeCertParameter: the 22 fields of a 安全生产许可证 (interface document, 业务数据归集赋码).

use super::Type::{Date, Text};
use super::dictionary::{id_type, info_type, operate_type, province, state};
use super::pattern::SAFETY_NUMBER_FORM;
use super::row::{
    Format,
    Need::{No, When, Yes},
    Role, row, words,
};
use super::{Kind, Table, special::STATE_TEXT};

pub(super) static TABLE: Table = Table {
    kind: Kind::Safety,
    title: words("建筑施工企业安全生产许可证"),
    cert_type: Some("1"),
    block: "safeCertParameter",
    list_key: "acceptData",
    number_form: Some(words(SAFETY_NUMBER_FORM)),
    fields: &[
        row(1, "数据唯一标识", "eCertID", Text, 50, Yes, "全球唯一标识，32 位").role(Role::RecordId),
        row(2, "所属省份", "provinceNum", Text, 6, Yes, "省级行政区划代码，取自民政部 2020 年代码表")
            .format(Format::Code(&province::PROVINCES))
            .role(Role::Province),
        row(3, "证书编号", "certNum", Text, 25, Yes, "安全生产许可证的唯一编号，按电子证照标准附录 A.1 的规则生成")
            .format(Format::CertNumber)
            .role(Role::CertNumber),
        row(4, "发证机关", "issuAuth", Text, 50, Yes, "审核、签发许可证的省级住房城乡建设主管部门，写全称或规范简称"),
        row(5, "发证机关代码", "issuAuthCode", Text, 18, Yes, "发证机关自己的统一社会信用代码").format(Format::CreditCode),
        row(6, "发证日期", "issuDate", Date, 8, Yes, "签发许可证的日期，公历，精确到日"),
        row(7, "企业名称", "companyName", Text, 200, Yes, "持证企业的名称，与营业执照上的企业名称一致"),
        row(8, "统一社会信用代码", "creditCode", Text, 18, Yes, "持证企业的统一社会信用代码").format(Format::CreditCode).role(Role::Holder),
        row(9, "单位地址", "companyAddress", Text, 200, Yes, "持证企业的地址，与营业执照上的住所一致"),
        row(10, "法定代表人", "responsiblePerson", Text, 20, Yes, "持证企业的法定代表人，与营业执照一致"),
        row(11, "法定代表人身份证件号码", "responsiblePersonID", Text, 18, Yes, "法定代表人有效身份证件上的号码").format(Format::IdNumber),
        row(12, "法定代表人身份证件号码类型", "responsiblePersonIDType", Text, 10, Yes, "证件号码的类型，代码取自 GB/T 36903-2018 附录 A")
            .format(Format::Code(&id_type::ID_TYPES)),
        row(13, "经济类型", "economicType", Text, 20, Yes, "持证企业的经济类型，与营业执照上的经济性质一致").format(Format::EconomicType),
        row(14, "许可范围", "licenseScope", Text, 4, Yes, "固定填写“建筑施工”").format(Format::Fixed("建筑施工")),
        row(15, "有效期起始日期", "effectiveDate", Date, 8, Yes, "有效期的第一天，公历，精确到日"),
        row(16, "有效期结束日期", "expiringDate", Date, 8, Yes, "有效期的最后一天，公历，精确到日"),
        row(17, "首次发证日期", "firstIssuDate", Date, 8, Yes, "该证书第一次签发时所载的发证日期"),
        row(18, "证书状态", "certState", Text, 2, Yes, "代码取自数据交换接口规范 7.1.3.1 证书状态类型字典")
            .format(Format::Code(&state::SAFETY))
            .role(Role::State),
        row(19, "证书状态描述", "certStatusDescription", Text, 200, When(&STATE_TEXT), "证书状态为 99（其他）时补充说明")
            .role(Role::StateText),
        row(20, "关联证照标识", "associatedZzeCertID", Text, 72, No, "本证所替代的、最近失效的那份安全生产许可电子证照的证照标识")
            .format(Format::LicenceId)
            .role(Role::Predecessor),
        row(21, "业务信息", "businessInformation", Text, 5000, No, "按类型和内容组织的扩展信息，类型取自 7.1.3.2 扩展信息类型字典")
            .format(Format::Info(&info_type::SAFETY)),
        row(22, "操作类型", "operateType", Text, 2, Yes, "代码取自 7.1.3.3，与证书状态的搭配见 7.1.3.4；01 和 02 会赋二维码")
            .format(Format::Code(&operate_type::SAFETY))
            .role(Role::Operation),
    ],
};
