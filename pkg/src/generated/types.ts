// generated from the tables, do not edit: `cargo test --test fresh` writes it

/** What can be submitted. */
export type Kind =
  | 'safety'
  | 'special'
  | 'manager'
  | 'preview';

/** Every rule. */
export type RuleId =
  | 'field/required'
  | 'field/type'
  | 'field/max-length'
  | 'field/characters'
  | 'field/line-break'
  | 'field/whitespace'
  | 'field/date'
  | 'field/code'
  | 'field/code-unlisted'
  | 'field/fixed'
  | 'field/unknown'
  | 'economic-type/length'
  | 'state/description-when-other'
  | 'state/description-fixed'
  | 'state/description-stop'
  | 'state/operation-agrees'
  | 'category/description-when-other'
  | 'category/description-format'
  | 'manager/title-or-degree'
  | 'manager/birth-date-matches-id'
  | 'manager/appointment-agrees'
  | 'id/check-digit'
  | 'id/spelling'
  | 'id/gender-agrees'
  | 'id/type-for-person'
  | 'credit-code/check-digit'
  | 'issuer/province-level'
  | 'cert-num/spelling'
  | 'cert-num/format'
  | 'cert-num/agrees'
  | 'cert-num/province-agrees'
  | 'ecert-id/shape'
  | 'zze/format'
  | 'zze/type-agrees'
  | 'zze/associated-when-renewed'
  | 'zze/serial-agrees'
  | 'dates/validity-order'
  | 'dates/first-not-after-issue'
  | 'dates/first-collected'
  | 'dates/issue-in-validity'
  | 'dates/birth-before-issue'
  | 'dates/already-expired'
  | 'photo/decodable'
  | 'photo/format'
  | 'photo/size'
  | 'photo/resolution'
  | 'photo/resolution-unknown'
  | 'info/shape'
  | 'info/length'
  | 'info/type-unlisted'
  | 'url/https'
  | 'url/public-host'
  | 'preview/id-shape'
  | 'preview/duplicate-assignment'
  | 'record/object'
  | 'record/syntax'
  | 'record/duplicate-key'
  | 'request/shape'
  | 'request/cert-type'
  | 'request/only-own-parameter'
  | 'request/empty-list'
  | 'request/duplicate-id'
  | 'batch/duplicate-id'
  | 'batch/duplicate-cert-num';

/** Every dictionary. */
export type DictionaryId =
  | 'provinceNum'
  | 'identityCardType'
  | 'gender'
  | 'safety.certState'
  | 'special.certState'
  | 'manager.certState'
  | 'safety.operateType'
  | 'special.operateType'
  | 'manager.operateType'
  | 'operationCategory'
  | 'categoryCode'
  | 'appointment'
  | 'technicalTitle'
  | 'educationDegree'
  | 'safety.infoType'
  | 'special.infoType'
  | 'manager.infoType'
  | 'certType';

/** One entry of 业务信息: its type, and the text. */
export interface BusinessInformationItem {
  /** 扩展信息类型 */
  itemvalue: '01' | '02' | (string & {});
  /** 业务信息 */
  itemtext: string;
}

