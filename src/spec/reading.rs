//! How the document is read where it is silent or at odds with itself: numbered, so that an issue can cite it.
//!
//! Source: the interface document and its samples; what else is known of the ministry's platform says which reading fits.

/// One reading.
#[derive(Debug)]
pub struct Reading {
    /// Its number: an issue cites it as `reading R5`.
    pub number: u8,
    /// What the document says, or leaves open.
    pub document: &'static str,
    /// How it is read, in Chinese.
    pub zh: &'static str,
    /// How it is read, in English.
    pub en: &'static str,
}

const fn reading(number: u8, document: &'static str, zh: &'static str, en: &'static str) -> Reading {
    Reading { number, document, zh, en }
}

/// Every reading, by number.
pub static ALL: [Reading; 25] = [
    reading(
        1,
        "日期是“日期型 8”，样例却都写作 2021-03-24",
        "报文中写 yyyy-MM-dd。yyyyMMdd 也接受，发送时改写为 yyyy-MM-dd。其他写法或不存在的日子是 field/date。年份 1900–2199。不按长度 8 检查",
        "yyyy-MM-dd goes on the wire; yyyyMMdd is accepted and rewritten. Any other form, or a day that does not exist, is field/date. Years 1900–2199. The length 8 is not applied",
    ),
    reading(
        2,
        "字段长度没有单位；licenseScope 长度为 4，内容是“建筑施工”",
        "长度按字符计：一个汉字、一个字母、一个 Unicode 标量值都是 1",
        "Lengths count characters: every Unicode scalar value is one, a character outside the basic plane too",
    ),
    reading(
        3,
        "两个样例的列表叫 acceptData，安管人员的样例叫 AcceptData",
        "每类证书按它自己的样例写，可用选项改。读取时两种写法都认，同一参数块里两个都有是 request/shape",
        "Each kind is written as in its own sample, unless an option says otherwise. Either name is read; both in one block is request/shape",
    ),
    reading(
        4,
        "businessInformation 是“字符型 5000”的 JSON 串，样例却是数组",
        "数组，或装着该数组的字符串，都接受。5000 按序列化后的文本计。报文里写数组，可用选项改为字符串",
        "An array, or a string that holds it, is accepted. 5000 counts the serialised text. The wire has the array; an option makes it a string",
    ),
    reading(
        5,
        "证书状态为 99 时要写描述；安管人员的描述是一句固定的话",
        "状态 99 必填。安管人员只能写那句话；缺末尾句号是 state/description-stop，发送时补全。其他状态下的描述不检查内容",
        "Required at 99. A manager's must be that sentence; without its final stop it is state/description-stop and is written whole. Words beside another state are left alone",
    ),
    reading(
        6,
        "技术职称和文化程度：“A证（法人）、B证 非必填；A证（非法人）、C证 选填一项”",
        "法人指职务 01，这是唯一能看出来的字段。A（职务不是 01）、C1、C2、C3 至少填一项，两项都填也可以",
        "法人 is appointment 01, the only field that tells it. A (not 01), C1, C2 and C3 give at least one of the two; both may be given",
    ),
    reading(
        7,
        "出生日期“与持证人身份证件记载信息一致”",
        "证件类型为 111 且号码构成正确时，出生日期须等于号码第 7–14 位；这是文档的要求，所以是错误",
        "With document type 111 and a well-formed number it must equal digits 7–14; the document asks for it, so it is an error",
    ),
    reading(
        8,
        "“certType=1 时 specialCertParameter、managerCertParameter 为空”",
        "自己的参数块至少有一条记录；其他参数块须缺省、为 null、空文本、空对象、空数组，或只含空列表。其中的记录不检查",
        "The own block holds at least one record; the others are absent, null, an empty text, object or array, or hold an empty or null list. Their records are not checked",
    ),
    reading(
        9,
        "eCertID 是“32位全球唯一标识符”，长度 50，样例是带连字符的 32 个字符",
        "1–50 个字符都可发送；不是 32 个十六进制字符也不是 UUID 的给出警告。同一请求内重复是错误，同一批次内重复是警告，并指出两条记录",
        "1–50 characters pass; what is neither 32 hexadecimal digits nor a UUID is a warning. Twice in a request is an error, twice in a batch a warning that names both records",
    ),
    reading(
        10,
        "证照标识长度 72，而部里安管人员的证照标识有 73 个字符",
        "合乎证照标识构成的文本可以有 73 个字符，不论校验位对错；其他的是 field/max-length",
        "A text built like a licence id may have 73 characters, whatever its check character; any other is field/max-length",
    ),
    reading(
        11,
        "样例里的 “….ANNNNNNN.001.X” 只是占位，不是有效的证照标识",
        "zze/format 在 document 下是警告，在 strict 下是错误",
        "zze/format is a warning under the profile document and an error under strict",
    ),
    reading(
        12,
        "url “需https域名互联网访问”",
        "https（不分大小写），主机名至少两级，不能是 IP 地址或 localhost，端口不限，不带用户名，最多 200 个字符；国际化域名可用",
        "https in any case, a host name of at least two labels (no IP address, no localhost), any port, no user name, at most 200 characters; internationalised names pass",
    ),
    reading(
        13,
        "多数字典在另一份规范里",
        "文档或两个来源给全、且未见用到其他代码的字典是封闭的，其余开放。开放字典里未列出的代码，形式对的是 field/code-unlisted，形式不对的是 field/code。形式：证件类型三位数字，其他两位数字。所属省份 660000 按未列出处理。使用方可替换任何字典",
        "A dictionary is closed where the document or two sources give all of it and nothing beyond is seen in use, else open. In an open one an unlisted code of the right shape is field/code-unlisted, of the wrong shape field/code. Shapes: three digits for document types, two for the others. The province 660000 counts as unlisted. A host can replace any dictionary",
    ),
    reading(
        14,
        "照片是 “Base64字符串”，jpg、png，200-300dpi，不超过 50KB",
        "裸 Base64，或带 data:image/png、jpg、jpeg 前缀（逗号后可有一个空格）。中间的空白、缺少的填充和末尾多余的位都予容忍；报文里没有换行。格式看文件自身的开头字节；超过 51 200 字节是 photo/size。分辨率读 PNG pHYs 或 JPEG JFIF/Exif；不在 200–300 之间和没有标明，各是一种警告",
        "Bare base64, or a data:image/png, jpg or jpeg prefix with or without one space after the comma. White space, missing padding and spare last bits are forgiven; the wire has no line breaks. The file's own first bytes tell its format; more than 51 200 bytes is photo/size. Resolution comes from PNG pHYs or JPEG JFIF/Exif; outside 200–300, and none, are two warnings",
    ),
    reading(
        15,
        "样例中 ReturnCode 1 的 encryCertid 在顶层，实际答复常在 ReturnData.SuccessData[] 里",
        "两处都读。只送一条记录时，顶层的一对属于这条记录；送多条时不归任何一条，只随这次调用报告",
        "Both are read. With one record sent, a top-level pair is that record's; with several it is nobody's and is reported for the call",
    ),
    reading(
        16,
        "encryKey 的样例有尾部空格、换行，并缺少填充",
        "解码前去掉空白，补足填充",
        "White space is dropped and padding restored before decoding",
    ),
    reading(
        17,
        "Java 样例用字符串拼接 SOAP 报文，得到的不是合格的 XML，值也没有转义",
        "报文合格，每个值都转义；名称、命名空间和 xsi:type 与样例相同",
        "The envelope is well formed and every value escaped; names, namespaces and xsi:type are the sample's",
    ),
    reading(
        18,
        "logType “1-正常日志、2-熔断日志、异常日志”；status “200-正常,500-异常”，样例却发 “1”",
        "日志条目是有类型的值：logType 为 1 或 2（3 按异常日志接受），status 为 200 或 500（其他给出警告），时间写 yyyy-MM-dd HH:mm:ss",
        "Log entries are typed values: logType 1 or 2 (3 is taken as 异常日志), status 200 or 500 (others with a warning), times yyyy-MM-dd HH:mm:ss",
    ),
    reading(
        19,
        "操作类型 01、02 “会进行二维码赋码”，实际上变更、转入后也会返回赋码",
        "01 和 02 之后应有赋码，其他操作之后有也接受",
        "Codes are expected after 01 and 02, and accepted after any operation",
    ),
    reading(
        20,
        "样例请求不是合法的 JSON（缺一个逗号），并且三个参数块都有内容",
        "样例按参数块分开使用，每次一类证书",
        "The sample is used one block at a time, as three requests",
    ),
    reading(
        21,
        "economicType 长度 20，又须与营业执照一致，而有两种登记类型为 21 和 22 个字符",
        "有限责任公司（自然人投资或控股的法人独资）和有限责任公司（非自然人投资或控股的法人独资），括号全角半角均可，是 economic-type/length；其他超过 20 个字符的是 field/max-length",
        "有限责任公司（自然人投资或控股的法人独资） and 有限责任公司（非自然人投资或控股的法人独资）, with brackets of either width, are economic-type/length; anything else over 20 characters is field/max-length",
    ),
    reading(
        22,
        "没有说明首尾空白、空文本和表外的字段",
        "检查和发送都用去掉首尾空白（含 U+FEFF、U+200B）的值，只有 field/whitespace 看原值。选填字段为 null 或空白即视为没有，不发送。certType、字段名和业务信息里的文本原样使用。表外字段不发送，除非选项放行",
        "Every check and the payload use the value trimmed of white space, U+FEFF and U+200B at both ends; only field/whitespace reads it raw. An optional field that is null or blank is absent and left out. certType, field names and the texts in businessInformation are taken as they are. Fields outside the table are left out unless an option names them",
    ),
    reading(
        23,
        "没有规定问题的次序和位置",
        "一个问题只在一个字段上，次序先按表中字段，再按规则。跨字段的规则在所读字段有错误或缺省时不运行；读身份证号码的，在号码构成或出生日期不对时也不运行。今天的日期由外部给出，没有时不做与今天有关的检查。一个字段的自身检查最多给出一个错误",
        "An issue stands at one field; issues come in the table's order of fields, then in the order of rules. A rule across fields does not run when one of them has an error or is absent, nor, where it reads an identity number, when its shape or birth date is wrong. Today is an input: without it the tests of it do not run. A field has at most one error from its own checks",
    ),
    reading(
        24,
        "没有规定依据如何给出",
        "每个问题都带出处：文档的条目、标准，或这里某条读法的编号",
        "Every issue cites a clause of the document, a standard, or the number of a reading here",
    ),
    reading(
        25,
        "没有规定报文的次序和取舍",
        "报文先写 certType，再写自己的参数块，别无其他。字段按文档次序，缺省和表外字段略去；值去掉首尾空白，日期写 yyyy-MM-dd，安管人员的固定句补全，业务信息写数组，其余原样。normalise 还会写规范的证书编号、大写校验字母、代码中的半角数字和不带前缀的照片",
        "The body has certType, then the own block, and nothing else. Fields stand in the document's order, absent and unknown ones are left out; values are trimmed, dates yyyy-MM-dd, the manager's sentence whole, businessInformation an array, all else as given. normalise also writes the canonical certNum, capital check letters, half-width digits in codes and a bare photo",
    ),
];

/// The reading that a citation names, for instance `reading R5`.
pub fn cited(cite: &str) -> Option<&'static Reading> {
    let number = cite.strip_prefix("reading R")?;
    ALL.iter().find(|reading| number.parse() == Ok(reading.number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::pattern;

    #[test]
    fn stand_by_number() {
        assert!(ALL.iter().map(|reading| reading.number).eq(1..=25));
    }

    #[test]
    fn the_patterns_cite_readings_that_exist() {
        for pattern in pattern::ALL.iter().filter(|pattern| pattern.cite.starts_with("reading")) {
            assert!(cited(pattern.cite).is_some(), "{}", pattern.id);
        }
    }

    #[test]
    fn no_part_is_empty() {
        assert!(ALL.iter().all(|reading| !reading.document.is_empty() && !reading.zh.is_empty() && !reading.en.is_empty()));
    }
}
