// GBK, which Node reads and does not write: its decoder, turned round. It is a helper of the tests beside it.

const decoder = new TextDecoder('gb18030', { fatal: true });
const bytesOf = new Map();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

/** The bytes of a text in GBK; it throws at a character that GBK does not have. */
export function gbk(text) {
  return Buffer.from([...text].flatMap((each) => {
    const bytes = each < '\x80' ? [each.charCodeAt(0)] : bytesOf.get(each);
    if (!bytes) throw new Error('no character of GBK');
    return bytes;
  }));
}
