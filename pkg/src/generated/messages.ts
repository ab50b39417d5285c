// generated from the tables, do not edit: `cargo test --test fresh` writes it

import type { Locale } from '../shapes.js';
import type { RuleId } from './types.js';

/** What is wrong, why, and what to do. */
export function zh(): Record<RuleId, readonly [what: string, why: string, fix: string]> {
  return {
    'field/required': ['“{title}”没有填写', '接口文档规定这一项必填', '请填写“{title}”'],
    'field/type': ['“{title}”的 JSON 类型是 {found}', '这一项的类型应为 {expected}', '请改成 {expected}，数字和代码也写成带引号的字符串'],
    'field/max-length': ['“{title}”有 {length} 个字符，超过了 {max} 个', '文档给这一项规定了长度，长度按字符计算', '请缩短到 {max} 个字符以内'],
    'field/characters': ['“{title}”的第 {at} 个字符无法传输', '那是一个控制字符或残缺的字符，报文里放不下它', '请删掉这个字符，需要时重新输入'],
    'field/line-break': ['“{title}”的第 {at} 个字符是换行、制表符或看不见的控制符', '这一项只有一行，这类字符多半是复制时带进来的', '请删掉这个字符'],
    'field/whitespace': ['“{title}”的开头或末尾有空白', '首尾的空白不算内容，发送时会去掉', '请删掉首尾的空白'],
    'field/date': ['“{title}”不是有效的日期', '日期写作 yyyy-MM-dd，须是 1900 至 2199 年间真实存在的一天', '请改成 2021-03-24 这样的形式，并核对年月日'],
    'field/code': ['“{title}”不是字典中的代码', '这一项填代码，不填名称，可用的代码都列在字典中', '请从“{title}”的字典（{dictionary}）中选一个代码'],
    'field/code-unlisted': ['“{title}”的代码没有列在字典（{dictionary}）中', '公开资料里的这份字典可能不全，这个代码可能有效，也可能填错了', '请核对代码，确认无误即可照用'],
    'field/fixed': ['“{title}”不是“{fixed}”', '文档规定这一项的内容是固定的', '请填写“{fixed}”'],
    'field/unknown': ['“{name}”不是这里的字段', '接口文档没有这个名字，发送时会略去', '请检查拼写和大小写，最接近的字段名：{nearest|无}'],
    'economic-type/length': ['“{title}”比字段规定的长度长', '它是登记机关使用的类型名称，须与营业执照一致，只是字段放不下', '请与接口平台确认能否收下，内容不必缩写'],
    'state/description-when-other': ['“{title}”没有填写', '证书状态为 99（其他）时必须用文字说明', '请填写“{title}”，或改正证书状态'],
    'state/description-fixed': ['“{title}”不是规定的那句话', '安管人员的证书状态为 99 时，描述是一句固定的话', '请填写“持证人正在办理跨企业变更业务，办理完成前本证书暂不可用。”'],
    'state/description-stop': ['“{title}”少了末尾的句号', '规定的那句话带句号，发送时会补上', '请在末尾加上“。”'],
    'state/operation-agrees': ['“{title}”与证书状态不搭配', '每种操作只对应某几种证书状态；完整的关系表没有公开，这里依据实际使用的搭配', '请核对操作类型和证书状态，确认无误即可照用'],
    'category/description-when-other': ['“{title}”没有填写', '工种类别为 99 时必须说明是哪个工种', '请填写“{title}”，或改正工种类别'],
    'category/description-format': [
      '“{title}”没有按规定的格式写',
      '工种类别为 99 时，描述是一句固定的话，工种名称写在末尾的全角括号里',
      '请写成“经省级以上住房和城乡建设主管部门认定的其他工种类别（工种名称）”',
    ],
    'manager/title-or-degree': ['技术职称和文化程度都没有填写', 'A 证（非法定代表人）和 C 证要在这两项中选填一项', '请填写技术职称或文化程度'],
    'manager/birth-date-matches-id': ['“{title}”与公民身份号码中的出生日期不一致', '出生日期须与持证人身份证件上记载的一致', '请核对出生日期和身份证件号码'],
    'manager/appointment-agrees': [
      '“{title}”与岗位类别不搭配',
      '通常 A 证对应职务 01 至 06 和 99，B 证对应 07，C 证对应 08',
      '请核对职务和岗位类别，确认无误即可照用',
    ],
    'id/check-digit': ['“{title}”不是有效的公民身份号码', '号码共 18 位，开头是省份代码，中间是真实的出生日期，末位由前 17 位算出', '请对照证件逐位核对；若不是居民身份证，请改证件类型'],
    'id/spelling': ['“{title}”里有小写的 x 或全角字符', '公民身份号码用半角数字，末位的 X 大写', '请改成半角数字和大写 X'],
    'id/gender-agrees': ['“{title}”与公民身份号码不一致', '号码的第 17 位为单数是男，为双数是女', '请核对性别和身份证件号码'],
    'id/type-for-person': ['“{title}”是单位的证件类型', '001 和 099 属于法人和其他组织，这里登记的是个人', '请选自然人的证件类型，居民身份证为 111'],
    'credit-code/check-digit': ['“{title}”不是有效的统一社会信用代码', '代码共 18 位，由数字和大写字母组成（不含 I、O、S、V、Z），末位由前 17 位算出', '请对照证照逐位核对'],
    'issuer/province-level': [
      '“{title}”不像省级主管部门',
      '发证机关是省、自治区、直辖市的住房城乡建设主管部门，名称写全称或规范简称，代码以 1 开头',
      '请核对发证机关及其代码，确认无误即可照用',
    ],
    'cert-num/spelling': ['“{title}”的写法不规范', '规范的写法是“{form}”，中间没有空格，括号如式', '请改成规范的写法'],
    'cert-num/format': ['“{title}”不符合编号规则', '编号的构成是“{form}”', '请对照证书核对编号'],
    'cert-num/agrees': ['“{title}”里的类别与所填的类别不一致', '安管人员的编号含岗位类别，特种作业编号的第 3、4 位是工种类别', '请核对证书编号和类别'],
    'cert-num/province-agrees': ['“{title}”的省份简称与所属省份不一致', '编号用所属省份的简称开头', '请核对证书编号和所属省份'],
    'ecert-id/shape': ['“{title}”不是 32 位的唯一标识', '它应是 32 个十六进制字符，或带连字符的 UUID', '请使用系统生成的标识，不要改写'],
    'zze/format': ['“{title}”不是有效的证照标识', '证照标识由根代码、证照类型、发证机关、流水号、版本号和校验位组成，以点分隔，校验位由前面算出', '请从电子证照系统复制完整的标识'],
    'zze/type-agrees': ['“{title}”里的证照类型与证书类型不一致', '这类证书的证照类型代码是 {type|所选证书类型的代码}', '请核对证照标识和证书类型'],
    'zze/associated-when-renewed': [
      '“{title}”与操作类型不搭配',
      '延续、变更或转入时填写被替代的电子证照，新发时没有可填的',
      '延续、变更或转入请填写，新发请留空；原来没有电子证照的不必填写',
    ],
    'zze/serial-agrees': ['“{title}”的流水号与证书编号不一致', '流水号由证书编号中的年份和序号组成', '请核对证照标识和证书编号'],
    'dates/validity-order': ['“{title}”早于有效期起始日期', '有效期不会在开始之前结束', '请核对有效期的起始和结束日期'],
    'dates/first-not-after-issue': ['“{title}”晚于发证日期', '首次发证不会晚于本次发证', '请核对首次发证日期和发证日期'],
    'dates/first-collected': ['“{title}”晚于发证日期', '初次领证不会晚于本次发证', '请核对初次领证日期和发证日期'],
    'dates/issue-in-validity': ['“{title}”晚于有效期结束日期或晚于今天', '证书在有效期结束之前签发，也不会签发在将来', '请核对发证日期和有效期结束日期'],
    'dates/birth-before-issue': ['“{title}”不早于初次领证日期', '持证人出生在领证之前', '请核对出生日期和初次领证日期'],
    'dates/already-expired': ['“{title}”已经过去', '新发或延续的证书不应已经到期', '请核对有效期结束日期和操作类型'],
    'photo/decodable': [
      '“{title}”不是 Base64 文本',
      '照片写成 Base64 文本，前面可以有 data:image/png;base64, 或 data:image/jpeg;base64, 这样的前缀',
      '请重新选择照片文件',
    ],
    'photo/format': ['“{title}”不是 jpg 或 png 文件', '格式按文件内容判断，与前缀和文件名无关', '请换成 jpg 或 png 照片'],
    'photo/size': ['“{title}”有 {bytes} 字节，超过了 {max} 字节', '照片文件不得超过 50 KB', '请压缩或裁剪照片'],
    'photo/resolution': ['“{title}”标明的分辨率是 {x}×{y} dpi', '照片的分辨率应为 200 至 300 dpi', '请按 200 至 300 dpi 重新导出照片'],
    'photo/resolution-unknown': ['“{title}”没有标明分辨率', '照片的分辨率应为 200 至 300 dpi，文件里没有写', '请导出时写入分辨率，或确认照片合格'],
    'info/shape': ['“{title}”的结构不对', '它是一个数组（或装着这个数组的文本），每个条目只有类型和内容两项，都是字符串', '请改成规定的结构'],
    'info/length': ['“{title}”共 {length} 个字符，超过了 {max} 个', '长度按序列化之后的文本计算', '请减少条目或缩短内容'],
    'info/type-unlisted': ['“{title}”的一个条目用了未列出的类型', '公开资料里只有文档样例的类型代码，其他代码可能有效，也可能填错了', '请核对类型代码，确认无误即可照用'],
    'url/https': ['“{title}”不是 https 地址', '文档要求预览地址使用 https', '请改用以 https:// 开头的地址'],
    'url/public-host': ['“{title}”不是互联网可访问的域名地址', '预览地址要用公网域名，不能是 IP 地址、localhost 或内网主机名，也不带用户名', '请改用公网域名'],
    'preview/id-shape': ['“{title}”不是 19 位数字', '赋码解密后是省份 6 位、年份 4 位和序号 9 位', '请填写解密后的赋码，不是返回的密文'],
    'preview/duplicate-assignment': ['第 {record} 条与第 {first} 条的“{title}”相同', '一个赋码只能用一次，平台会答复“赋码已使用”', '请核对这两条记录'],
    'record/object': ['这一条不是 JSON 对象', '每条记录是一个由字段名和值组成的对象', '请改成对象，或删掉这一条'],
    'record/syntax': ['第 {at} 字节处的 JSON 无法读取，原因代码 {reason}', '每条记录须是合法的 JSON 文本', '请检查这里的引号、逗号和括号，以及文本是否完整'],
    'record/duplicate-key': ['“{name}”在同一个对象里出现了不止一次', '同名的成员只有最后一个有效', '请只保留一个'],
    'request/shape': ['请求体这个位置的结构不对，这里应为 {expected}', '请求体由证书类型和参数块组成，参数块里是记录数组', '请照接口示例调整结构'],
    'request/cert-type': ['证书类型不是 1、2 或 3', '证书类型是带引号的字符串：1 安全生产许可证，2 特种作业，3 安管人员', '请填写 1、2 或 3'],
    'request/only-own-parameter': ['这个参数块不属于所填的证书类型，却有内容', '一次请求只提交一类证书，其他参数块须为空', '请把记录放进 {own}，其他参数块留空'],
    'request/empty-list': ['没有可提交的记录', '证书类型对应的参数块至少要有一条记录', '请加入记录'],
    'request/duplicate-id': ['第 {record} 条与第 {first} 条的“{title}”相同', '标识全球唯一，平台靠它把答复对应到记录', '请给每条记录各自的标识'],
    'batch/duplicate-id': ['第 {record} 条与第 {first} 条的“{title}”相同', '标识全球唯一，同一标识不能放进一次请求', '请给每条记录各自的标识'],
    'batch/duplicate-cert-num': ['第 {record} 条与第 {first} 条的“{title}”相同', '证书编号是唯一的，可能是重复录入', '请核对这两条记录'],
  };
}

