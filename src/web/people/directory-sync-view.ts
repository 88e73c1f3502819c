import { isoInVietnam } from '../../kernel/civil-date.js';
import { UNDER_WAY, type RunState } from '../../organisation/domain/directory/directory-run.js';
import { needsInWords } from '../../organisation/domain/directory/sync-approval.js';
import { SYNC_ACTS, type SyncAct, type WordedLine } from '../../organisation/domain/directory/sync-line.js';
import type { UnitRule } from '../../organisation/domain/directory/sync-rules.js';
import { FIELD_WORDS, rolesInWords } from '../../organisation/domain/directory/sync-words.js';
import type { DirectoryRunEntity } from '../../organisation/index.js';
import type {
  DirectorySyncView,
  SyncGroupView,
  SyncPlanView,
  SyncRowView,
  SyncRunView,
} from './directory-sync-page.js';
import { count } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';
import type { DirectorySyncReading } from './directory-sync-page-query.js';

export const DIRECTORY_SYNC = '/dong-bo-nhan-su';

/** People of one kind that a page shows; a first run may have thousands. */
const SHOWN = 200;

export function directorySyncView(reading: DirectorySyncReading): DirectorySyncView {
  const { isOn, runs, shown } = reading;
  const underWay = runs.find(({ state }) => UNDER_WAY.includes(state));
  return {
    summary: isOn
      ? 'Nhân sự lấy từ thư mục của cơ quan. Mỗi lần đều xem trước được; không ai bị xóa, không ai có vai trò chỉ vì thư mục.'
      : 'Chưa nối với thư mục nhân sự. Đặt các biến LDAP_ rồi khởi động lại phần mềm.',
    asks: isOn && underWay === undefined ? ASKS : [],
    isRunning: underWay !== undefined,
    progress: underWay === undefined ? null : progressOf(underWay),
    plan: shown === null || UNDER_WAY.includes(shown.state) ? null : planView(shown, runs[0]?.id === shown.id),
    runs: runs.map(runView),
    settings: settingFacts(reading),
  };
}

const ASKS = [
  { kind: 'full', label: 'Xem trước toàn bộ' },
  { kind: 'delta', label: 'Xem trước phần thay đổi' },
];

function progressOf({ state, seen }: Pick<DirectoryRunEntity, 'state' | 'seen'>): string {
  if (state === 'asked') return 'Đang chờ đọc thư mục; trang tự hiện kết quả.';
  return `Đang đọc thư mục: ${count(seen)} người${state === 'approved' ? ', rồi áp dụng' : ''}. Trang tự hiện kết quả.`;
}

function planView(run: DirectoryRunEntity, isNewest: boolean): SyncPlanView {
  const lines = run.plan ?? [];
  const effects = run.added + run.changed + run.disabled;
  const mayApply = isNewest && run.state === 'planned' && effects > 0 && run.planHash !== null;
  return {
    heading: `Lần đọc ${shortMoment(run.startedAt)}`,
    words: run.state === 'failed' ? 'Không đổi gì.' : outcomeOf(run),
    warning: warningOf(run),
    groups: SYNC_ACTS.map((act) => groupView(act, lines)).filter(({ rows }) => rows.length > 0),
    apply: mayApply
      ? {
          action: `${DIRECTORY_SYNC}/${run.id}/ap-dung`,
          label: `Áp dụng cho ${count(effects)} người`,
          planHash: run.planHash ?? '',
          question: `${outcomeOf(run)} Thư mục được đọc lại; nếu kế hoạch khác đi thì không đổi gì.`,
        }
      : null,
  };
}

function warningOf({ state, reason, needs }: DirectoryRunEntity): string | null {
  if (state === 'failed') return reason;
  if (state !== 'planned' || (needs ?? []).length === 0) return null;
  return `Xem kỹ trước khi áp dụng: ${needsInWords(needs ?? [])}.`;
}

const HEADINGS: Readonly<Record<SyncAct, string>> = {
  disable: 'Ngừng tài khoản',
  change: 'Đổi',
  enable: 'Mở lại tài khoản',
  add: 'Thêm',
  refuse: 'Không nhận',
};

