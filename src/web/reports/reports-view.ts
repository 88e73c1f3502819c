import type { CheckedReport, ListedReport, ReportEntity } from '../../reports/index.js';
import { REPORT_CHECKS } from '../../reports/index.js';
import { indicatorsOf } from '../../reports/domain/indicators.js';
import { CUT_OFFS, PERIOD_KINDS } from '../../reports/domain/period.js';
import { mayKeepReports } from '../../reports/domain/report.js';
import type { Fact } from '../../reports/domain/fact.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { ReportCheckView, ReportRowsView, ReportRowView } from './report-rows-page.js';
import type { ListedReportView, ReportsView } from './reports-page.js';
import { CHECK_WORDS, CUT_OFF_WORDS, OUTCOME_WORDS, PERIOD_WORDS, REPORT_STATE_WORDS } from './reports-words.js';
import { fullDay, moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { ReportRowsReading, ReportsReading } from './report-reading.js';
import { valueName } from './report-numbers.js';
import { reportName } from './report-view.js';
import { reportHref, REPORTS } from './report-links.js';
import { choices, pick, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export function reportsView(reading: ReportsReading, refused: RefusedAct | null): ReportsView {
  const { actor, reports, more } = reading;
  const last = reports.at(-1);
  return {
    make: mayKeepReports(actor) ? makeForm(reading, refused) : null,
    reports: reports.map(listedView),
    moreHref: more && last !== undefined ? `${REPORTS}?sau=${last.createdAt.getTime()}.${last.id}` : null,
  };
}

function listedView(report: ListedReport): ListedReportView {
  const { id, kind, cutOff, firstDay, lastDay, state, createdByName, createdAt, frozenAt, frozenByName } = report;
  return {
    id,
    href: reportHref(id),
    name: reportName(report),
    kind: `${PERIOD_WORDS[kind]} · ${CUT_OFF_WORDS[cutOff]}`,
    days: `${fullDay(firstDay)} đến ${fullDay(lastDay)}`,
    isDraft: state === 'draft',
    state: REPORT_STATE_WORDS[state],
    by:
      frozenAt === null
        ? `${createdByName} lập, ${moment(createdAt)}`
        : `${frozenByName ?? ''} chốt, ${moment(frozenAt)}`,
  };
}

export const making = defineForm({
  kind: pick('Loại báo cáo', { value: 'monthly', options: choices(PERIOD_KINDS, PERIOD_WORDS) }),
  cutOff: pick('Cách chốt kỳ', {
    hint: 'Báo cáo hành chính thường chốt từ ngày 15 tháng trước đến ngày 14; báo cáo tuần luôn từ thứ Hai đến Chủ Nhật.',
    ...{ value: 'calendar', options: choices(CUT_OFFS, CUT_OFF_WORDS) },
  }),
  day: text('Một ngày trong kỳ', { kind: 'date', hint: 'Cho báo cáo tuần, tháng, quý, 6 tháng, năm.' }),
  firstDay: text('Từ ngày', { kind: 'date', hint: 'Chỉ cho báo cáo đột xuất.' }),
  lastDay: text('Đến hết ngày', {
    kind: 'date',
    hint: 'Chỉ cho báo cáo đột xuất; chọn hôm nay thì tính đến lúc lập.',
  }),
});

function makeForm({ today }: ReportsReading, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'lap-bao-cao',
    label: 'Lập báo cáo…',
    action: REPORTS,
    submit: 'Lập dự thảo',
    lead: 'Số liệu lấy từ lịch sử phiếu tính đến lúc chốt kỳ; lập lại sau này vẫn ra số đó.',
  };
  return making.draw(frame, refused, { lastDay: today });
}

export function reportRowsView(reading: ReportRowsReading, moreHref: string | null): ReportRowsView {
  const { report, wish, rows, more } = reading;
  const { names } = report;
  const indicator = indicatorsOf(report.indicatorVersion).counts.find(({ code }) => code === wish.mark);
  const places = [
    ['unit', wish.unitId],
    ['category', wish.category],
    ['level', wish.level],
    ['channel', wish.channel],
    ['ground', wish.ground],
  ] as const;
  const span = wish.span === 'before' ? ' (kỳ trước)' : '';
  return {
    report: crumbOf(report),
    heading: [
      `${indicator?.name ?? ''}${span}`,
      ...places.flatMap(([dimension, value]) => (value === undefined ? [] : [valueName(names, dimension, value)])),
    ].join(', '),
    definition: indicator?.definition ?? '',
    rows: rows.map(({ no, fact }) => rowView(no, fact, names)),
    moreHref: more ? moreHref : null,
  };
}

function crumbOf(report: ReportEntity): ReportRowsView['report'] {
  return { name: reportName(report), href: reportHref(report.id) };
}

function rowView(no: number, fact: Fact, names: ReportEntity['names']): ReportRowView {
  return {
    no,
    code: fact.code,
    href: `/phieu/${fact.ticketId}`,
    unit: valueName(names, 'unit', fact.unitId ?? ''),
    category: valueName(names, 'category', fact.category),
    came: moment(new Date(fact.openedAt)),
    due: moment(new Date(fact.legalEndAt)),
    end: endWords(fact),
  };
}

/** `Đã trả lời 12/03/2026, 16:52`, `4 sao, 20/03/2026, 08:00`, `Chưa kết thúc` */
function endWords({ kind, at, outcome, stars }: Fact): string {
  if (at === null) return 'Chưa kết thúc';
  const when = moment(new Date(at));
  if (kind === 'rating') return `${String(stars)} sao, ${when}`;
  if (kind === 'publication') return `Công khai ${when}`;
  if (kind === 'extension') return `Gia hạn ${when}`;
  return `${outcome === null ? '' : OUTCOME_WORDS[outcome]} ${when}`;
}

export function reportCheckView(report: ReportEntity, checked: CheckedReport): ReportCheckView {
  const failed = REPORT_CHECKS.filter((check) => checked[check] === false);
  return {
    report: crumbOf(report),
    verdict:
      failed.length === 0
        ? 'Đạt: báo cáo lập lại hôm nay trùng với bản đã lưu.'
        : `Không đạt ${String(failed.length)} phép kiểm tra; xem từng dòng.`,
    lines: REPORT_CHECKS.map((check) => {
      const { name, pass, fail } = CHECK_WORDS[check];
      const holds = checked[check];
      if (holds === null) return { result: 'skip', name, finding: 'Báo cáo chưa chốt.' } as const;
      return { result: holds ? 'pass' : 'fail', name, finding: holds ? pass : fail } as const;
    }),
  };
}
