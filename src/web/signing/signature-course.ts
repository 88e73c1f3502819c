import { remaining } from '../../calendar/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { SignatureRequestEntity, SignatureRouteStepEntity, SignatureStepEntity } from '../../signing/index.js';
import { AWAITED, type SignatureState } from '../../signing/domain/signature-request.js';
import type { RouteAction, RouteStatus } from '../../signing/domain/signature-route.js';
import type { RowView } from '../kit/row-list.js';
import { count } from '../kit/words/numbers.js';
import { lasted, moment, recentMoment, timeWithSeconds } from '../kit/words/time.js';
import type { Today } from '../deadlines/ticket-deadline.js';

const ACTIONS: Readonly<Record<RouteAction, string>> = { initial: 'Ký nháy', sign: 'Ký số', seal: 'Đóng dấu' };

const DESKS: Readonly<Record<RouteStatus, Pick<RowView, 'icon' | 'tone'> & { readonly words: string }>> = {
  waiting: { icon: 'clock', words: 'Chưa đến lượt' },
  done: { icon: 'check', tone: 'ok', words: 'Hoàn thành' },
  returned: { icon: 'x', tone: 'bad', words: 'Trả lại' },
  cancelled: { icon: 'minus', words: 'Không đến bước này' },
};

const STATES: Readonly<Record<SignatureState, string>> = {
  pending: 'Trình ký, chờ gửi đến hệ thống quản lý văn bản',
  submitted: 'Đã trình, chờ lãnh đạo ký',
  returned: 'Lãnh đạo trả lại',
  rejected: 'Lãnh đạo từ chối ký',
  cancelled: 'Rút trình ký',
  failed: 'Hệ thống quản lý văn bản không nhận, hoặc không làm được',
  signed: 'Lãnh đạo đã ký, đang kiểm tra',
  proofFailed: 'Bản ký không đạt kiểm tra',
  verified: 'Bản ký đạt kiểm tra, chờ văn thư',
  sealing: 'Lấy số, yêu cầu đóng dấu',
  sealFailed: 'Chưa đóng được dấu, hoặc bản đóng dấu không đạt',
  sealed: 'Đóng dấu xong, đạt kiểm tra',
  released: 'Phát hành',
};

/** Nothing more comes after them. */
const LAST: readonly SignatureState[] = ['returned', 'rejected', 'cancelled', 'failed', 'proofFailed', 'released'];

/** The desks on a letter's way, in their order: whose, in whose place, and what became of it there. */
export function routeRows(route: readonly SignatureRouteStepEntity[], { now }: Today): readonly RowView[] {
  const turn = route.find(({ status }) => status === 'waiting')?.position;
  return route.map(({ position, action, personName, personPosition, insteadOf, status, at, comment }): RowView => {
    const { icon, tone, words } = DESKS[status];
    const who = [personName, personPosition].filter((part) => part !== null).join(', ');
    const instead = insteadOf === null ? '' : ` (${insteadOf})`;
    const standing = position === turn ? 'Đang ở đây' : words;
    const said = comment === null || comment === '' ? '' : `: “${comment}”`;
    const when = at === null ? '' : `, ${recentMoment(at, civilDateOf(now))}`;
    return {
      icon,
      tone,
      title: `${String(position)}. ${ACTIONS[action]}: ${who}${instead}`,
      detail: `${standing}${when}${said}`,
    };
  });
}

/** Each state that a letter was in, newest first: when, for how long, by whose word, and what was said with it. */
export function historyRows(steps: readonly SignatureStepEntity[], { now }: Today): readonly RowView[] {
  return steps
    .map((step, at): RowView => {
      const until = steps[at + 1]?.at ?? (LAST.includes(step.state) ? null : now);
      const stayed = until === null ? null : `ở bước này ${lasted(until.getTime() - step.at.getTime())}`;
      const facts = [recentMoment(step.at, civilDateOf(now)), wordOf(step), stayed].filter((fact) => fact !== null);
      const said = step.comment === null || step.comment === '' ? '' : `: “${step.comment}”`;
      return { icon: 'file', title: STATES[step.state], detail: `${facts.join(', ')}${said}` };
    })
    .toReversed();
}

function wordOf({ source, actorName, remoteRevision }: SignatureStepEntity): string | null {
  if (source === 'eOffice') return `${actorName}, hệ thống quản lý văn bản báo lần ${String(remoteRevision)}`;
  return actorName === SYSTEM.name ? null : actorName;
}

type Waiting = Pick<SignatureRequestEntity, 'state' | 'createdAt'>;

/** Whether a letter lies before its leader for longer than the agency means to wait. @param waitDays in working days */
export function isLongBeforeLeader(request: Waiting, waitDays: number, today: Today): boolean {
  return request.state === 'submitted' && waitedDays(request, today).days > waitDays;
}

/** How long ago a letter was submitted: within its day by the clock, later in working days. */
export function waitedWords(request: Waiting, today: Today): string {
  const { days, withRest } = waitedDays(request, today);
  if (days === 0) return lasted(today.now.getTime() - request.createdAt.getTime());
  return `${count(days)} ngày ${withRest === true ? 'kể cả ngày nghỉ' : 'làm việc'}`;
}

/** Days after that of its submission, today included. */
function waitedDays(
  { createdAt }: Waiting,
  { now, calendar }: Today,
): { readonly days: number; readonly withRest?: true } {
  const since = remaining(now, { due: createdAt, legalEnd: createdAt }, 'workingDays', calendar);
  return since.kind === 'late' ? since : { days: 0 };
}

/** When the e-office was asked last and will be next, and what keeps it from telling. */
export function polledWords(request: SignatureRequestEntity, pollSeconds: number): string {
  const { lastLookAt, nextLookAt, failedLooks, lookFailure, state } = request;
  if (lastLookAt === null) return AWAITED.includes(state) ? 'Chưa hỏi hệ thống quản lý văn bản lần nào' : '';
  if (!AWAITED.includes(state)) return `Hỏi hệ thống quản lý văn bản lần cuối ${moment(lastLookAt)}`;
  const next = timeWithSeconds(nextLookAt ?? new Date(lastLookAt.getTime() + pollSeconds * 1000));
  const asked = `Hỏi hệ thống quản lý văn bản lúc ${timeWithSeconds(lastLookAt)}; lần tới ${next}`;
  if (failedLooks === null || failedLooks === 0) return asked;
  return `${lookFailure ?? ''} ${count(failedLooks)} lần hỏi liền chưa có tin. ${asked}`;
}