/** 建筑施工企业安全生产许可证: a record of `safeCertParameter`. */
export interface SafetyRecord {
  /**
   * 数据唯一标识 · 字符型 · 50 字符以内 · 必填
   *
   * 全球唯一标识，32 位（safeCertParameter 1）
   */
  eCertID: string;
  /**
   * 所属省份 · 字符型 · 6 字符以内 · 必填
   *
   * 省级行政区划代码，取自民政部 2020 年代码表（safeCertParameter 2）
   *
   * `110000` 北京市 · `120000` 天津市 · `130000` 河北省 · `140000` 山西省 · `150000` 内蒙古自治区 · `210000` 辽宁省 · `220000` 吉林省 · `230000` 黑龙江省 · `310000` 上海市 · `320000` 江苏省 · `330000` 浙江省 · `340000` 安徽省 … — `dictionary('provinceNum')`
   */
  provinceNum: '110000' | '120000' | '130000' | '140000' | '150000' | '210000' | '220000' | '230000' | '310000' | '320000' | '330000' | '340000' | '350000' | '360000' | '370000' | '410000' | '420000' | '430000' | '440000' | '450000' | '460000' | '500000' | '510000' | '520000' | '530000' | '540000' | '610000' | '620000' | '630000' | '640000' | '650000' | '710000' | '810000' | '820000' | '660000';
  /**
   * 证书编号 · 字符型 · 25 字符以内 · 必填
   *
   * 安全生产许可证的唯一编号，按电子证照标准附录 A.1 的规则生成（safeCertParameter 3）
   */
  certNum: string;
  /**
   * 发证机关 · 字符型 · 50 字符以内 · 必填
   *
   * 审核、签发许可证的省级住房城乡建设主管部门，写全称或规范简称（safeCertParameter 4）
   */
  issuAuth: string;
  /**
   * 发证机关代码 · 字符型 · 18 字符以内 · 必填
   *
   * 发证机关自己的统一社会信用代码（safeCertParameter 5）
   */
  issuAuthCode: string;
  /**
   * 发证日期 · 日期型 · 10 字符以内 · 必填
   *
   * 签发许可证的日期，公历，精确到日（safeCertParameter 6）
   */
  issuDate: string;
  /**
   * 企业名称 · 字符型 · 200 字符以内 · 必填
   *
   * 持证企业的名称，与营业执照上的企业名称一致（safeCertParameter 7）
   */
  companyName: string;
  /**
   * 统一社会信用代码 · 字符型 · 18 字符以内 · 必填
   *
   * 持证企业的统一社会信用代码（safeCertParameter 8）
   */
  creditCode: string;
  /**
   * 单位地址 · 字符型 · 200 字符以内 · 必填
   *
   * 持证企业的地址，与营业执照上的住所一致（safeCertParameter 9）
   */
  companyAddress: string;
  /**
   * 法定代表人 · 字符型 · 20 字符以内 · 必填
   *
   * 持证企业的法定代表人，与营业执照一致（safeCertParameter 10）
   */
  responsiblePerson: string;
  /**
   * 法定代表人身份证件号码 · 字符型 · 18 字符以内 · 必填
   *
   * 法定代表人有效身份证件上的号码（safeCertParameter 11）
   */
  responsiblePersonID: string;
  /**
   * 法定代表人身份证件号码类型 · 字符型 · 10 字符以内 · 必填
   *
   * 证件号码的类型，代码取自 GB/T 36903-2018 附录 A（safeCertParameter 12）
   *
   * `001` 统一社会信用代码 · `099` 其他法人或其他组织有效证件代码 · `111` 公民身份号码 · `114` 中国人民解放军军官证编号 · `115` 中国人民武装警察部队警官证编号 · `118` 中国人民解放军士兵证编号 · `119` 中国人民武装警察部队士兵证编号 · `120` 中国人民解放军文职人员证编号 · `122` 中国人民武装警察部队文职人员证编号 · `411` 外交护照护照号 · `412` 公务护照护照号 · `413` 公务普通护照护照号 … — `dictionary('identityCardType')`
   */
  responsiblePersonIDType: '001' | '099' | '111' | '114' | '115' | '118' | '119' | '120' | '122' | '411' | '412' | '413' | '414' | '511' | '516' | '999' | (string & {});
  /**
   * 经济类型 · 字符型 · 20 字符以内 · 必填
   *
   * 持证企业的经济类型，与营业执照上的经济性质一致（safeCertParameter 13）
   */
  economicType: string;
  /**
   * 许可范围 · 字符型 · 4 字符以内 · 必填
   *
   * 固定填写“建筑施工”（safeCertParameter 14）
   */
  licenseScope: '建筑施工';
  /**
   * 有效期起始日期 · 日期型 · 10 字符以内 · 必填
   *
   * 有效期的第一天，公历，精确到日（safeCertParameter 15）
   */
  effectiveDate: string;
  /**
   * 有效期结束日期 · 日期型 · 10 字符以内 · 必填
   *
   * 有效期的最后一天，公历，精确到日（safeCertParameter 16）
   */
  expiringDate: string;
  /**
   * 首次发证日期 · 日期型 · 10 字符以内 · 必填
   *
   * 该证书第一次签发时所载的发证日期（safeCertParameter 17）
   */
  firstIssuDate: string;
  /**
   * 证书状态 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自数据交换接口规范 7.1.3.1 证书状态类型字典（safeCertParameter 18）
   *
   * `01` 有效 · `02` 暂扣 · `03` 吊销 · `04` 撤销 · `05` 注销 · `06` 失效 · `99` 其他 — `dictionary('safety.certState')`
   */
  certState: '01' | '02' | '03' | '04' | '05' | '06' | '99' | (string & {});
  /**
   * 证书状态描述 · 字符型 · 200 字符以内 · 满足条件必填
   *
   * 证书状态为 99（其他）时补充说明（safeCertParameter 19）
   * 证书状态为 99（其他）时必填；required when certState is 99 (other)
   */
  certStatusDescription?: string | null | undefined;
  /**
   * 关联证照标识 · 字符型 · 72 字符以内 · 选填
   *
   * 本证所替代的、最近失效的那份安全生产许可电子证照的证照标识（safeCertParameter 20）
   */
  associatedZzeCertID?: string | null | undefined;
  /**
   * 业务信息 · 字符型 · 5000 字符以内 · 选填
   *
   * 按类型和内容组织的扩展信息，类型取自 7.1.3.2 扩展信息类型字典（safeCertParameter 21）
   */
  businessInformation?: BusinessInformationItem[] | string | null | undefined;
  /**
   * 操作类型 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自 7.1.3.3，与证书状态的搭配见 7.1.3.4；01 和 02 会赋二维码（safeCertParameter 22）
   *
   * `01` 办理新发电子证照 · `02` 办理延续 · `03` 办理暂扣 · `04` 办理过期失效 · `05` 办理注销（撤销、吊销） · `06` 办理暂扣发还 · `07` 办理其他业务 · `08` 办理变更 — `dictionary('safety.operateType')`
   */
  operateType: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | (string & {});
}

