import type { ReasonCode } from './reasons.js';

/** What the first bytes of a file say it is. */
export interface Sniffed {
  readonly type: string;
  /** Why it is refused without looking further, and what the person is told it is. */
  readonly refused?: readonly [ReasonCode, string];
}

interface Mark {
  /** In Latin-1. */
  readonly bytes: string;
  readonly at?: number;
  readonly sniffed: Sniffed;
}

const mark = (bytes: string, type: string, at = 0): Mark => ({ bytes, at, sniffed: { type } });
const refused = (bytes: string, type: string, reason: readonly [ReasonCode, string], at = 0): Mark => ({
  bytes,
  at,
  sniffed: { type, refused: reason },
});
const runs = (bytes: string, type: string, name: string): Mark => refused(bytes, type, ['type-runs', name]);
const packed = (bytes: string, type: string, name: string, at = 0): Mark =>
  refused(bytes, type, ['type-archive', name], at);

const MARKS: readonly Mark[] = [
  mark('\x89PNG\r\n\x1a\n', 'image/png'),
  mark('\xff\xd8\xff', 'image/jpeg'),
  mark('GIF87a', 'image/gif'),
  mark('GIF89a', 'image/gif'),
  mark('II*\0', 'image/tiff'),
  mark('MM\0*', 'image/tiff'),
  mark('BM', 'image/bmp'),
  mark('PK\x03\x04', 'application/zip'),
  mark('PK\x05\x06', 'application/zip'),
  mark('fLaC', 'audio/flac'),
  mark('OggS', 'audio/ogg'),
  mark('ID3', 'audio/mpeg'),
  mark('#!AMR', 'audio/amr'),
  mark('\x1aE\xdf\xa3', 'video/webm'),
  runs('MZ', 'application/vnd.microsoft.portable-executable', 'Windows'),
  runs('\x7fELF', 'application/x-executable', 'Linux'),
  runs('\xfe\xed\xfa\xce', 'application/x-mach-binary', 'macOS'),
  runs('\xfe\xed\xfa\xcf', 'application/x-mach-binary', 'macOS'),
  runs('\xcf\xfa\xed\xfe', 'application/x-mach-binary', 'macOS'),
  runs('\xce\xfa\xed\xfe', 'application/x-mach-binary', 'macOS'),
  runs('\xca\xfe\xba\xbe', 'application/java-vm', 'Java'),
  runs('\0asm', 'application/wasm', 'WebAssembly'),
  runs('dex\n', 'application/vnd.android.dex', 'Android'),
  runs('\x4c\0\0\0\x01\x14\x02\0', 'application/x-ms-shortcut', 'lối tắt Windows'),
  runs('ITSF', 'application/vnd.ms-htmlhelp', 'tệp trợ giúp CHM'),
  runs('FWS', 'application/x-shockwave-flash', 'Flash'),
  runs('CWS', 'application/x-shockwave-flash', 'Flash'),
  runs('ZWS', 'application/x-shockwave-flash', 'Flash'),
  runs('%!PS', 'application/postscript', 'PostScript'),
  packed('Rar!\x1a\x07', 'application/vnd.rar', 'RAR'),
  packed('7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed', '7z'),
  packed('\x1f\x8b', 'application/gzip', 'gzip'),
  packed('BZh', 'application/x-bzip2', 'bzip2'),
  packed('\xfd7zXZ\0', 'application/x-xz', 'xz'),
  packed('\x28\xb5\x2f\xfd', 'application/zstd', 'zstd'),
  packed('MSCF', 'application/vnd.ms-cab-compressed', 'CAB'),
  packed('ustar', 'application/x-tar', 'tar', 257),
  packed('CD001', 'application/x-iso9660-image', 'ISO', 0x8001),
  refused('{\\rt', 'application/rtf', ['type-rich-text', '']),
];

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * What a file is by its first bytes. Text has none of its own: null when nothing is known, and the caller looks at the
 * letters.
 */
export function sniff(bytes: Buffer): Sniffed | null {
  const head = bytes.toString('latin1', 0, 0x8006);
  if (head.startsWith(OLE)) return { type: 'application/x-ole-storage', refused: oleReason(bytes) };
  if (/^[\s\ufeff]*%PDF-/u.test(head.slice(0, 1024).replace(/^\xef\xbb\xbf/u, ''))) return { type: 'application/pdf' };
  const container = containerType(head);
  if (container !== null) return { type: container };
  const isBinary = /[\0-\x08]/u.test(head.slice(0, 1024));
  const isMark = ({ bytes: wanted, at = 0 }: Mark): boolean =>
    head.startsWith(wanted, at) && (isBinary || !/^[\dA-Za-z]{2,4}$/u.test(wanted));
  return MARKS.find(isMark)?.sniffed ?? null;
}

/** Compound files hold documents of old Office, and locked documents of new. Names in them are UTF-16. */
function oleReason(bytes: Buffer): readonly [ReasonCode, string] {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return ['type-locked-office', ''];
  if (holds('_VBA_PROJECT')) return ['office-macro', 'VBA'];
  return ['type-old-office', ''];
}

/** Containers say behind their length what they hold (ISO/IEC 14496-12, 4.3; RIFF). */
function containerType(head: string): string | null {
  if (head.startsWith('RIFF')) return RIFF[head.slice(8, 12)] ?? null;
  if (head.slice(4, 8) !== 'ftyp')
    return /^\xff[\xe2-\xe7\xf2-\xf7\xfa\xfb]/u.test(head) ? 'audio/mpeg' : aacType(head);
  return BRANDS[head.slice(8, 12)] ?? 'video/mp4';
}

function aacType(head: string): string | null {
  return /^\xff[\xf0\xf1\xf8\xf9]/u.test(head) ? 'audio/aac' : null;
}

const RIFF: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' };

const BRANDS: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  hevc: 'image/heic',
  mif1: 'image/heic',
  msf1: 'image/heic',
  avif: 'image/avif',
  avis: 'image/avif',
  'qt  ': 'video/quicktime',
  'M4A ': 'audio/mp4',
  'M4B ': 'audio/mp4',
  '3gp4': 'video/3gpp',
  '3gp5': 'video/3gpp',
  '3gp6': 'video/3gpp',
  '3g2a': 'video/3gpp',
};
