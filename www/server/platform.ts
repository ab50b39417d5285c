// A stand-in for what makes the electronic certificates: every province has its own. This one draws none; it gives each its licence
// id and an address, and the same again to whoever asks again for the same certificate.

import type { RecordOf } from 'mohurd-ecert';
import type { CertKind } from 'mohurd-ecert/qr';

export type Qr = typeof import('mohurd-ecert/qr');

/** A certificate that was made. */
export interface Made {
  zzeCertID: string;
  url: string;
}

/** What is asked for: which kind, and the record of it. */
export interface Order {
  kind: CertKind;
  record: RecordOf<CertKind>;
}

export interface Platform {
  make(order: Order): Made;
}

/** Nobody answers there: the domain is set aside for examples. */
const SHOWN_AT = 'https://ecert.example.com/preview/';

export function createPlatform({ zzeCertId }: Pick<Qr, 'zzeCertId'>): Platform {
  const made = new Map<string, Made>();

  /** A certificate that replaces one of the same number has the next version. */
  function licenceId({ kind, record }: Order): string {
    const first = zzeCertId.compose({ kind, issuer: record.issuAuthCode, certNum: record.certNum });
    const replaced = record.associatedZzeCertID;
    if (!replaced) return first;
    const [own, before] = [zzeCertId.parse(first), zzeCertId.parse(replaced)];
    const isSame = before?.valid && own?.issuer === before.issuer && own.serial === before.serial;
    return isSame ? zzeCertId.next(replaced) : first;
  }

  return {
    make(order) {
      const id = order.record.eCertID;
      const earlier = made.get(id);
      if (earlier) return earlier;
      const certificate: Made = { zzeCertID: licenceId(order), url: SHOWN_AT + encodeURIComponent(id) };
      made.set(id, certificate);
      return certificate;
    },
  };
}