/** A request body of 建筑施工企业安全生产许可证. The list has one of its two names, `acceptData` unless an option says otherwise. */
export interface SafetyRequest {
  certType: '1';
  safeCertParameter: { acceptData?: SafetyRecord[]; AcceptData?: SafetyRecord[] };
}

/** 建筑施工特种作业操作资格证书: a record of `specialCertParameter`. */
export interface SpecialRecord {
  /**
   * 数据唯一标识 · 字符型 · 50 字符以内 · 必填
   *
   * 全球唯一标识，32 位（specialCertParameter 1）
   */
  eCertID: string;
  /**
   * 所属省份 · 字符型 · 6 字符以内 · 必填
   *
   * 省级行政区划代码，取自民政部 2020 年代码表（specialCertParameter 2）
   *
   * `110000` 北京市 · `120000` 天津市 · `130000` 河北省 · `140000` 山西省 · `150000` 内蒙古自治区 · `210000` 辽宁省 · `220000` 吉林省 · `230000` 黑龙江省 · `310000` 上海市 · `320000` 江苏省 · `330000` 浙江省 · `340000` 安徽省 … — `dictionary('provinceNum')`
   */
  provinceNum: '110000' | '120000' | '130000' | '140000' | '150000' | '210000' | '220000' | '230000' | '310000' | '320000' | '330000' | '340000' | '350000' | '360000' | '370000' | '410000' | '420000' | '430000' | '440000' | '450000' | '460000' | '500000' | '510000' | '520000' | '530000' | '540000' | '610000' | '620000' | '630000' | '640000' | '650000' | '710000' | '810000' | '820000' | '660000';
  /**
   * 证书编号 · 字符型 · 25 字符以内 · 必填
   *
   * 操作资格证书的唯一编号，按电子证照标准附录 A.1 的规则生成（specialCertParameter 3）
   */
  certNum: string;
  /**
   * 发证机关 · 字符型 · 50 字符以内 · 必填
   *
   * 审核、签发证书的省级住房城乡建设主管部门，写全称或规范简称（specialCertParameter 4）
   */
  issuAuth: string;
  /**
   * 发证机关代码 · 字符型 · 18 字符以内 · 必填
   *
   * 发证机关自己的统一社会信用代码（specialCertParameter 5）
   */
  issuAuthCode: string;
  /**
   * 初次领证日期 · 日期型 · 10 字符以内 · 必填
   *
   * 第一次领取该证书的日期，公历，精确到日（specialCertParameter 6）
   */
  issuedDate: string;
  /**
   * 发证日期 · 日期型 · 10 字符以内 · 必填
   *
   * 签发证书的日期，公历，精确到日（specialCertParameter 7）
   */
  issuDate: string;
  /**
   * 有效期起始日期 · 日期型 · 10 字符以内 · 必填
   *
   * 有效期的第一天，公历，精确到日（specialCertParameter 8）
   */
  effectiveDate: string;
  /**
   * 有效期结束日期 · 日期型 · 10 字符以内 · 必填
   *
   * 有效期的最后一天，公历，精确到日（specialCertParameter 9）
   */
  expiringDate: string;
  /**
   * 姓名 · 字符型 · 50 字符以内 · 必填
   *
   * 持证人员的姓名（specialCertParameter 10）
   */
  name: string;
  /**
   * 性别 · 字符型 · 1 字符以内 · 必填
   *
   * 持证人员的性别：1 男，2 女（specialCertParameter 11）
   *
   * `1` 男 · `2` 女 — `dictionary('gender')`
   */
  gender: '1' | '2';
  /**
   * 身份证件号码 · 字符型 · 18 字符以内 · 必填
   *
   * 持证人员有效身份证件上的号码（specialCertParameter 12）
   */
  identityCard: string;
  /**
   * 身份证件号码类型 · 字符型 · 3 字符以内 · 必填
   *
   * 证件号码的类型，代码取自 GB/T 36903-2018 附录 A（specialCertParameter 13）
   *
   * `001` 统一社会信用代码 · `099` 其他法人或其他组织有效证件代码 · `111` 公民身份号码 · `114` 中国人民解放军军官证编号 · `115` 中国人民武装警察部队警官证编号 · `118` 中国人民解放军士兵证编号 · `119` 中国人民武装警察部队士兵证编号 · `120` 中国人民解放军文职人员证编号 · `122` 中国人民武装警察部队文职人员证编号 · `411` 外交护照护照号 · `412` 公务护照护照号 · `413` 公务普通护照护照号 … — `dictionary('identityCardType')`
   */
  identityCardType: '001' | '099' | '111' | '114' | '115' | '118' | '119' | '120' | '122' | '411' | '412' | '413' | '414' | '511' | '516' | '999' | (string & {});
  /**
   * 照片 · 文本型 · 必填
   *
   * jpg 或 png 照片的 Base64 文本，分辨率 200–300 dpi，不超过 50 KB（specialCertParameter 14）
   */
  photo: string;
  /**
   * 工种类别 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自数据交换接口规范 7.2.3.2 工种类别字典（specialCertParameter 15）
   *
   * `01` 建筑电工 · `02` 建筑架子工（普通脚手架） · `03` 建筑架子工（附着升降脚手架） · `04` 建筑起重司索信号工 · `05` 建筑起重机械司机（塔式起重机） · `06` 建筑起重机械司机（施工升降机） · `07` 建筑起重机械司机（物料提升机） · `08` 建筑起重机械安装拆卸工（塔式起重机） · `09` 建筑起重机械安装拆卸工（施工升降机） · `10` 建筑起重机械安装拆卸工（物料提升机） · `11` 高处作业吊篮安装拆卸工 · `99` 经省级以上住房和城乡建设主管部门认定的其他工种类别 — `dictionary('operationCategory')`
   */
  operationCategory: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '99';
  /**
   * 工种类别描述 · 字符型 · 200 字符以内 · 满足条件必填
   *
   * 工种类别为 99 时补充说明（specialCertParameter 16）
   * 工种类别为 99 时必填；required when operationCategory is 99
   */
  categoryDescription?: string | null | undefined;
  /**
   * 证书状态 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自数据交换接口规范 7.2.3.1 证书状态字典（specialCertParameter 17）
   *
   * `01` 有效 · `02` 暂扣 · `03` 吊销 · `04` 撤销 · `05` 注销 · `06` 失效 · `99` 其他 — `dictionary('special.certState')`
   */
  certState: '01' | '02' | '03' | '04' | '05' | '06' | '99' | (string & {});
  /**
   * 证书状态描述 · 字符型 · 200 字符以内 · 满足条件必填
   *
   * 证书状态为 99（其他）时补充说明（specialCertParameter 18）
   * 证书状态为 99（其他）时必填；required when certState is 99 (other)
   */
  certStatusDescription?: string | null | undefined;
  /**
   * 关联证照标识 · 字符型 · 72 字符以内 · 选填
   *
   * 本证所替代的、最近失效的那份特种作业电子证照的证照标识（specialCertParameter 19）
   */
  associatedZzeCertID?: string | null | undefined;
  /**
   * 业务信息 · 字符型 · 5000 字符以内 · 选填
   *
   * 按类型和内容组织的扩展信息，类型取自 7.2.3.3 扩展信息类型字典（specialCertParameter 20）
   */
  businessInformation?: BusinessInformationItem[] | string | null | undefined;
  /**
   * 操作类型 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自 7.2.3.4，与证书状态的搭配见 7.2.3.5；01 和 02 会赋二维码（specialCertParameter 21）
   *
   * `01` 办理新发电子证照 · `02` 办理延续 · `03` 办理暂扣 · `04` 办理过期失效 · `05` 办理注销（撤销、吊销） · `06` 办理暂扣发还 · `07` 办理其他业务 · `08` 办理变更 — `dictionary('special.operateType')`
   */
  operateType: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | (string & {});
}

