// generated from the tables, do not edit: `cargo test --test fresh` writes it

export const KINDS = ['safety', 'special', 'manager', 'preview'] as const;

export const LIST_KEYS = ['acceptData', 'AcceptData'] as const;

export const CERT_TYPE: string = 'certType';

export const ITEM_MEMBERS: readonly string[] = ['itemvalue', 'itemtext'];

/** The block of each kind in a request body. */
export const BLOCKS: readonly string[] = [
  'safeCertParameter',
  'specialCertParameter',
  'managerCertParameter',
  'parameter',
];

/** The names of the envelope, for the offer of the nearest. */
export const ENVELOPE_NAMES: readonly string[] = [
  'certType',
  'safeCertParameter',
  'specialCertParameter',
  'managerCertParameter',
  'parameter',
  'acceptData',
  'AcceptData',
];

/** The fields of each kind, in the document's order. */
export const FIELDS: readonly (readonly string[])[] = [
  [
    'eCertID',
    'provinceNum',
    'certNum',
    'issuAuth',
    'issuAuthCode',
    'issuDate',
    'companyName',
    'creditCode',
    'companyAddress',
    'responsiblePerson',
    'responsiblePersonID',
    'responsiblePersonIDType',
    'economicType',
    'licenseScope',
    'effectiveDate',
    'expiringDate',
    'firstIssuDate',
    'certState',
    'certStatusDescription',
    'associatedZzeCertID',
    'businessInformation',
    'operateType',
  ],
  [
    'eCertID',
    'provinceNum',
    'certNum',
    'issuAuth',
    'issuAuthCode',
    'issuedDate',
    'issuDate',
    'effectiveDate',
    'expiringDate',
    'name',
    'gender',
    'identityCard',
    'identityCardType',
    'photo',
    'operationCategory',
    'categoryDescription',
    'certState',
    'certStatusDescription',
    'associatedZzeCertID',
    'businessInformation',
    'operateType',
  ],
  [
    'eCertID',
    'provinceNum',
    'certNum',
    'issuAuth',
    'issuAuthCode',
    'issuedDate',
    'issuDate',
    'effectiveDate',
    'expiringDate',
    'categoryCode',
    'name',
    'gender',
    'birthDate',
    'identityCard',
    'identityCardType',
    'companyName',
    'creditCode',
    'appointment',
    'technicalTitle',
    'educationDegree',
    'major',
    'photo',
    'certState',
    'certStatusDescription',
    'associatedZzeCertID',
    'businessInformation',
    'operateType',
  ],
  ['ID', 'zzeCertID', 'url'],
];

/** The place of each kind's 业务信息, or -1. */
export const INFO: readonly number[] = [20, 19, 25, -1];

/** The fields that a check of one field looks at, as a bit mask. */
export const READS: readonly (readonly number[])[] = [
  [
    1, 6, 524294, 8, 16, 98336, 64, 128, 256, 512, 3072, 3072, 4096, 8192, 49152, 2146336, 65568, 2490368, 393216,
    2621444, 1048576, 2785280
  ],
  [
    1, 6, 278534, 8, 16, 96, 352, 384, 1049024, 512, 7168, 7168, 7168, 8192, 49156, 49152, 1245184, 196608, 1310724,
    524288, 1376512
  ],
  [
    1, 6, 16777734, 8, 16, 4192, 352, 384, 67109312, 918020, 1024, 26624, 28704, 30720, 30720, 32768, 65536, 918016,
    918016, 918016, 1048576, 2097152, 79691776, 12582912, 83886084, 33554432, 88080640
  ],
  [1, 2, 4],
];

/** The fields that decide what is needed, as a bit mask. */
export const CONDITION_READS: readonly number[] = [131072, 81920, 4325888, 0];

