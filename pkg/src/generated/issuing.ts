// generated from the tables, do not edit: `cargo test --test fresh` writes it

/** The code of each certificate in a request. */
export const CERT_TYPES = { safety: '1', special: '2', manager: '3' } as const;

/** The field with a certificate's own id. */
export const RECORD_ID = 'eCertID' as const;

/** The field with the licence id of the certificate that it replaces. */
export const PREDECESSOR = 'associatedZzeCertID' as const;

/** The field with 操作类型. */
export const OPERATION = 'operateType' as const;

/** The operations after which a QR assignment is expected (reading R19). */
export const ASSIGNED: readonly string[] = ['01', '02'];

/** What a refusal says of an assignment that already has its preview page. */
export const ASSIGNMENT_USED = '赋码已使用';