function groupView(act: SyncAct, lines: readonly WordedLine[]): SyncGroupView {
  const own = lines.filter((line) => line.act === act);
  const left = own.length - SHOWN;
  return {
    act,
    heading: `${HEADINGS[act]}: ${count(own.length)} người`,
    rows: own.slice(0, SHOWN).map(rowView),
    more: left > 0 ? `và ${count(left)} người nữa; xem đủ bằng lệnh hoi-am directory sync --dry-run.` : null,
  };
}

function rowView(line: WordedLine): SyncRowView {
  const { directoryId, fullName, username, changes } = line;
  return {
    key: directoryId,
    who: fullName,
    username,
    changes: changes.map(({ field, before, after }) => ({
      field: field === 'directoryId' ? 'nối với thư mục' : FIELD_WORDS[field],
      before: line.act === 'add' || field === 'directoryId' ? '' : (before ?? '(trống)'),
      after: after ?? '(trống)',
    })),
    note: noteOf(line),
  };
}

function noteOf({ act, sentence, rolesLost, rolesBack }: WordedLine): string | null {
  const said = sentence.slice(sentence.indexOf(': ') + 2);
  if (act === 'disable' || act === 'refuse') return said;
  const lost = rolesLost.length === 0 ? [] : [`Thu hồi vai trò ở đơn vị cũ: ${rolesInWords(rolesLost)}.`];
  const back = rolesBack.length === 0 ? [] : [`Có lại vai trò: ${rolesInWords(rolesBack)}.`];
  return [...lost, ...back].join(' ') || null;
}

const STATES: Readonly<Record<RunState, string>> = {
  asked: 'Chờ đọc',
  reading: 'Đang đọc',
  planned: 'Mới xem trước',
  approved: 'Đang áp dụng',
  applied: 'Đã áp dụng',
  failed: 'Không thành công',
};

function runView(run: Omit<DirectoryRunEntity, 'plan'>): SyncRunView {
  const { id, startedAt, kind, byName, approvedByName, state, needs, reason } = run;
  const waits = state === 'planned' && (needs ?? []).length > 0;
  return {
    id,
    at: isoInVietnam(startedAt),
    when: shortMoment(startedAt),
    href: `${DIRECTORY_SYNC}?lan=${id}`,
    kind: kind === 'full' ? 'Toàn bộ' : 'Phần thay đổi',
    by: approvedByName === null ? byName : `${byName}; áp dụng: ${approvedByName}`,
    outcome: state === 'failed' ? (reason ?? '') : outcomeOf(run),
    state: waits ? 'Chờ quản trị quyết định' : STATES[state],
    isFailed: state === 'failed',
  };
}

function outcomeOf({
  added,
  changed,
  disabled,
  untouched,
  refused,
}: Pick<DirectoryRunEntity, 'added' | 'changed' | 'disabled' | 'untouched' | 'refused'>): string {
  return `Thêm ${count(added)}, đổi ${count(changed)}, ngừng ${count(disabled)}, giữ nguyên ${count(untouched)}, không nhận ${count(refused)}.`;
}

function settingFacts({ place, settings }: DirectorySyncReading): DirectorySyncView['settings'] {
  const { attributes, units, sharePercent, fullAt, deltaMinutes } = settings;
  const map = Object.entries(attributes).map(
    ([field, attribute]) => `${FIELD_WORDS[field as keyof typeof attributes]} = ${attribute}`,
  );
  return [
    { label: 'Thư mục', value: place === '' ? 'chưa đặt' : place },
    { label: 'Thuộc tính', value: map.join('; ') },
    {
      label: 'Đơn vị',
      value: units.length === 0 ? 'chưa có quy tắc: chưa nhận được ai' : units.map(ruleWords).join('; '),
    },
    { label: 'Cần đồng ý', value: `khi hơn ${String(sharePercent)}% và từ 3 người bị ngừng hoặc bị thu hồi vai trò` },
    { label: 'Tự đọc toàn bộ', value: fullAt === null ? 'không' : `${clockOf(fullAt)} hằng ngày` },
    { label: 'Tự đọc thay đổi', value: deltaMinutes === null ? 'không' : `mỗi ${String(deltaMinutes)} phút` },
  ];
}

function ruleWords(rule: UnitRule): string {
  if (rule.kind === 'place') return `${rule.place} → ${rule.unitCode}`;
  return rule.kind === 'code' ? `mã ở ${rule.attribute}` : `${rule.attribute} = ${rule.value} → ${rule.unitCode}`;
}

function clockOf(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
