import type { ChangeState } from '../../officers/domain/officer-change.js';

const CHANGE_STATES: Readonly<Record<ChangeState, string>> = {
  planned: 'Chưa xác nhận',
  waiting: 'Chờ đến ngày',
  done: 'Đã thực hiện',
  reversed: 'Đã hoàn tác',
  withdrawn: 'Đã bỏ',
  failed: 'Chưa thực hiện được',
};

/** `waiting` → `Chờ đến ngày` */
export function changeStateLabel(state: ChangeState): string {
  return CHANGE_STATES[state];
}
