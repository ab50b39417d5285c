// What can be made to go wrong with the next call, so that one sees what the page makes of it.

import type { FormSpec } from 'mohurd-ecert';
import type { Fault } from 'mohurd-ecert/sandbox';

export interface Mishap {
  id: string;
  title: string;
  /** Absent: nothing goes wrong. */
  fault?: Fault;
}

export const NONE: Mishap = { id: 'none', title: '正常' };

/** On the way, and at the gateway. */
export const ON_THE_WAY: readonly Mishap[] = [
  { id: 'delay', title: '延迟 3 秒', fault: { delay: 3000 } },
  { id: 'silence', title: '不应答', fault: 'silence' },
  { id: 'closed-before', title: '收到前断开', fault: 'close' },
  { id: 'closed-after', title: '收到后断开', fault: { close: { taken: true } } },
  { id: 'cut', title: '应答被截断', fault: 'cut' },
  { id: 'html', title: 'HTML 错误页', fault: { html: 200 } },
  { id: 'status', title: 'HTTP 503', fault: { status: 503 } },
  { id: 'token', title: 'token 失效（1205）', fault: { code: 1205 } },
  { id: 'address', title: '不在白名单（1210）', fault: { code: 1210 } },
  { id: 'hours', title: '不在允许时段（1214）', fault: { code: 1214 } },
];

/** Refusals of the ministry's, in its words: one for each field that is always needed. */
export function refusals({ fields }: FormSpec): Mishap[] {
  const needed = fields.filter((field) => field.need === 'yes');
  return needed.map(({ name, title }) => ({ id: `refuse-${name}`, title: `${title}不能为空`, fault: { refuse: `${title}不能为空` } }));
}
