// generated from the tables, do not edit: `cargo test --test fresh` writes it

/** One row of the document's table of result codes. */
export interface ResultCode {
  code: number;
  /** 说明, the document's words. */
  text: string;
  /** What kind of answer it is. */
  class: 'done' | 'credentials' | 'token' | 'permission' | 'service' | 'hours';
  /** The same call can succeed later without anybody changing a setting. */
  retryable: boolean;
  /** What to do. */
  advice: { 'zh-CN': string; en: string };
}

/** The document's test address. Nothing calls it but a gateway that is given it. */
export const TEST_ADDRESS = 'http://117.25.28.209:18180/';

/** The document's production address. Nothing calls it but a gateway that is given it. */
export const PRODUCTION_ADDRESS = 'https://220.160.52.164:8807/';

/** Every result code that the document has. */
export const RESULT_CODES: readonly ResultCode[] = [
  { code: 1, text: '操作成功', class: 'done', retryable: false, advice: { 'zh-CN': '无需处理', en: 'nothing to do' } },
  {
    code: 1000,
    text: '非法请求参数, 获取token失败',
    class: 'credentials',
    retryable: false,
    advice: { 'zh-CN': '核对系统 id 与密钥这两个参数是否齐全', en: 'make sure that both system id and key are given' },
  },
  {
    code: 1202,
    text: '该秘钥与系统不匹配,获取token失败',
    class: 'credentials',
    retryable: false,
    advice: {
      'zh-CN': '核对系统 id 与密钥是否属于同一个应用、同一个接口',
      en: 'make sure that system id and key belong to the same application and the same interface',
    },
  },
  {
    code: 1205,
    text: '无效token',
    class: 'token',
    retryable: true,
    advice: { 'zh-CN': '重新获取 token 后再调用一次', en: 'get a new token and repeat the call once' },
  },
  {
    code: 1200,
    text: '没有接口访问权限',
    class: 'permission',
    retryable: false,
    advice: { 'zh-CN': '在开发者门户申请该接口并等待审批', en: 'apply for the interface and wait for the approval' },
  },
  {
    code: 1210,
    text: '不在接口访问白名单内',
    class: 'permission',
    retryable: false,
    advice: { 'zh-CN': '请平台管理员把调用方的出口地址加入白名单', en: 'have the platform add your outgoing address to its allow list' },
  },
  {
    code: 1211,
    text: '在接口访问黑名单内',
    class: 'permission',
    retryable: false,
    advice: { 'zh-CN': '请平台管理员把调用方移出黑名单', en: 'have the platform remove your address from its deny list' },
  },
  {
    code: 1212,
    text: '服务已失效',
    class: 'service',
    retryable: false,
    advice: { 'zh-CN': '向平台管理员核实该服务是否仍可用', en: 'ask the platform whether the service still exists' },
  },
  {
    code: 1213,
    text: '接口已停止',
    class: 'service',
    retryable: false,
    advice: { 'zh-CN': '等平台重新启用该接口后再提交', en: 'submit again once the platform has started the interface' },
  },
  {
    code: 1214,
    text: '不在允许访问时间段内',
    class: 'hours',
    retryable: true,
    advice: { 'zh-CN': '在允许的时间段内再提交', en: 'submit again within the permitted hours' },
  },
];