/** A request body of 建筑施工特种作业操作资格证书. The list has one of its two names, `acceptData` unless an option says otherwise. */
export interface SpecialRequest {
  certType: '2';
  specialCertParameter: { acceptData?: SpecialRecord[]; AcceptData?: SpecialRecord[] };
}

/** 建筑施工企业安全生产管理人员考核合格证书: a record of `managerCertParameter`. */
export interface ManagerRecord {
  /**
   * 数据唯一标识 · 字符型 · 50 字符以内 · 必填
   *
   * 全球唯一标识，32 位（managerCertParameter 1）
   */
  eCertID: string;
  /**
   * 所属省份 · 字符型 · 6 字符以内 · 必填
   *
   * 省级行政区划代码，取自民政部 2020 年代码表（managerCertParameter 2）
   *
   * `110000` 北京市 · `120000` 天津市 · `130000` 河北省 · `140000` 山西省 · `150000` 内蒙古自治区 · `210000` 辽宁省 · `220000` 吉林省 · `230000` 黑龙江省 · `310000` 上海市 · `320000` 江苏省 · `330000` 浙江省 · `340000` 安徽省 … — `dictionary('provinceNum')`
   */
  provinceNum: '110000' | '120000' | '130000' | '140000' | '150000' | '210000' | '220000' | '230000' | '310000' | '320000' | '330000' | '340000' | '350000' | '360000' | '370000' | '410000' | '420000' | '430000' | '440000' | '450000' | '460000' | '500000' | '510000' | '520000' | '530000' | '540000' | '610000' | '620000' | '630000' | '640000' | '650000' | '710000' | '810000' | '820000' | '660000';
  /**
   * 证书编号 · 字符型 · 23 字符以内 · 必填
   *
   * 考核合格证书的唯一编号，按电子证照标准附录 A.1 的规则生成（managerCertParameter 3）
   */
  certNum: string;
  /**
   * 发证机关 · 字符型 · 50 字符以内 · 必填
   *
   * 审核、签发证书的省级住房城乡建设主管部门，写全称或规范简称（managerCertParameter 4）
   */
  issuAuth: string;
  /**
   * 发证机关代码 · 字符型 · 18 字符以内 · 必填
   *
   * 发证机关自己的统一社会信用代码（managerCertParameter 5）
   */
  issuAuthCode: string;
  /**
   * 初次领证日期 · 日期型 · 10 字符以内 · 必填
   *
   * 第一次领取该证书的日期，公历，精确到日（managerCertParameter 6）
   */
  issuedDate: string;
  /**
   * 发证日期 · 日期型 · 10 字符以内 · 必填
   *
   * 签发证书的日期，公历，精确到日（managerCertParameter 7）
   */
  issuDate: string;
  /**
   * 有效期起始日期 · 日期型 · 10 字符以内 · 必填
   *
   * 有效期的第一天，公历，精确到日（managerCertParameter 8）
   */
  effectiveDate: string;
  /**
   * 有效期结束日期 · 日期型 · 10 字符以内 · 必填
   *
   * 有效期的最后一天，公历，精确到日（managerCertParameter 9）
   */
  expiringDate: string;
  /**
   * 岗位类别代码 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自数据交换接口规范 7.3.3.2 岗位类别字典（managerCertParameter 10）
   *
   * `A` 企业主要负责人 · `B` 项目负责人 · `C1` 机械类专职安全生产管理人员 · `C2` 土建类专职安全生产管理人员 · `C3` 综合类专职安全生产管理人员 — `dictionary('categoryCode')`
   */
  categoryCode: 'A' | 'B' | 'C1' | 'C2' | 'C3';
  /**
   * 姓名 · 字符型 · 50 字符以内 · 必填
   *
   * 持证人员的姓名（managerCertParameter 11）
   */
  name: string;
  /**
   * 性别 · 字符型 · 1 字符以内 · 必填
   *
   * 持证人员的性别：1 男，2 女（managerCertParameter 12）
   *
   * `1` 男 · `2` 女 — `dictionary('gender')`
   */
  gender: '1' | '2';
  /**
   * 出生日期 · 日期型 · 10 字符以内 · 必填
   *
   * 持证人的出生日期，与身份证件一致，公历，精确到日（managerCertParameter 13）
   */
  birthDate: string;
  /**
   * 身份证件号码 · 字符型 · 18 字符以内 · 必填
   *
   * 持证人员有效身份证件上的号码（managerCertParameter 14）
   */
  identityCard: string;
  /**
   * 身份证件号码类型 · 字符型 · 3 字符以内 · 必填
   *
   * 证件号码的类型，代码取自 GB/T 36903-2018 附录 A（managerCertParameter 15）
   *
   * `001` 统一社会信用代码 · `099` 其他法人或其他组织有效证件代码 · `111` 公民身份号码 · `114` 中国人民解放军军官证编号 · `115` 中国人民武装警察部队警官证编号 · `118` 中国人民解放军士兵证编号 · `119` 中国人民武装警察部队士兵证编号 · `120` 中国人民解放军文职人员证编号 · `122` 中国人民武装警察部队文职人员证编号 · `411` 外交护照护照号 · `412` 公务护照护照号 · `413` 公务普通护照护照号 … — `dictionary('identityCardType')`
   */
  identityCardType: '001' | '099' | '111' | '114' | '115' | '118' | '119' | '120' | '122' | '411' | '412' | '413' | '414' | '511' | '516' | '999' | (string & {});
  /**
   * 企业名称 · 字符型 · 200 字符以内 · 必填
   *
   * 聘用持证人的企业名称（managerCertParameter 16）
   */
  companyName: string;
  /**
   * 统一社会信用代码 · 字符型 · 18 字符以内 · 必填
   *
   * 聘用持证人的企业的统一社会信用代码（managerCertParameter 17）
   */
  creditCode: string;
  /**
   * 职务 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自数据交换接口规范 7.3.3.3 职务字典（managerCertParameter 18）
   *
   * `01` 法定代表人 · `02` 总经理（总裁） · `03` 分管安全生产的副总经理（副总裁） · `04` 分管生产经营的副总经理（副总裁） · `05` 技术负责人 · `06` 安全总监 · `07` 项目负责人（项目经理） · `08` 专职安全生产管理人员 · `99` 其他 — `dictionary('appointment')`
   */
  appointment: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '99' | (string & {});
  /**
   * 技术职称 · 字符型 · 2 字符以内 · 满足条件必填
   *
   * 代码取自 7.3.3.4 技术职称字典；部分人员与文化程度选填一项（managerCertParameter 19）
   * A 证（非法定代表人）、C 证：技术职称与文化程度至少填一项；A 证（法定代表人）、B 证：可不填；A (not the legal representative), C1, C2, C3: at least one of technicalTitle and educationDegree; otherwise optional
   *
   * `01` 正高级工程师 · `02` 高级工程师 · `03` 工程师 · `04` 助理工程师 · `05` 技术员 — `dictionary('technicalTitle')`
   */
  technicalTitle?: '01' | '02' | '03' | '04' | '05' | (string & {}) | null | undefined;
  /**
   * 文化程度 · 字符型 · 2 字符以内 · 满足条件必填
   *
   * 代码取自 7.3.3.5 文化程度字典；部分人员与技术职称选填一项（managerCertParameter 20）
   * A 证（非法定代表人）、C 证：技术职称与文化程度至少填一项；A 证（法定代表人）、B 证：可不填；A (not the legal representative), C1, C2, C3: at least one of technicalTitle and educationDegree; otherwise optional
   *
   * `01` 博士研究生 · `02` 硕士研究生 · `03` 大学本科 · `04` 大学专科 · `05` 中专 · `06` 高中 · `07` 初中及以下 · `99` 其他 — `dictionary('educationDegree')`
   */
  educationDegree?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '99' | (string & {}) | null | undefined;
  /**
   * 专业 · 字符型 · 20 字符以内 · 选填
   *
   * 持证人员的专业（managerCertParameter 21）
   */
  major?: string | null | undefined;
  /**
   * 照片 · 文本型 · 必填
   *
   * jpg 或 png 照片的 Base64 文本，分辨率 200–300 dpi，不超过 50 KB（managerCertParameter 22）
   */
  photo: string;
  /**
   * 证书状态 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自数据交换接口规范 7.3.3.1 证书状态字典（managerCertParameter 23）
   *
   * `01` 有效 · `02` 暂扣 · `03` 撤销 · `04` 注销 · `05` 失效 · `06` 办理转出 · `07` 吊销 · `99` 其他 — `dictionary('manager.certState')`
   */
  certState: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '99' | (string & {});
  /**
   * 证书状态描述 · 字符型 · 200 字符以内 · 满足条件必填
   *
   * 证书状态为 99（其他）时写一句固定的话（managerCertParameter 24）
   * 证书状态为 99（其他）时必填；required when certState is 99 (other)
   */
  certStatusDescription?: string | null | undefined;
  /**
   * 关联证照标识 · 字符型 · 72 字符以内 · 选填
   *
   * 本证所替代的、最近失效的那份安管人员电子证照的证照标识（managerCertParameter 19 (2nd)）
   */
  associatedZzeCertID?: string | null | undefined;
  /**
   * 业务信息 · 字符型 · 5000 字符以内 · 选填
   *
   * 按类型和内容组织的扩展信息，类型取自 7.3.3.6 扩展信息类型字典（managerCertParameter 20 (2nd)）
   */
  businessInformation?: BusinessInformationItem[] | string | null | undefined;
  /**
   * 操作类型 · 字符型 · 2 字符以内 · 必填
   *
   * 代码取自 7.3.3.7，与证书状态的搭配见 7.3.3.8；01 和 02 会赋二维码（managerCertParameter 21 (2nd)）
   *
   * `01` 办理新发电子证照 · `02` 办理延续 · `03` 办理暂扣 · `04` 办理过期失效 · `05` 办理注销（撤销、吊销、办理转出） · `06` 办理暂扣发还 · `07` 办理其他业务 · `08` 办理转入 · `09` 办理变更 · `10` 取消办理转出 — `dictionary('manager.operateType')`
   */
  operateType: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | (string & {});
}