/** Where each field stands in the document. */
export const CITES: readonly (readonly string[])[] = [
  [
    'safeCertParameter 1',
    'safeCertParameter 2',
    'safeCertParameter 3',
    'safeCertParameter 4',
    'safeCertParameter 5',
    'safeCertParameter 6',
    'safeCertParameter 7',
    'safeCertParameter 8',
    'safeCertParameter 9',
    'safeCertParameter 10',
    'safeCertParameter 11',
    'safeCertParameter 12',
    'safeCertParameter 13',
    'safeCertParameter 14',
    'safeCertParameter 15',
    'safeCertParameter 16',
    'safeCertParameter 17',
    'safeCertParameter 18',
    'safeCertParameter 19',
    'safeCertParameter 20',
    'safeCertParameter 21',
    'safeCertParameter 22',
  ],
  [
    'specialCertParameter 1',
    'specialCertParameter 2',
    'specialCertParameter 3',
    'specialCertParameter 4',
    'specialCertParameter 5',
    'specialCertParameter 6',
    'specialCertParameter 7',
    'specialCertParameter 8',
    'specialCertParameter 9',
    'specialCertParameter 10',
    'specialCertParameter 11',
    'specialCertParameter 12',
    'specialCertParameter 13',
    'specialCertParameter 14',
    'specialCertParameter 15',
    'specialCertParameter 16',
    'specialCertParameter 17',
    'specialCertParameter 18',
    'specialCertParameter 19',
    'specialCertParameter 20',
    'specialCertParameter 21',
  ],
  [
    'managerCertParameter 1',
    'managerCertParameter 2',
    'managerCertParameter 3',
    'managerCertParameter 4',
    'managerCertParameter 5',
    'managerCertParameter 6',
    'managerCertParameter 7',
    'managerCertParameter 8',
    'managerCertParameter 9',
    'managerCertParameter 10',
    'managerCertParameter 11',
    'managerCertParameter 12',
    'managerCertParameter 13',
    'managerCertParameter 14',
    'managerCertParameter 15',
    'managerCertParameter 16',
    'managerCertParameter 17',
    'managerCertParameter 18',
    'managerCertParameter 19',
    'managerCertParameter 20',
    'managerCertParameter 21',
    'managerCertParameter 22',
    'managerCertParameter 23',
    'managerCertParameter 24',
    'managerCertParameter 19 (2nd)',
    'managerCertParameter 20 (2nd)',
    'managerCertParameter 21 (2nd)',
  ],
  ['parameter 1', 'parameter 2', 'parameter 3'],
];

export const FIELD_FACTS: readonly (readonly { title: string; dictionary?: string; fixed?: string; expected: string }[])[] = [
  [
    { title: '数据唯一标识', expected: 'string' },
    { title: '所属省份', expected: 'string', dictionary: 'provinceNum' },
    { title: '证书编号', expected: 'string' },
    { title: '发证机关', expected: 'string' },
    { title: '发证机关代码', expected: 'string' },
    { title: '发证日期', expected: 'string' },
    { title: '企业名称', expected: 'string' },
    { title: '统一社会信用代码', expected: 'string' },
    { title: '单位地址', expected: 'string' },
    { title: '法定代表人', expected: 'string' },
    { title: '法定代表人身份证件号码', expected: 'string' },
    { title: '法定代表人身份证件号码类型', expected: 'string', dictionary: 'identityCardType' },
    { title: '经济类型', expected: 'string' },
    { title: '许可范围', expected: 'string', fixed: '建筑施工' },
    { title: '有效期起始日期', expected: 'string' },
    { title: '有效期结束日期', expected: 'string' },
    { title: '首次发证日期', expected: 'string' },
    { title: '证书状态', expected: 'string', dictionary: 'safety.certState' },
    { title: '证书状态描述', expected: 'string' },
    { title: '关联证照标识', expected: 'string' },
    { title: '业务信息', expected: 'array or string' },
    { title: '操作类型', expected: 'string', dictionary: 'safety.operateType' },
  ],
  [
    { title: '数据唯一标识', expected: 'string' },
    { title: '所属省份', expected: 'string', dictionary: 'provinceNum' },
    { title: '证书编号', expected: 'string' },
    { title: '发证机关', expected: 'string' },
    { title: '发证机关代码', expected: 'string' },
    { title: '初次领证日期', expected: 'string' },
    { title: '发证日期', expected: 'string' },
    { title: '有效期起始日期', expected: 'string' },
    { title: '有效期结束日期', expected: 'string' },
    { title: '姓名', expected: 'string' },
    { title: '性别', expected: 'string', dictionary: 'gender' },
    { title: '身份证件号码', expected: 'string' },
    { title: '身份证件号码类型', expected: 'string', dictionary: 'identityCardType' },
    { title: '照片', expected: 'string' },
    { title: '工种类别', expected: 'string', dictionary: 'operationCategory' },
    { title: '工种类别描述', expected: 'string' },
    { title: '证书状态', expected: 'string', dictionary: 'special.certState' },
    { title: '证书状态描述', expected: 'string' },
    { title: '关联证照标识', expected: 'string' },
    { title: '业务信息', expected: 'array or string' },
    { title: '操作类型', expected: 'string', dictionary: 'special.operateType' },
  ],
  [
    { title: '数据唯一标识', expected: 'string' },
    { title: '所属省份', expected: 'string', dictionary: 'provinceNum' },
    { title: '证书编号', expected: 'string' },
    { title: '发证机关', expected: 'string' },
    { title: '发证机关代码', expected: 'string' },
    { title: '初次领证日期', expected: 'string' },
    { title: '发证日期', expected: 'string' },
    { title: '有效期起始日期', expected: 'string' },
    { title: '有效期结束日期', expected: 'string' },
    { title: '岗位类别代码', expected: 'string', dictionary: 'categoryCode' },
    { title: '姓名', expected: 'string' },
    { title: '性别', expected: 'string', dictionary: 'gender' },
    { title: '出生日期', expected: 'string' },
    { title: '身份证件号码', expected: 'string' },
    { title: '身份证件号码类型', expected: 'string', dictionary: 'identityCardType' },
    { title: '企业名称', expected: 'string' },
    { title: '统一社会信用代码', expected: 'string' },
    { title: '职务', expected: 'string', dictionary: 'appointment' },
    { title: '技术职称', expected: 'string', dictionary: 'technicalTitle' },
    { title: '文化程度', expected: 'string', dictionary: 'educationDegree' },
    { title: '专业', expected: 'string' },
    { title: '照片', expected: 'string' },
    { title: '证书状态', expected: 'string', dictionary: 'manager.certState' },
    { title: '证书状态描述', expected: 'string' },
    { title: '关联证照标识', expected: 'string' },
    { title: '业务信息', expected: 'array or string' },
    { title: '操作类型', expected: 'string', dictionary: 'manager.operateType' },
  ],
  [
    { title: '二维码赋码', expected: 'string' },
    { title: '证照标识', expected: 'string' },
    { title: '证照预览地址', expected: 'string' },
  ],
];

