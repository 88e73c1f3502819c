import type { Role } from '../../../kernel/actor.js';
import type { StaffMember, SyncLine } from './sync-line.js';
import type { SyncPlan } from './sync-plan.js';

/** Fewer than these may always be touched for the worse: in a small agency one person is more than a share. */
const AT_LEAST = 3;

/**
 * What a plan must not do without a person's word on that very plan. `share`: too many would be stopped or lose roles, as when the directory answers
 * with a part · `binding`: an account of ours is bound to the directory for the first time · `rolesBack`: somebody comes back to roles · `signerCode`: a signer
 * loses the code by which letters reach them in the e-office, or letters would reach another there.
 */
export type ApprovalNeed = 'share' | 'binding' | 'rolesBack' | 'signerCode';

/** Roles whose holders stand on the route of a letter: it is signed, initialled and sealed under their codes. */
const SIGNING_ROLES: readonly Role[] = ['leader', 'unitHead', 'formatChecker', 'registryClerk'];

/**
 * @param staff everybody as they were before the run
 * @param sharePercent how many percent of the active accounts that came from the directory may be touched for the worse
 */
export function approvalNeeds(
  { lines }: SyncPlan,
  staff: readonly Pick<StaffMember, 'id' | 'active' | 'directoryId' | 'roles'>[],
  sharePercent: number,
): readonly ApprovalNeed[] {
  const linked = staff.filter(({ active, directoryId }) => active && directoryId !== null).length;
  const signers = new Set(staff.filter(({ roles }) => roles.some(isSigning)).map(({ id }) => id));
  const worse = lines.filter((line) => line.act === 'disable' || line.rolesLost.length > 0 || losesCode(line)).length;
  const binds = lines.some(({ changes }) =>
    changes.some(({ field, before }) => field === 'directoryId' && before === null),
  );
  return [
    ...(worse >= AT_LEAST && worse * 100 > linked * sharePercent ? (['share'] as const) : []),
    ...(binds ? (['binding'] as const) : []),
    ...(lines.some(({ rolesBack }) => rolesBack.length > 0) ? (['rolesBack'] as const) : []),
    ...(lines.some((line) => signers.has(line.staffId ?? '') && touchesCode(line)) ? (['signerCode'] as const) : []),
  ];
}

/** Nothing takes its place: letters cannot be put before this person any more. */
function losesCode({ changes }: SyncLine): boolean {
  return changes.some(({ field, before, after }) => field === 'eOfficeCode' && before !== null && after === null);
}

function touchesCode({ changes }: SyncLine): boolean {
  return changes.some(({ field, before }) => field === 'eOfficeCode' && before !== null);
}

function isSigning(role: Role): boolean {
  return SIGNING_ROLES.includes(role);
}

const NEEDS: Readonly<Record<ApprovalNeed, string>> = {
  share: 'nhiều người bị ngừng hoặc bị thu hồi vai trò hơn mức cho phép',
  binding: 'có tài khoản đang có được nối với thư mục lần đầu',
  rolesBack: 'có người được mở lại cùng vai trò cũ',
  signerCode: 'mã trên hệ thống quản lý văn bản của người ký, người ký nháy hoặc văn thư bị bỏ hoặc bị đổi',
};

/** `nhiều người bị ngừng hoặc thôi vai trò hơn mức cho phép; có người …` */
export function needsInWords(needs: readonly ApprovalNeed[]): string {
  return needs.map((need) => NEEDS[need]).join('; ');
}
