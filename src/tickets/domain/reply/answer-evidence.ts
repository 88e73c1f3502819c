import { DomainError } from '../../../kernel/domain-error.js';
import { clean } from '../../../kernel/vietnamese.js';

interface FileKind {
  readonly mediaType: string;
  /** The first is given to a file whose name says something else. */
  readonly extensions: readonly string[];
  readonly is: (content: Buffer) => boolean;
}

const PDF_MARK = Buffer.from('%PDF-', 'latin1');
const PNG_MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_MARK = Buffer.from([0xff, 0xd8, 0xff]);
const ZIP_MARK = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OFFICE = 'application/vnd.openxmlformats-officedocument';

const begins =
  (mark: Buffer) =>
  (content: Buffer): boolean =>
    content.subarray(0, mark.length).equals(mark);

/** An Office document without macros: what runs by itself is no evidence. */
const office =
  (part: string) =>
  (content: Buffer): boolean =>
    begins(ZIP_MARK)(content) && content.includes(part) && !content.includes('vbaProject.bin');

/** ISO base media files name their kind behind `ftyp` (ISO/IEC 14496-12, 4.3). */
const brand =
  (...brands: readonly string[]) =>
  (content: Buffer): boolean =>
    content.toString('latin1', 4, 8) === 'ftyp' && brands.includes(content.toString('latin1', 8, 12));

const FILE_KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], is: begins(PDF_MARK) },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], is: begins(JPEG_MARK) },
  { mediaType: 'image/png', extensions: ['png'], is: begins(PNG_MARK) },
  { mediaType: 'image/heic', extensions: ['heic', 'heif'], is: brand('heic', 'heix', 'mif1', 'msf1') },
  { mediaType: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'], is: office('word/document.xml') },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], is: office('xl/workbook.xml') },
  {
    mediaType: 'video/mp4',
    extensions: ['mp4', 'm4v'],
    is: brand('isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV'),
  },
  { mediaType: 'video/quicktime', extensions: ['mov'], is: brand('qt  ') },
  { mediaType: 'audio/mp4', extensions: ['m4a'], is: brand('M4A ') },
];

/** What a chooser of files offers. */
export const EVIDENCE_EXTENSIONS = FILE_KINDS.flatMap(({ extensions }) => extensions);

export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024;

export const MAX_EVIDENCE_FILES = 10;

const MAX_NAME_LENGTH = 200;

const UNNAMED = 'tai-lieu';

export interface EvidenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/**
 * A file as it may be kept: its type is told by its bytes, whatever its name and its sender say, and its name ends as its type does.
 *
 * @throws DomainError `input-invalid` at `files` for what is empty, too large or of another type
 */
export function requireEvidenceFile({ name, content }: Pick<EvidenceFile, 'name' | 'content'>): EvidenceFile {
  const known = plainName(name);
  if (content.length === 0) throw refused(`Tệp “${known}” không có nội dung. Chọn lại tệp.`);
  if (content.length > MAX_EVIDENCE_BYTES) {
    throw refused(`Tệp “${known}” lớn hơn 20 MB. Giảm dung lượng hoặc chia thành nhiều tệp rồi thêm lại.`);
  }
  const kind = FILE_KINDS.find(({ is }) => is(content));
  if (!kind) {
    throw refused(
      `Tệp “${known}” không phải PDF, ảnh (JPEG, PNG, HEIC), DOCX, XLSX, video hoặc ghi âm MP4. Chọn tệp khác.`,
    );
  }
  return { name: nameFor(known, kind), mediaType: kind.mediaType, content };
}

/** @throws DomainError `input-invalid` at `files`, when there is none or there are too many */
export function requireEvidenceFiles(
  files: readonly Pick<EvidenceFile, 'name' | 'content'>[],
): readonly EvidenceFile[] {
  if (files.length === 0) throw refused('Chọn ít nhất một tệp.');
  if (files.length > MAX_EVIDENCE_FILES) {
    throw refused(`Mỗi lần thêm nhiều nhất ${MAX_EVIDENCE_FILES} tệp. Chia thành nhiều lần.`);
  }
  return files.map(requireEvidenceFile);
}

/** The last part of a path, without what a file system or a header would stumble over. */
function plainName(name: string): string {
  const last = clean(name).split(/[/\\]/u).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '').trim();
  return plain === '' ? UNNAMED : plain;
}

function nameFor(name: string, { extensions: [first = '', ...others] }: FileKind): string {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const stem = [first, ...others].includes(ending) ? name.slice(0, -ending.length - 1) : name;
  const extension = stem === name ? first : ending;
  const room = MAX_NAME_LENGTH - extension.length - 1;
  // Cut between the halves of a letter outside the basic plane, the first half falls away.
  const short = stem.slice(0, room).replace(/\p{Surrogate}/gu, '');
  return `${short === '' ? UNNAMED : short}.${extension}`;
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'files', message });
}
