import type { SyncPlan } from './sync-plan.js';

/** Fewer than these may always be touched for the worse: in a small house one person is more than a share. */
const AT_LEAST = 3;

/**
 * What a plan must not do without a person's word on that very plan. `share`: too many would be stopped or lose roles, as when the directory answers
 * with a part · `binding`: an account of ours is bound to the directory for the first time · `rolesBack`: somebody comes back to roles.
 */
export type ApprovalNeed = 'share' | 'binding' | 'rolesBack';

/** @param linked how many active accounts came from the directory before the run */
export function approvalNeeds({ lines }: SyncPlan, linked: number, sharePercent: number): readonly ApprovalNeed[] {
  const worse = lines.filter(({ act, rolesLost }) => act === 'disable' || rolesLost.length > 0).length;
  const binds = lines.some(({ changes }) =>
    changes.some(({ field, before }) => field === 'directoryId' && before === null),
  );
  return [
    ...(worse >= AT_LEAST && worse * 100 > linked * sharePercent ? (['share'] as const) : []),
    ...(binds ? (['binding'] as const) : []),
    ...(lines.some(({ rolesBack }) => rolesBack.length > 0) ? (['rolesBack'] as const) : []),
  ];
}

const NEEDS: Readonly<Record<ApprovalNeed, string>> = {
  share: 'nhiều người bị ngừng hoặc thôi vai trò hơn mức cho phép',
  binding: 'có tài khoản đang có được nối với thư mục lần đầu',
  rolesBack: 'có người được mở lại cùng vai trò cũ',
};

/** `nhiều người bị ngừng hoặc thôi vai trò hơn mức cho phép; có người …` */
export function needsInWords(needs: readonly ApprovalNeed[]): string {
  return needs.map((need) => NEEDS[need]).join('; ');
}
