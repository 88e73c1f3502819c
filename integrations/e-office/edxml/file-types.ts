const UNKNOWN = 'application/octet-stream';
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

const BY_EXTENSION: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: `${OPEN_XML}.wordprocessingml.document`,
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
  pptx: `${OPEN_XML}.presentationml.presentation`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  json: 'application/json',
  xml: 'application/xml',
  edxml: 'application/xml',
  txt: 'text/plain',
};

/** First bytes in Latin-1; the offset is 0 unless said. */
const MAGIC: readonly { readonly bytes: string; readonly at?: number; readonly type: string }[] = [
  { bytes: '%PDF-', type: 'application/pdf' },
  { bytes: '\x89PNG\r\n\x1a\n', type: 'image/png' },
  { bytes: '\xff\xd8\xff', type: 'image/jpeg' },
  { bytes: 'GIF8', type: 'image/gif' },
  { bytes: 'II*\0', type: 'image/tiff' },
  { bytes: 'MM\0*', type: 'image/tiff' },
  { bytes: 'PK\x03\x04', type: 'application/zip' },
  { bytes: 'PK\x05\x06', type: 'application/zip' },
  { bytes: 'Rar!\x1a\x07', type: 'application/vnd.rar' },
  { bytes: '7z\xbc\xaf\x27\x1c', type: 'application/x-7z-compressed' },
  { bytes: '\x1f\x8b', type: 'application/gzip' },
  { bytes: '{\\rtf', type: 'application/rtf' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', type: 'application/x-ole-storage' },
  { bytes: 'ftyp', at: 4, type: 'video/mp4' },
  { bytes: 'ID3', type: 'audio/mpeg' },
  { bytes: 'MZ', type: 'application/vnd.microsoft.portable-executable' },
  { bytes: '\x7fELF', type: 'application/x-executable' },
  { bytes: '<?xml', type: 'application/xml' },
];

/** Parts that only one kind of Office file has, near the head or in the directory at the end of the ZIP. */
const OFFICE_PARTS: readonly (readonly [string, string])[] = [
  ['word/', `${OPEN_XML}.wordprocessingml.document`],
  ['xl/', `${OPEN_XML}.spreadsheetml.sheet`],
  ['ppt/', `${OPEN_XML}.presentationml.presentation`],
];
const DIRECTORY_WINDOW = 64 * 1024;
const PDF_WINDOW = 1024;
const MARKED: readonly string[] = [
  ...['application/pdf', 'application/zip', 'application/x-zip-compressed'],
  ...['image/png', 'image/jpeg', 'image/jpg', 'image/gif', 'image/tiff'],
];

/** Containers that several formats share: a file of this type is also one of those, and nobody needs to hear of it. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'application/x-ole-storage': ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
  'application/xml': ['text/xml'],
  'application/zip': ['application/x-zip-compressed'],
  'image/jpeg': ['image/jpg'],
  'application/rtf': ['text/rtf', 'application/msword'],
};

/** What a file is by its bytes; null when they say nothing, as with plain text. */
export function sniffType(content: Buffer): string | null {
  const head = content.toString('latin1', 0, 16);
  const found = MAGIC.find(({ bytes, at = 0 }) => head.startsWith(bytes, at))?.type ?? typeBeyondHead(content);
  return found === 'application/zip' ? (officeType(content) ?? found) : found;
}

/** Readers of PDF look for its mark in the first kilobyte, readers of ZIP for its directory at the end: either may stand behind other bytes. */
function typeBeyondHead(content: Buffer): string | null {
  if (content.subarray(0, PDF_WINDOW).includes('%PDF-')) return 'application/pdf';
  const end = content.subarray(Math.max(0, content.length - DIRECTORY_WINDOW));
  return end.includes('PK\x05\x06', 0, 'latin1') ? 'application/zip' : null;
}

/** Whether every file of a type bears its mark, so that bytes without it are something else. */
export function isAlwaysMarked(type: string): boolean {
  const said = type.toLowerCase().split(';')[0]?.trim() ?? '';
  return MARKED.includes(said) || OFFICE_PARTS.some(([, office]) => office === said);
}

/** What a file says it is by its name. */
export function typeByName(name: string): string {
  return BY_EXTENSION[/\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''] ?? UNKNOWN;
}

/** Whether a declared type may stand for the type the bytes have. */
export function typesAgree(declared: string, real: string): boolean {
  const said = declared.toLowerCase().split(';')[0]?.trim() ?? '';
  return said === '' || said === UNKNOWN || said === real || (ALSO[real] ?? []).includes(said);
}

function officeType(content: Buffer): string | null {
  const directory = content.toString('latin1', Math.max(0, content.length - DIRECTORY_WINDOW));
  if (!directory.includes('[Content_Types].xml')) return null;
  return OFFICE_PARTS.find(([part]) => directory.includes(part))?.[1] ?? null;
}