/** A request body of 建筑施工企业安全生产管理人员考核合格证书. The list has one of its two names, `AcceptData` unless an option says otherwise. */
export interface ManagerRequest {
  certType: '3';
  managerCertParameter: { acceptData?: ManagerRecord[]; AcceptData?: ManagerRecord[] };
}

/** 电子证照预览地址: a record of `parameter`. */
export interface PreviewRecord {
  /**
   * 二维码赋码 · 字符型 · 50 字符以内 · 必填
   *
   * 业务数据归集成功后返回的赋码密文，按规范 5.1 解密所得（parameter 1）
   */
  ID: string;
  /**
   * 证照标识 · 字符型 · 72 字符以内 · 必填
   *
   * 市级电子证照系统按国家电子证照标准生成的唯一标识（parameter 2）
   */
  zzeCertID: string;
  /**
   * 证照预览地址 · 字符型 · 200 字符以内 · 必填
   *
   * 电子证照预览页面的地址，须为互联网可访问的 https 域名（parameter 3）
   */
  url: string;
}

/** A request body of 电子证照预览地址. The list has one of its two names, `acceptData` unless an option says otherwise. */
export interface PreviewRequest {
  certType: '1' | '2' | '3';
  parameter: { acceptData?: PreviewRecord[]; AcceptData?: PreviewRecord[] };
}

