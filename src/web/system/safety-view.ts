import type { SafetyCheck, SafetyState } from '../../safety/domain/safety-rule.js';
import type { SafetyGroupView, SafetyRow, SafetyView } from './safety-page.js';
import type { SafetyReading } from './safety-page-query.js';

const GROUPS: readonly (readonly [SafetyState, string, string])[] = [
  ['bad', 'can-sua', 'Phải sửa ngay'],
  ['weak', 'con-yeu', 'Cần khắc phục'],
  ['good', 'dang-tot', 'Đạt'],
];

export function safetyView({ working, safety: checks }: SafetyReading): SafetyView {
  const count = (state: SafetyState): number => checks.filter((one) => one.state === state).length;
  const todo = count('bad') + count('weak');
  return {
    working: working.map((one) => ({ ...rowOf(one), isWrong: one.state !== 'good' })),
    summary:
      todo === 0
        ? `Đã xem ${String(checks.length)} điều, không có gì phải sửa.`
        : `Đã xem ${String(checks.length)} điều: ${String(count('bad'))} phải sửa ngay, ${String(count('weak'))} cần khắc phục, ${String(count('good'))} đạt.`,
    groups: GROUPS.map(([state, id, heading]) => group(checks, { state, id, heading })).filter(
      ({ rows }) => rows.length > 0,
    ),
  };
}

function group(
  checks: readonly SafetyCheck[],
  { state, id, heading }: { readonly state: SafetyState; readonly id: string; readonly heading: string },
): SafetyGroupView {
  const rows = checks.filter((one) => one.state === state).map(rowOf);
  return { id, heading, rows };
}

function rowOf({ check, subject, found, mend }: SafetyCheck): SafetyRow {
  return { check, subject, found, mend: mend === '' ? null : mend };
}
