// The sentences of a problem: what happened to a step, and what to do. They hold no value.

import type { Locale } from '../shapes.js';

const ZH = {
  invalid: '数据有错误，没有发送。请按 issues 改正，再用这份状态继续。',
  warned: '数据可以发送，但有警告，见 issues。',
  refused: '平台没有接受，原因见 replies。请改正后再用这份状态继续。',
  accepted: '平台已接受，但有预警，见 replies。',
  'not-sent': '平台没有收到，原因见 failure。请再用这份状态继续。',
  unknown: '不能确定平台是否收到，原因见 failure。请先查实；确需重发时使用 resendUnknown。',
  died: '上次运行在这一步中断，不能确定是否完成。请先查实；确需再做时使用 resendUnknown。',
  doubtful: '这一次没有成功，但先前的一次可能已经完成，仍不能确定。请先查实；确需再做时使用 resendUnknown。',
  unsent: '没有发送：调用不合规范。请核对 gateway 的设置和 options，再用这份状态继续。',
  threw: '这一步的函数抛出了异常，确定没有完成。请排除原因，再用这份状态继续。',
  lost: '这一步的函数抛出了异常，不能确定是否完成。请先查实；确需再做时使用 resendUnknown。',
  'no-assignment': '平台已接受，但没有返回二维码赋码。请向平台索取，写入状态的 codes，再继续。',
  decrypted: 'decrypt 应给出非空的 id 和 content，且 id 符合预览数据的要求。请改正这个函数，再用这份状态继续。',
  picture: '二维码内容不能制成图片。请核对 decrypt 给出的 content。',
  composed: 'compose 应给出 zzeCertID 和 url，且符合预览数据的要求（见 issues）；电子证照可能已经生成。请改正这个函数，再使用 resendUnknown 继续。',
} as const;

/** What there is to say. */
export type Saying = keyof typeof ZH;

const EN: Record<Saying, string> = {
  invalid: 'The data has errors and was not sent. Mend it as issues say, and go on with this state.',
  warned: 'The data may be sent, and has warnings: see issues.',
  refused: 'The platform did not take it: see replies. Mend it, and go on with this state.',
  accepted: 'The platform took it with a warning: see replies.',
  'not-sent': 'The platform did not receive it: see failure. Go on with this state.',
  unknown: 'Nobody can tell whether the platform received it: see failure. Find out first; resendUnknown sends it again.',
  died: 'An earlier run ended in this step: nobody can tell whether it was done. Find out first; resendUnknown does it again.',
  doubtful: 'This attempt failed, but an earlier one may have been done. Find out first; resendUnknown does it again.',
  unsent: 'Nothing was sent: the call is malformed. Check the settings of gateway and options, and go on with this state.',
  threw: 'The function of this step threw: it was certainly not done. Remove the cause, and go on with this state.',
  lost: 'The function of this step threw: nobody can tell whether it was done. Find out first; resendUnknown does it again.',
  'no-assignment': 'The platform took it and gave no QR assignment. Ask the platform for it, put it into codes of the state, and go on.',
  decrypted: 'decrypt must give id and content, not empty, the id as a preview takes it. Mend the function, and go on with this state.',
  picture: 'The text of the QR code cannot be made a picture. Check the content that decrypt gives.',
  composed:
    'compose must give zzeCertID and url as a preview takes them (see issues); the e-certificate may have been made. ' +
    'Mend the function, and go on with resendUnknown.',
};

const WORDS: Record<Locale, Record<Saying, string>> = { 'zh-CN': ZH, en: EN };

export function say(locale: Locale, saying: Saying): string {
  return WORDS[locale][saying];
}
