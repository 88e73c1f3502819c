import type { FileState, PaperKind } from '../../records/domain/record-file.js';

const STATES: Readonly<Record<FileState, string>> = {
  open: 'Đang mở',
  closed: 'Đã kết thúc',
  handedOver: 'Đã nộp lưu',
};

export function fileStateLabel(state: FileState): string {
  return STATES[state];
}

const KINDS: Readonly<Record<PaperKind, string>> = {
  incoming: 'Văn bản đến',
  brought: 'Tài liệu người gửi đưa',
  opinion: 'Ý kiến phối hợp',
  evidence: 'Tài liệu chứng minh',
  answer: 'Câu trả lời trực tiếp',
  outgoing: 'Văn bản đi',
};

export function paperKindLabel(kind: PaperKind): string {
  return KINDS[kind];
}
