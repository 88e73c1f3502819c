import { z } from 'zod';
import { momentWords } from '../../calendar/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { CurrentOutage, OutageEntity, StatusReading } from '../../outages/index.js';
import {
  AFFECTED_LENGTHS,
  ANNOUNCED_BEFORE,
  OUTAGE_KEEPERS,
  outageState,
  REASON_LENGTHS,
  SUMMARY_LENGTHS,
  type OutageState,
} from '../../outages/domain/outage.js';
import { SERVICE_PARTS, type ServicePart, type ServiceState } from '../../outages/domain/service-state.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { OutageNoticeView } from '../kit/shell/page-frame.js';
import type { OutagesView, StatusView } from './outages-pages.js';
import { moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { writtenMoment } from '../../kernel/written-time.js';
import { area, field, line } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const OUTAGES = '/thong-bao-gian-doan';

const STATE_WORDS: Readonly<Record<OutageState, string>> = {
  planned: 'Sắp tới',
  running: 'Đang tạm ngừng',
  over: 'Đã xong',
  cancelled: 'Đã hủy',
};

const PART_WORDS: Readonly<Record<ServicePart, string>> = {
  site: 'Trang tra cứu và phần mềm của cán bộ',
  exchange: 'Trao đổi với Tổng đài 1022 và các cơ quan',
  signing: 'Trình ký văn bản trả lời',
};

const SERVICE_WORDS: Readonly<Record<ServiceState, string>> = {
  works: 'Hoạt động bình thường',
  planned: 'Hoạt động, sắp tạm ngừng theo kế hoạch',
  interrupted: 'Đang gián đoạn',
};

const KEEPS_NOTHING = 'Đang gián đoạn: máy chủ tạm chưa lưu được dữ liệu mới';

/** `từ 08:00, thứ Bảy 28/03/2026 đến 12:00, thứ Bảy 28/03/2026` */
function spanOf({ startsAt, endsAt }: Pick<CurrentOutage, 'startsAt' | 'endsAt'>): string {
  return `từ ${momentWords(startsAt)} đến ${momentWords(endsAt)}`;
}

export function outageNotice(outage: CurrentOutage, now: Date): OutageNoticeView {
  const isRunning = outage.startsAt <= now;
  const when = isRunning ? `Đang tạm ngừng đến ${momentWords(outage.endsAt)}` : `Tạm ngừng ${spanOf(outage)}`;
  return { isRunning, text: `${when}: ${outage.summary}.` };
}

export interface OutagesReading {
  readonly actor: Actor;
  readonly now: Date;
  readonly outages: readonly OutageEntity[];
}

const MINUTE_LENGTH = '2026-03-18T09:00'.length;

export function outagesView({ actor, now, outages }: OutagesReading, refused: RefusedAct | null): OutagesView {
  const mayKeep = hasRole(actor, ...OUTAGE_KEEPERS);
  return {
    outages: outages.map((outage) => {
      const state = outageState(outage, now);
      const { id, summary, affected, reason, urgentReason, letterSha256, letterProblem } = outage;
      return {
        id,
        summary,
        affected,
        reason,
        urgentReason,
        state: STATE_WORDS[state],
        isAhead: state === 'planned' || state === 'running',
        span: spanOf(outage),
        announced: `${moment(outage.announcedAt)}, ${outage.announcedByName}`,
        cancelled: outage.cancelledAt && `Hủy ${moment(outage.cancelledAt)}, ${outage.cancelledByName ?? ''}`,
        letterHref: mayKeep && letterSha256 !== null ? `${OUTAGES}/${id}.docx` : null,
        letterProblem: mayKeep ? letterProblem : null,
        cancelAction: mayKeep && (state === 'planned' || state === 'running') ? `${OUTAGES}/${id}/huy` : null,
      };
    }),
    add: mayKeep ? announceForm(now, refused) : null,
  };
}

const minute = z.string('Ghi thời điểm.').transform((given, context) => {
  const written = writtenMoment(given);
  if (written !== null) return written;
  context.addIssue('Ghi thời điểm có thật, như 28/03/2026 08:00.');
  return z.NEVER;
});

export const announcing = defineForm({
  summary: line('Mục đích tạm ngừng', {
    maxLength: SUMMARY_LENGTHS.longest,
    hint: 'Một dòng, ai cũng đọc được: nâng cấp máy chủ.',
  }),
  startsAt: field('moment', 'Ngừng từ', minute),
  endsAt: field('moment', 'Dự kiến hoạt động trở lại', minute),
  affected: area('Những gì tạm ngừng', { rows: 3, maxLength: AFFECTED_LENGTHS.longest }),
  reason: area('Lý do', { rows: 2, maxLength: REASON_LENGTHS.longest }),
  urgentReason: area('Lý do ngừng gấp', {
    ...{ rows: 2, maxLength: REASON_LENGTHS.longest },
    hint: 'Chỉ khi không báo trước đủ thời hạn được.',
  }),
});

function announceForm(now: Date, refused: RefusedAct | null): ActFormView {
  const today = isoInVietnam(now).slice(0, MINUTE_LENGTH);
  const frame = {
    id: 'thong-bao',
    label: 'Thông báo tạm ngừng…',
    action: OUTAGES,
    submit: 'Thông báo',
    lead: `Báo trước ít nhất ${ANNOUNCED_BEFORE.amount} ngày làm việc, không tính ngày báo. Lưu xong, thông báo hiện ở trang Tình trạng dịch vụ; bản Word để phát hành được lập theo mẫu.`,
  };
  return announcing.draw(frame, refused, { startsAt: today, endsAt: today });
}

export function statusView({ now, states, keepsNothing, ahead, past }: StatusReading): StatusView {
  const parts = SERVICE_PARTS.map((part) => ({
    name: PART_WORDS[part],
    state: states[part],
    words: part === 'site' && keepsNothing ? KEEPS_NOTHING : SERVICE_WORDS[states[part]],
  }));
  const lineOf = (outage: CurrentOutage) => ({ id: outage.id, summary: outage.summary, span: spanOf(outage) });
  return {
    whole: wholeWords(parts.map(({ state }) => state)),
    isWell: parts.every(({ state }) => state !== 'interrupted'),
    at: { iso: now.toISOString(), words: momentWords(now) },
    parts,
    ahead: ahead.map(lineOf),
    past: past.map(lineOf),
  };
}

function wholeWords(states: readonly ServiceState[]): string {
  if (states.every((state) => state === 'interrupted')) return 'Dịch vụ đang gián đoạn';
  if (states.includes('interrupted')) return 'Một phần dịch vụ đang gián đoạn';
  return states.includes('planned')
    ? 'Hoạt động bình thường, sắp tạm ngừng theo kế hoạch'
    : 'Mọi dịch vụ hoạt động bình thường';
}
