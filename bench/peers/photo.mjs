// Whether a photo is a jpg or png of 200–300 dpi and at most 50 KB. `atob` decodes all of it: of what a page has too, that
// is the fastest in Node.

const PREFIX = /^data:image\/(?:png|jpg|jpeg);base64,/;
const MAX_BYTES = 51_200;

function bare(text) {
  const found = PREFIX.exec(text);
  return found ? text.slice(found[0].length) : text;
}

export function isPhoto(text) {
  let file;
  try {
    file = atob(bare(text));
  } catch {
    return false;
  }
  return file.length > 0 && file.length <= MAX_BYTES && isSharp(file);
}

/** Whether the head of a file, a byte a character, says a resolution of 200–300 dpi. */
function isSharp(file) {
  if (file.startsWith('\x89PNG\r\n\x1a\n')) return isSharpPng(file);
  return (
    file.startsWith('\xff\xd8\xff\xe0') &&
    file.startsWith('JFIF\0', 6) &&
    file.charCodeAt(13) === 1 &&
    [14, 16].every((at) => inRange(u16(file, at)))
  );
}

function isSharpPng(file) {
  for (let at = 8; at + 8 < file.length; at += 12 + u32(file, at)) {
    if (file.startsWith('pHYs', at + 4))
      return file.charCodeAt(at + 16) === 1 && [8, 12].every((more) => inRange(Math.round(u32(file, at + more) * 0.0254)));
    if (file.startsWith('IDAT', at + 4)) return false;
  }
  return false;
}

const inRange = (dpi) => dpi >= 200 && dpi <= 300;
const u16 = (file, at) => file.charCodeAt(at) * 256 + file.charCodeAt(at + 1);
const u32 = (file, at) => u16(file, at) * 65_536 + u16(file, at + 2);
