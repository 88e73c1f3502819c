import type { FileState } from '../../records/domain/record-file.js';

const STATES: Readonly<Record<FileState, string>> = {
  open: 'Đang mở',
  closed: 'Đã kết thúc',
  handedOver: 'Đã nộp lưu',
};

export function fileStateLabel(state: FileState): string {
  return STATES[state];
}
