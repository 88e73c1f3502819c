import { PRIORITY_WORDS } from '../../correspondence/domain/incoming-paper.js';
import {
  comparedFiles,
  type ComparableFile,
  type ComparedFile,
  type DocumentVersion,
  type FileChange,
} from '../../exchange/domain/changed-document.js';
import type { DocumentVersions } from '../../exchange/index.js';
import { fileSize } from '../kit/words/numbers.js';
import { fullDay } from '../kit/words/time.js';
import type { VersionRow } from './document-versions.js';

const LINES: readonly { readonly label: string; readonly text: (version: DocumentVersion) => string }[] = [
  { label: 'Số, ký hiệu', text: ({ code }) => code },
  { label: 'Ngày văn bản', text: ({ issuedDate }) => (issuedDate === null ? 'không ghi' : fullDay(issuedDate)) },
  { label: 'Tên loại', text: ({ typeName }) => typeName },
  { label: 'Trích yếu', text: ({ subject }) => subject },
  { label: 'Độ khẩn', text: ({ priority }) => PRIORITY_WORDS[priority] ?? PRIORITY_WORDS[0] },
];

const FILE_CHANGES: Readonly<Record<FileChange, string | null>> = {
  same: null,
  renamed: 'Đổi tên, nội dung như cũ',
  changed: 'Nội dung khác',
  added: 'Thêm mới',
  removed: 'Không còn',
};

/** Each line of both versions, then each file; what differs says so in words. Null where there is but one. */
export function versionRows(versions: DocumentVersions | null): readonly VersionRow[] | null {
  if (versions === null) return null;
  const { before, after } = versions;
  const lines = LINES.map(({ label, text }): VersionRow => {
    const [old, wanted] = [text(before), text(after)];
    return { key: label, label, before: old, after: wanted, change: old === wanted ? null : 'Khác' };
  });
  return [...lines, ...comparedFiles(before.files, after.files).map(fileRow)];
}

function fileRow({ change, before, after }: ComparedFile, at: number): VersionRow {
  const row = { key: `tep-${String(at)}`, label: 'Tệp', before: fileWords(before), after: fileWords(after) };
  return { ...row, change: FILE_CHANGES[change] };
}

function fileWords(file: ComparableFile | null): string {
  return file === null ? 'không có' : `${file.name} (${fileSize(file.size)})`;
}