export const KIND_FACTS: readonly { title: string; form: string; licenceType: string }[] = [
  { title: '建筑施工企业安全生产许可证', form: '（省简称）JZ安许证字[年份4位]序号6位', licenceType: '11100000000013338W050' },
  { title: '建筑施工特种作业操作资格证书', form: '省简称+地市字母+工种2位+年份4位+序号6位', licenceType: '11100000000013338W032' },
  { title: '建筑施工企业安全生产管理人员考核合格证书', form: '省简称建安岗位类别（年份4位）序号7位', licenceType: '11100000000013338W011' },
  { title: '电子证照预览地址', form: '', licenceType: '' },
];

export const JSON_TYPES: readonly string[] = ['null', 'boolean', 'number', 'string', 'array', 'object', 'unreadable'];

export const REASONS: readonly string[] = [
  'end',
  'unexpected',
  'escape',
  'control-character',
  'number',
  'utf8',
  'depth',
  'trailing',
];

/** One parameter of a rule's issues: its name, and where its value comes from. */
export interface Param {
  readonly name: string;
  readonly from:
    | 'a'
    | 'b'
    | 'type-a'
    | 'type-b'
    | 'reason-a'
    | 'reason-b'
    | 'near-a'
    | 'block-a'
    | 'dictionary'
    | 'fixed'
    | 'form'
    | 'licence-type'
    | 'expected'
    | 'name';
}