/** The record of each kind. */
export interface Records {
  safety: SafetyRecord;
  special: SpecialRecord;
  manager: ManagerRecord;
  preview: PreviewRecord;
}

/** The request body of each kind. */
export interface Requests {
  safety: SafetyRequest;
  special: SpecialRequest;
  manager: ManagerRequest;
  preview: PreviewRequest;
}

/** The record of a kind. */
export type RecordOf<K extends Kind> = Records[K];

/** The request body of a kind. */
export type RequestOf<K extends Kind> = Requests[K];

/** What a form needs to know of a kind. */
export interface FormSpec {
  readonly kind: Kind;
  /** The certificate's full title. */
  readonly title: string;
  /** The member of the request body that holds the records. */
  readonly block: string;
  /** The name of the list in the block, as the document's own sample writes it. */
  readonly listKey: 'acceptData' | 'AcceptData';
  /** In the document's order. */
  readonly fields: readonly FieldSpec[];
}

/** One row of the document's table. */
export interface FieldSpec {
  /** 字段名称, the name on the wire. */
  readonly name: string;
  /** 序号, as printed; the manager's table starts a part of its numbers again. */
  readonly number: number;
  /** 数据名称. */
  readonly title: string;
  /** How it is edited: `list` is an array of type and text, `long-text` a text of several lines. */
  readonly type: 'text' | 'long-text' | 'date' | 'code' | 'photo' | 'list' | 'url';
  /** In characters (code points); of a list its serialised text; null for a photo, which has at most 50 KB. */
  readonly maxLength: number | null;
  /** `text` says when it is required, `reads` on which fields that depends. */
  readonly need: 'yes' | 'no' | { readonly text: string; readonly reads: readonly string[] };
  /** Of its codes, or of the types of a list's entries. */
  readonly dictionary: DictionaryId | null;
  /** The only text that passes. */
  readonly fixed?: string;
  /** 备注, in short. */
  readonly help: string;
  /** Where the row stands in the document. */
  readonly cite: string;
  /** The other fields whose issues change with this one. */
  readonly affects: readonly string[];
}

