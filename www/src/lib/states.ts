// What the states of a record that was sent are called here, and what each means for whoever sent it.

import type { State } from 'mohurd-ecert/gateway';

export interface StateWords {
  title: string;
  text: string;
  tone: 'good' | 'warning' | 'error';
}

export const STATES: Record<State, StateWords> = {
  accepted: { title: '已接收', text: '平台接收了这条记录。', tone: 'good' },
  'accepted-with-warning': { title: '已接收，有预警', text: '平台接收了这条记录，同时给出预警，请核实。', tone: 'warning' },
  refused: { title: '被退回', text: '平台没有接收这条记录。请按答复改正，再发送。', tone: 'error' },
  invalid: { title: '有错误，未发送', text: '这条记录有错误，没有发出。', tone: 'error' },
  unknown: { title: '结果不明', text: '没有得到明确的答复：平台可能已经接收，也可能没有。', tone: 'warning' },
  'not-sent': { title: '未送达', text: '平台没有收到这条记录。', tone: 'error' },
};