/** The rules by their number; an empty citation stands for that of the field's row. */
export const RULE_ROWS: readonly { id: string; cite: string; params: readonly Param[] }[] = [
  { id: 'field/required', cite: '', params: [] },
  { id: 'field/type', cite: '', params: [{ name: 'expected', from: 'expected' }, { name: 'found', from: 'type-a' }] },
  { id: 'field/max-length', cite: '', params: [{ name: 'max', from: 'a' }, { name: 'length', from: 'b' }] },
  { id: 'field/characters', cite: 'XML 1.0 §2.2', params: [{ name: 'at', from: 'a' }] },
  { id: 'field/line-break', cite: 'reading R22', params: [{ name: 'at', from: 'a' }] },
  { id: 'field/whitespace', cite: 'reading R22', params: [] },
  { id: 'field/date', cite: 'reading R1', params: [] },
  { id: 'field/code', cite: '', params: [{ name: 'dictionary', from: 'dictionary' }] },
  { id: 'field/code-unlisted', cite: 'reading R13', params: [{ name: 'dictionary', from: 'dictionary' }] },
  { id: 'field/fixed', cite: '', params: [{ name: 'fixed', from: 'fixed' }] },
  { id: 'field/unknown', cite: 'reading R22', params: [{ name: 'nearest', from: 'near-a' }] },
  { id: 'economic-type/length', cite: 'reading R21', params: [] },
  { id: 'state/description-when-other', cite: '', params: [] },
  { id: 'state/description-fixed', cite: '', params: [] },
  { id: 'state/description-stop', cite: 'reading R5', params: [] },
  { id: 'state/operation-agrees', cite: '', params: [] },
  { id: 'category/description-when-other', cite: '', params: [] },
  { id: 'category/description-format', cite: '数据交换接口规范 7.2.3.2', params: [] },
  { id: 'manager/title-or-degree', cite: '', params: [] },
  { id: 'manager/birth-date-matches-id', cite: '', params: [] },
  { id: 'manager/appointment-agrees', cite: '数据交换接口规范 7.3.3.3', params: [] },
  { id: 'id/check-digit', cite: 'GB 11643-1999', params: [] },
  { id: 'id/spelling', cite: 'GB 11643-1999', params: [] },
  { id: 'id/gender-agrees', cite: 'GB 11643-1999', params: [] },
  { id: 'id/type-for-person', cite: 'GB/T 36903-2018 附录 A', params: [] },
  { id: 'credit-code/check-digit', cite: 'GB 32100-2015', params: [] },
  { id: 'issuer/province-level', cite: '', params: [] },
  { id: 'cert-num/spelling', cite: '电子证照标准附录 A.1', params: [{ name: 'form', from: 'form' }] },
  { id: 'cert-num/format', cite: '电子证照标准附录 A.1', params: [{ name: 'form', from: 'form' }] },
  { id: 'cert-num/agrees', cite: '电子证照标准附录 A.1', params: [] },
  { id: 'cert-num/province-agrees', cite: '电子证照标准附录 A.1', params: [] },
  { id: 'ecert-id/shape', cite: 'reading R9', params: [] },
  { id: 'zze/format', cite: '电子证照标准附录 A.2', params: [] },
  { id: 'zze/type-agrees', cite: '电子证照标准附录 A.2', params: [{ name: 'type', from: 'licence-type' }] },
  { id: 'zze/associated-when-renewed', cite: '', params: [] },
  { id: 'zze/serial-agrees', cite: '电子证照标准附录 A.2', params: [] },
  { id: 'dates/validity-order', cite: '', params: [] },
  { id: 'dates/first-not-after-issue', cite: '', params: [] },
  { id: 'dates/first-collected', cite: '', params: [] },
  { id: 'dates/issue-in-validity', cite: '', params: [] },
  { id: 'dates/birth-before-issue', cite: '', params: [] },
  { id: 'dates/already-expired', cite: '', params: [] },
  { id: 'photo/decodable', cite: '', params: [] },
  { id: 'photo/format', cite: '', params: [] },
  { id: 'photo/size', cite: '', params: [{ name: 'max', from: 'a' }, { name: 'bytes', from: 'b' }] },
  { id: 'photo/resolution', cite: '', params: [{ name: 'x', from: 'a' }, { name: 'y', from: 'b' }] },
  { id: 'photo/resolution-unknown', cite: 'reading R14', params: [] },
  { id: 'info/shape', cite: 'reading R4', params: [] },
  { id: 'info/length', cite: '', params: [{ name: 'max', from: 'a' }, { name: 'length', from: 'b' }] },
  { id: 'info/type-unlisted', cite: 'reading R13', params: [] },
  { id: 'url/https', cite: '', params: [] },
  { id: 'url/public-host', cite: 'reading R12', params: [] },
  { id: 'preview/id-shape', cite: '数据交换接口规范 5.1', params: [] },
  {
    id: 'preview/duplicate-assignment',
    cite: '电子证照数据归集赋码 返回示例',
    params: [{ name: 'first', from: 'a' }, { name: 'record', from: 'b' }],
  },
  { id: 'record/object', cite: '业务数据归集赋码 接口示例', params: [] },
  { id: 'record/syntax', cite: 'RFC 8259', params: [{ name: 'at', from: 'a' }, { name: 'reason', from: 'reason-b' }] },
  { id: 'record/duplicate-key', cite: 'RFC 8259 §4', params: [] },
  { id: 'request/shape', cite: 'reading R3', params: [{ name: 'expected', from: 'type-a' }] },
  { id: 'request/cert-type', cite: 'certType 1', params: [] },
  { id: 'request/only-own-parameter', cite: 'reading R8', params: [{ name: 'own', from: 'block-a' }] },
  { id: 'request/empty-list', cite: 'reading R8', params: [] },
  {
    id: 'request/duplicate-id',
    cite: 'reading R9',
    params: [{ name: 'first', from: 'a' }, { name: 'record', from: 'b' }],
  },
  {
    id: 'batch/duplicate-id',
    cite: 'reading R9',
    params: [{ name: 'first', from: 'a' }, { name: 'record', from: 'b' }],
  },
  { id: 'batch/duplicate-cert-num', cite: '', params: [{ name: 'first', from: 'a' }, { name: 'record', from: 'b' }] },
];
