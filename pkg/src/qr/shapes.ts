// What goes into the functions of `mohurd-ecert/qr` and comes out of them.

/** The three certificates. */
export type CertKind = 'safety' | 'special' | 'manager';

/** What an accepted submission is answered. */
export interface Codes {
  /** The assignment, encrypted: hexadecimal digits of either case. */
  encryCertid: string;
  /** Its key, encrypted: base64; white space is dropped, padding may be missing (reading R16). */
  encryKey: string;
}

/** An assignment, decrypted. */
export interface Assignment {
  /** The assignment, as the preview submission calls it: province (6), year (4) and serial (9). */
  id: string;
  /** Whether it is 19 digits. */
  wellFormed: boolean;
  /** The assignment itself, where it is an address: then it is the text of the QR code. */
  url: string | null;
}

export interface DecryptOptions extends Codes {
  /** The province's RSA key: PKCS#8, in PEM or base64, without a password. It belongs on a server. */
  privateKey: string;
}

export interface EncryptOptions {
  /** The assignment. */
  id: string;
  /** The RSA key of whoever shall read it: X.509 SPKI, in PEM or base64. */
  publicKey: string;
  /** The assignment's own key, 8 ASCII characters. Eight digits are drawn, unless told. */
  key?: string;
}

export interface ContentOptions extends DecryptOptions {
  /** The platform's RSA key for the province: X.509 SPKI, in PEM or base64. */
  publicKey: string;
  /** Which certificate it is of. */
  kind: CertKind;
  /** The province's six digits; those of the assignment, unless told. */
  province?: string;
  /** Whether `k` is percent-encoded. The codes in use have it raw, and so has this, unless told. */
  percentEncode?: boolean;
}

/** The text of a QR code, taken apart. */
export interface QrContent extends Codes {
  /** Which certificate it is of, as `certype` says; `null` of another one. */
  kind: CertKind | null;
  /** 证照类型, 21 characters. */
  certype: string;
  /** The province's six digits. */
  province: string;
}

/** How much of a code may be lost: 7, 15, 25 or 30 %. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H';

export interface PictureOptions {
  /** Modules of white around the code: 4, as the standard asks, unless told. */
  margin?: number;
  /** `M`, unless told. */
  level?: QrLevel;
}

export interface SvgOptions extends PictureOptions {
  /** What a screen reader says: 二维码, unless told. */
  title?: string;
}

export interface PngOptions extends PictureOptions {
  /** Pixels each way, from 1 to 8192: 300, unless told. */
  size?: number;
}
