import { hasRole } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { LiveSession } from '../../platform/sessions/live-sessions.js';
import type { Fact } from '../kit/facts.js';
import type { AccountView, DeviceView, FactorView } from './account-page.js';
import { roleLabel } from '../kit/words/states.js';
import { recentMoment } from '../kit/words/time.js';
import type { AccountReading } from './account-page-query.js';

export const ACCOUNT_PATH = '/tai-khoan';
export const PASSWORD_PATH = `${ACCOUNT_PATH}/mat-khau`;
export const SECOND_FACTOR_PATH = `${ACCOUNT_PATH}/xac-thuc-hai-lop`;

/** @param thisSession id of the row of the session in which the page is shown */
export function accountView(reading: AccountReading, thisSession: string): AccountView {
  return {
    ...common(reading, thisSession),
    heading: 'Tài khoản của tôi',
    endOthersAction: reading.sessions.length > 1 ? `${ACCOUNT_PATH}/phien/dang-xuat-noi-khac` : null,
    passwordHref: reading.isLocal ? PASSWORD_PATH : null,
    factor: factorView(reading),
    resetFactorAction: null,
    endAllAction: null,
    finds: hasRole(reading.person.actor, 'administrator'),
  };
}

/** The account of somebody else, for the account administrator. */
export function personAccountView(reading: AccountReading): AccountView {
  const path = `${ACCOUNT_PATH}/nguoi/${reading.person.id}`;
  return {
    ...common(reading, null),
    heading: reading.person.fullName,
    endOthersAction: null,
    passwordHref: null,
    factor: null,
    resetFactorAction: reading.factor.confirmedAt === null ? null : `${path}/bo-xac-thuc-hai-lop`,
    endAllAction: reading.sessions.length > 0 ? `${path}/dang-xuat` : null,
    finds: false,
  };
}

function common(
  reading: AccountReading,
  thisSession: string | null,
): Pick<AccountView, 'facts' | 'devices' | 'limits'> {
  const { idleMinutes, longestHours } = reading;
  return {
    facts: factsOf(reading),
    devices: reading.sessions.map((session) => deviceView(session, thisSession, reading.now)),
    limits: `Phiên tự hết sau ${idleMinutes} phút không thao tác, lâu nhất ${longestHours} giờ kể từ lúc đăng nhập.`,
  };
}

function factsOf({ person, unit, isLocal }: AccountReading): readonly Fact[] {
  return [
    { label: 'Tài khoản', value: person.username },
    { label: 'Họ và tên', value: person.fullName },
    { label: 'Chức vụ', value: person.position },
    { label: 'Đơn vị', value: unit ?? 'Chưa ghi' },
    { label: 'Vai trò', value: person.actor.roles.map(roleLabel).join(', ') || 'Chưa được giao' },
    { label: 'Mật khẩu', value: isLocal ? 'Giữ tại phần mềm này' : 'Của thư mục người dùng của cơ quan, đổi ở đó' },
  ];
}

function deviceView(session: LiveSession, thisSession: string | null, now: Date): DeviceView {
  return {
    id: session.id,
    name: session.agent ?? 'Chương trình không rõ',
    address: session.address ?? 'Không rõ',
    since: momentOf(session.createdAt, now),
    seen: momentOf(session.lastSeenAt, now),
    endAction:
      thisSession === null || session.id === thisSession ? null : `${ACCOUNT_PATH}/phien/${session.id}/dang-xuat`,
  };
}

function momentOf(instant: Date | null, now: Date): string {
  return instant === null ? 'Không rõ' : recentMoment(instant, civilDateOf(now));
}

function factorView({ factor, isFactorOwed, now }: AccountReading): FactorView {
  if (factor.confirmedAt === null) {
    const why = isFactorOwed ? ' Tài khoản này bắt buộc phải có.' : '';
    return {
      words: `Chưa bật: chỉ cần mật khẩu là vào được tài khoản này.${why}`,
      setUpHref: SECOND_FACTOR_PATH,
      renewAction: null,
      offAction: null,
    };
  }
  return {
    words: `Bật từ ${recentMoment(factor.confirmedAt, civilDateOf(now))}; còn ${factor.recoveryCodesLeft} mã dự phòng.`,
    setUpHref: null,
    renewAction: `${SECOND_FACTOR_PATH}/ma-du-phong`,
    offAction: isFactorOwed ? null : `${SECOND_FACTOR_PATH}/tat`,
  };
}
