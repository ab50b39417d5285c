// The five steps of issuing a certificate, in the words of this page, and what is to be done where one of them ended otherwise than
// well.

import type { Kind } from 'mohurd-ecert';
import type { CertKind, IssueState, StepName, StepStatus } from 'mohurd-ecert/qr';

const ALL: Record<CertKind, true> = { safety: true, special: true, manager: true };

/** The kinds that are issued. */
export const CERT_KINDS = Object.keys(ALL) as CertKind[];

export function isCertKind(kind: Kind): kind is CertKind {
  return kind in ALL;
}

export interface StepWords {
  name: StepName;
  title: string;
  text: string;
  /** Doing it again does nothing twice. */
  isPure: boolean;
  /** What doing it again is called where nobody knows what became of it. */
  again: string;
  /** What is to be known before. */
  caution: string;
}

const CAUTION = '文档没有说明平台是否把重发的记录当作同一条：如果上次已经接收，再发可能重复归集，所以请先查询。';

/** In their order. */
export const STEPS: readonly StepWords[] = [
  { name: 'validate', title: '校验', text: '按接口文档检查记录，有错误就不发送。', isPure: true, again: '继续', caution: '' },
  { name: 'submit', title: '归集', text: '把业务数据报给部平台，换取二维码赋码。', isPure: false, again: '重新发送（可能重复归集）', caution: CAUTION },
  { name: 'decrypt', title: '解密赋码', text: '由服务器用私钥解开赋码，生成二维码的内容；私钥不到网页。', isPure: true, again: '继续', caution: '' },
  {
    name: 'compose',
    title: '制证',
    text: '电子证照平台用记录和二维码制证，给出证照标识和预览地址。',
    isPure: false,
    again: '重新制证（可能重复）',
    caution: '不知道电子证照平台是否已经制证。这里的平台按数据唯一标识认出同一张证照，不会制第二张；其他平台请先查询。',
  },
  {
    name: 'preview',
    title: '归集预览地址',
    text: '把赋码、证照标识和预览地址报给部平台。',
    isPure: false,
    again: '重新发送（可能重复归集）',
    caution: '如果上次已经接收，平台会答复“赋码已使用”，这一步就算完成。',
  },
];

export const STATUSES: Record<StepStatus, { title: string; tone: '' | 'busy' | 'good' | 'warning' | 'error' }> = {
  waiting: { title: '未开始', tone: '' },
  started: { title: '进行中', tone: 'busy' },
  done: { title: '完成', tone: 'good' },
  failed: { title: '失败', tone: 'error' },
  unknown: { title: '结果不明', tone: 'warning' },
};

/** What a step is in by now: one that is said to be under way, while nothing is, was cut off in between. */
export function statusOf(state: IssueState, { name, isPure }: StepWords, isRunning: boolean): StepStatus {
  const { status } = state.steps[name];
  if (status !== 'started' || isRunning) return status;
  return isPure ? 'failed' : 'unknown';
}

/** The step that comes next; none where all is done, or nothing more is to be done. */
export function nextOf(state: IssueState): StepWords | undefined {
  return STEPS.find(({ name }) => name === state.next);
}

/** Whether the record may still be mended: nothing of it was taken, and none was perhaps. */
export function isOpen(state: IssueState): boolean {
  const submitted = state.steps.submit.status;
  return submitted === 'waiting' || submitted === 'failed';
}