/** A code table. */
export interface Dictionary {
  readonly id: DictionaryId;
  readonly title: string;
  /** Where the codes are laid down. */
  readonly cite: string;
  /** Whether all codes are known: in an open dictionary an unlisted one is a warning. */
  readonly closed: boolean;
  /** How many digits a code of an open dictionary has. */
  readonly digits: number | null;
  readonly rows: readonly DictionaryRow[];
}

/** One code. */
export interface DictionaryRow {
  readonly code: string;
  readonly name: string;
  /** How it is known: the document says it, two sources do, one does, or it follows from something else. */
  readonly confidence: 'seed' | 'confirmed' | 'single' | 'inferred';
}

/** How grave an issue of a rule is, by profile. */
export interface RuleSeverity {
  readonly document: 'error' | 'warning';
  readonly strict: 'error' | 'warning';
}

/** One field at which a rule stands. */
export interface RulePlace {
  readonly kind: Kind;
  readonly at: string;
  /** The other fields it reads. */
  readonly reads: readonly string[];
  /** Here, where it differs from the rule's own because less is known of the field's codes or numbers. */
  readonly severity?: RuleSeverity;
}

/** A rule. */
export interface RuleInfo {
  /** Public, never reused. */
  readonly id: RuleId;
  /** The version that brought it. */
  readonly since: string;
  readonly severity: RuleSeverity;
  readonly kinds: readonly Kind[];
  /** What it is checked on: every record, the entries of a batch or request, JSON text, or one of the two as a whole. */
  readonly scope: 'record' | 'entry' | 'text' | 'batch' | 'request';
  /** The clause, standard or reading it rests on; null where that is the row of the field at which it stands (`cite` of its `FieldSpec`). */
  readonly cite: string | null;
  /** The names of the parameters of its issues. */
  readonly params: readonly string[];
  /** Empty where it stands at an entry, a name or the envelope. */
  readonly places: readonly RulePlace[];
  /** What is wrong, why, and what to do: templates with places for `{title}`, `{name}` and the parameters. */
  readonly words: Readonly<Record<'zh-CN' | 'en', readonly [what: string, why: string, fix: string]>>;
}