/** What is wrong, why, and what to do. */
export function en(): Record<RuleId, readonly [what: string, why: string, fix: string]> {
  return {
    'field/required': ['{name} ({title}) is missing', 'The interface document requires it', 'Fill it in'],
    'field/type': [
      '{name} ({title}) is a JSON {found}',
      'Its type is {expected}',
      'Send {expected}; numbers and codes are quoted strings too',
    ],
    'field/max-length': [
      '{name} ({title}) has {length} characters, more than {max}',
      'The document limits its length, counted in characters',
      'Shorten it to {max} characters',
    ],
    'field/characters': [
      'Character {at} of {name} ({title}) cannot be sent',
      'It is a control character or half of a surrogate pair, which no message can carry',
      'Delete it, or type it again',
    ],
    'field/line-break': [
      'Character {at} of {name} ({title}) is a line break, a tab or an invisible control',
      'The field is a single line, and such characters usually come from copying',
      'Delete it',
    ],
    'field/whitespace': [
      '{name} ({title}) begins or ends with white space',
      'White space at the ends is no content and is not sent',
      'Delete it',
    ],
    'field/date': [
      '{name} ({title}) is not a date',
      'Dates are yyyy-MM-dd, a day that exists in the years 1900 to 2199',
      'Write it like 2021-03-24 and check the day',
    ],
    'field/code': [
      '{name} ({title}) is no code of the dictionary {dictionary}',
      'The field takes a code, not a name',
      'Choose a code of the dictionary {dictionary}',
    ],
    'field/code-unlisted': [
      'The code of {name} ({title}) is not listed in the dictionary {dictionary}',
      'What is public of this dictionary may be incomplete, so the code may be right or a slip',
      'Check it, and keep it if it is meant',
    ],
    'field/fixed': ['{name} ({title}) is not “{fixed}”', 'The document fixes its text', 'Write “{fixed}”'],
    'field/unknown': [
      '“{name}” is no field here',
      'The interface document does not have this name, so it is not sent',
      'Check its spelling and case; the nearest name: {nearest|none}',
    ],
    'economic-type/length': [
      '{name} ({title}) is longer than its field',
      'It is a type of the company register and must agree with the business licence, but the field is shorter',
      'Ask the platform whether it takes it, and do not abbreviate it',
    ],
    'state/description-when-other': [
      '{name} ({title}) is missing',
      'State 99 (other) must be described in words',
      'Describe the state, or correct the code',
    ],
    'state/description-fixed': [
      '{name} ({title}) is not the sentence laid down',
      'For a manager in state 99 the description is one fixed sentence',
      'Write “持证人正在办理跨企业变更业务，办理完成前本证书暂不可用。”',
    ],
    'state/description-stop': [
      '{name} ({title}) lacks the 。 at its end',
      'The sentence laid down ends with it; it is added when the record is sent',
      'Add 。 at the end',
    ],
    'state/operation-agrees': [
      '{name} ({title}) does not go with the certificate\'s state',
      'Each operation goes with certain states; the full table is not public, so this rests on the pairs in use',
      'Check both codes, and keep them if they are meant',
    ],
    'category/description-when-other': [
      '{name} ({title}) is missing',
      'Category 99 must say which trade is meant',
      'Describe the trade, or correct the category',
    ],
    'category/description-format': [
      '{name} ({title}) is not worded as laid down',
      'For category 99 the wording is fixed, with the trade in full-width brackets at its end',
      'Write “经省级以上住房和城乡建设主管部门认定的其他工种类别（工种名称）”',
    ],
    'manager/title-or-degree': [
      'Neither 技术职称 (title) nor 文化程度 (degree) is given',
      'A certificate A of anyone but the legal representative, and any C, has one of the two',
      'Give the title or the degree',
    ],
    'manager/birth-date-matches-id': [
      '{name} ({title}) is not the birth date in the citizen\'s number',
      'The birth date must be the one on the holder\'s identity document',
      'Check the birth date and the number',
    ],
    'manager/appointment-agrees': [
      '{name} ({title}) does not go with the category of the post',
      'As a rule A goes with 01 to 06 and 99, B with 07, and C with 08',
      'Check both codes, and keep them if they are meant',
    ],
    'id/check-digit': [
      '{name} ({title}) is not a citizen\'s identity number',
      'It has 18 characters: a province, a birth date that exists, and a last one computed from the other 17',
      'Compare it with the document; if that is another document, correct its type',
    ],
    'id/spelling': [
      '{name} ({title}) holds a small x or full-width characters',
      'A citizen\'s number has plain digits and a capital X',
      'Write plain digits and a capital X',
    ],
    'id/gender-agrees': [
      '{name} ({title}) does not agree with the citizen\'s number',
      'Its 17th digit is odd for a man and even for a woman',
      'Check the gender and the number',
    ],
    'id/type-for-person': [
      '{name} ({title}) is a document type of organisations',
      '001 and 099 belong to organisations, and this is a person',
      'Choose a person\'s document type; an identity card is 111',
    ],
    'credit-code/check-digit': [
      '{name} ({title}) is not a unified social credit code',
      'It has 18 digits and capitals without I, O, S, V and Z, the last computed from the other 17',
      'Compare it with the licence',
    ],
    'issuer/province-level': [
      '{name} ({title}) does not look like a provincial authority',
      'The issuer is the housing authority of a province, by its full or standard short name, and its code begins with 1',
      'Check the issuer and its code, and keep them if they are meant',
    ],
    'cert-num/spelling': [
      '{name} ({title}) is not in the canonical spelling',
      'That is “{form}”, with these brackets and no spaces',
      'Write it so',
    ],
    'cert-num/format': [
      '{name} ({title}) is not built like a certificate number',
      'Its parts are “{form}”',
      'Compare it with the certificate',
    ],
    'cert-num/agrees': [
      'The category in {name} ({title}) is not the one given',
      'A manager\'s number holds the category of the post, and digits 3 and 4 of a worker\'s are the trade',
      'Check the number and the category',
    ],
    'cert-num/province-agrees': [
      'The province in {name} ({title}) is not the one given',
      'The number begins with the short name of the record\'s province',
      'Check the number and the province',
    ],
    'ecert-id/shape': [
      '{name} ({title}) is not a 32-digit id',
      'It should be 32 hexadecimal digits, or a UUID with its hyphens',
      'Use an id that a system made, as it is',
    ],
    'zze/format': [
      '{name} ({title}) is not a licence id',
      'It has root, type, issuer, serial, version and a computed check character, with dots between them',
      'Copy the whole id from the licence system',
    ],
    'zze/type-agrees': [
      'The licence type in {name} ({title}) is not the certificate\'s',
      'The type code of these certificates is {type|that of the chosen certificate type}',
      'Check the id and the certificate type',
    ],
    'zze/associated-when-renewed': [
      '{name} ({title}) does not go with the operation',
      'A renewal, a change or an arrival names the licence it replaces, and a new one replaces none',
      'Give it or leave it out accordingly; where no electronic licence existed there is none to give',
    ],
    'zze/serial-agrees': [
      'The serial in {name} ({title}) is not that of the certificate number',
      'It is made of the year and the serial of the number',
      'Check the id and the number',
    ],
    'dates/validity-order': [
      '{name} ({title}) is before the first day of validity',
      'A certificate does not end before it begins',
      'Check both dates',
    ],
    'dates/first-not-after-issue': [
      '{name} ({title}) is after the date of issue',
      'The first issue is not later than this one',
      'Check both dates',
    ],
    'dates/first-collected': [
      '{name} ({title}) is after the date of issue',
      'The first certificate was not collected later than this issue',
      'Check both dates',
    ],
    'dates/issue-in-validity': [
      '{name} ({title}) is after the last day of validity, or in the future',
      'A certificate is issued before it ends, and not in the future',
      'Check both dates',
    ],
    'dates/birth-before-issue': [
      '{name} ({title}) is not before the first certificate',
      'A holder is born before the certificate is collected',
      'Check both dates',
    ],
    'dates/already-expired': [
      '{name} ({title}) has passed',
      'A certificate that is newly issued or renewed has not ended already',
      'Check the date and the operation',
    ],
    'photo/decodable': [
      '{name} ({title}) is not base64 text',
      'A photo is base64 text, with or without a prefix such as data:image/png;base64, or data:image/jpeg;base64, in front',
      'Choose the photo file again',
    ],
    'photo/format': [
      '{name} ({title}) is neither a JPEG nor a PNG file',
      'The file\'s content decides, not the prefix or its name',
      'Choose a JPEG or PNG photo',
    ],
    'photo/size': [
      '{name} ({title}) has {bytes} bytes, more than {max}',
      'The photo file has at most 50 KB',
      'Compress or crop the photo',
    ],
    'photo/resolution': [
      '{name} ({title}) says {x}×{y} dpi',
      'A photo has 200 to 300 dpi',
      'Export it again with 200 to 300 dpi',
    ],
    'photo/resolution-unknown': [
      '{name} ({title}) does not say its resolution',
      'A photo has 200 to 300 dpi, and the file says none',
      'Export it with its resolution, or make sure that it is right',
    ],
    'info/shape': [
      '{name} ({title}) has the wrong structure',
      'It is an array (or a text that holds one) whose entries have a type and a text, both strings',
      'Give it that structure',
    ],
    'info/length': [
      '{name} ({title}) has {length} characters, more than {max}',
      'The serialised text is counted',
      'Give fewer or shorter entries',
    ],
    'info/type-unlisted': [
      'An entry of {name} ({title}) has a type that is not listed',
      'Only the codes of the document\'s samples are public, so this one may be right or a slip',
      'Check the code, and keep it if it is meant',
    ],
    'url/https': [
      '{name} ({title}) is not an https address',
      'The document requires https',
      'Use an address that begins with https://',
    ],
    'url/public-host': [
      '{name} ({title}) has no public host name',
      'The preview must be reachable by domain name: no IP address, no localhost, no single label, no user name',
      'Use a public domain name',
    ],
    'preview/id-shape': [
      '{name} ({title}) is not 19 digits',
      'A decrypted assignment has 6 digits of province, 4 of year and 9 of serial',
      'Give the decrypted assignment, not the returned ciphertext',
    ],
    'preview/duplicate-assignment': [
      'Records {record} and {first} have the same {name} ({title})',
      'An assignment is used once; the platform refuses the second',
      'Check both records',
    ],
    'record/object': [
      'This entry is not a JSON object',
      'Each record is an object of field names and values',
      'Make it an object, or leave it out',
    ],
    'record/syntax': [
      'The JSON cannot be read at byte {at}, reason {reason}',
      'Every record is valid JSON text',
      'Look at the quotes, commas and brackets there, and whether the text is complete',
    ],
    'record/duplicate-key': [
      '“{name}” stands more than once in one object',
      'Of members with one name only the last one counts',
      'Keep one of them',
    ],
    'request/shape': [
      'The body has the wrong structure here, where {expected} belongs',
      'A body has the certificate type and parameter blocks, and a block an array of records',
      'Arrange it as in the document\'s sample',
    ],
    'request/cert-type': [
      'The certificate type is not 1, 2 or 3',
      'It is a quoted string: 1 for safety licences, 2 for special workers, 3 for managers',
      'Give 1, 2 or 3',
    ],
    'request/only-own-parameter': [
      'This block does not belong to the certificate type, yet it holds something',
      'A request submits one type of certificate, and the other blocks are empty',
      'Put the records into {own} and leave the other blocks empty',
    ],
    'request/empty-list': [
      'There is no record to submit',
      'The block of the certificate type holds at least one',
      'Add a record',
    ],
    'request/duplicate-id': [
      'Records {record} and {first} have the same {name} ({title})',
      'The id is globally unique, and replies name their record by it',
      'Give each record its own id',
    ],
    'batch/duplicate-id': [
      'Records {record} and {first} have the same {name} ({title})',
      'The id is globally unique, and one request cannot hold it twice',
      'Give each record its own id',
    ],
    'batch/duplicate-cert-num': [
      'Records {record} and {first} have the same {name} ({title})',
      'A certificate number is unique, so one may be entered twice',
      'Check both records',
    ],
  };
}

/** How the three and the citation make a message. */
export const FRAME: Record<Locale, string> = {
  'zh-CN': '{what}。{why}（{cite}）。{fix}。',
  en: '{what}. {why} ({cite}). {fix}.',
};
