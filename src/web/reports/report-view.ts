import { hasRole } from '../../kernel/actor.js';
import type { ReportEntity } from '../../reports/index.js';
import { numberIn, type Cell, type Figures } from '../../reports/domain/figures.js';
import { CAME, indicatorsOf, WENT } from '../../reports/domain/indicators.js';
import { changeWords, numberWords } from '../../reports/domain/numbers.js';
import { periodName } from '../../reports/domain/period.js';
import { mayKeepReports, REPORT_WRITERS } from '../../reports/domain/report.js';
import type { FigureView } from '../kit/charts/figures.js';
import type { IndicatorView, ReportTableView, ReportView } from './report-page.js';
import { CUT_OFF_WORDS, DIMENSION_WORDS, REPORT_STATE_WORDS } from './reports-words.js';
import { fullDay, moment } from '../kit/words/time.js';
import { caseLetterRow, mayBeginAnother } from '../drafting/case-letters-view.js';
import { reportHref } from './report-links.js';
import { reportCharts } from './report-charts.js';
import { indicatorName, NO_UNIT_WORD, numberView, rowsHref, rowsOf, valueName, type Place } from './report-numbers.js';
import type { ReportReading } from './report-reading.js';
import { wordsForm } from './report-words-form.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** `Báo cáo tháng 3 năm 2026` */
export function reportName(report: Pick<ReportEntity, 'kind' | 'cutOff' | 'firstDay' | 'lastDay'>): string {
  return `Báo cáo ${periodName(report)}`;
}

/** What stands at the top: where feedback is, and whether it is in time. */
const FIRST_GLANCE = ['received', 'closed', 'open', 'openOverdue', 'onTimeRate', 'meanDays', 'satisfiedRate'] as const;
/** Red where there are any. */
const LATE = ['openOverdue', 'answeredLate'];
const COLUMNS = [...CAME, ...WENT, 'answeredOnTime', 'answeredLate', 'openOverdue', 'onTimeRate'] as const;

export function reportView(reading: ReportReading, refused: RefusedAct | null): ReportView {
  const { actor, report } = reading;
  const { id, state } = report;
  const isMine = state === 'draft' && mayKeepReports(actor);
  return {
    heading: reportName(report),
    state: stateWords(report),
    isDraft: state === 'draft',
    files: filesOf(report),
    problem: report.documentProblem === null ? null : `Chưa lập được văn bản báo cáo: ${report.documentProblem}`,
    figures: FIRST_GLANCE.map((code) => figureView(report, code)),
    charts: reportCharts(report),
    balance: balanceWords(report),
    tabs: Object.entries(DIMENSION_WORDS).map(([dimension, { by, label }]) => ({
      label,
      href: `${reportHref(id)}?theo=${by}`,
      current: reading.unitId === null && dimension === reading.dimension,
    })),
    table: tableView(reading),
    indicators: indicatorViews(report),
    texts: [
      { heading: 'Tồn tại, nguyên nhân', text: report.assessment },
      { heading: 'Kiến nghị, nhiệm vụ kỳ tới', text: report.proposals },
    ].filter(({ text }) => text !== ''),
    facts: factsOf(reading),
    checkHref: `${reportHref(id)}/kiem-tra`,
    words: isMine ? wordsForm(report, `${reportHref(id)}/loi-van`, refused) : null,
    letters: lettersView(reading),
    freeze: isMine
      ? { action: `${reportHref(id)}/chot`, dropAction: `${reportHref(id)}/bo`, seen: report.snapshotSha256 }
      : null,
  };
}

/** What became of its document, and the way to write it; nothing while the figures may change. */
function lettersView({ actor, report, letters }: ReportReading): ReportView['letters'] {
  if (report.state !== 'frozen') return null;
  const mayBegin = mayBeginAnother(letters) && hasRole(actor, ...REPORT_WRITERS);
  return { rows: letters.map(caseLetterRow), begin: mayBegin ? `${reportHref(report.id)}/van-ban` : null };
}

/** `Đã chốt 08:00, 05/04/2026, Hoàng Thị Minh Nguyệt. Số liệu từ 01/03/2026 đến 31/03/2026.` */
function stateWords({ state, frozenAt, frozenByName, firstDay, lastDay }: ReportEntity): string {
  const frozen = frozenAt === null ? '' : ` ${moment(frozenAt)}, ${frozenByName ?? ''}`;
  return `${REPORT_STATE_WORDS[state]}${frozen}. Số liệu từ ${fullDay(firstDay)} đến ${fullDay(lastDay)}.`;
}

function filesOf({ id, docxSha256, pdfSha256 }: ReportEntity): ReportView['files'] {
  const at = (ending: string): string => `${reportHref(id)}/bao-cao.${ending}`;
  return [
    ...(docxSha256 === null ? [] : [{ label: 'Tải DOCX', href: at('docx') }]),
    ...(pdfSha256 === null ? [] : [{ label: 'Tải PDF', href: at('pdf') }]),
    { label: 'Tải XLSX', href: at('xlsx') },
  ];
}

function figureView(report: ReportEntity, code: string): FigureView {
  const { indicatorVersion: version, figures, figuresBefore } = report;
  return {
    name: indicatorName(version, code),
    value: numberWords(version, code, figures.total) ?? 'chưa có',
    href: rowsHref(report.id, rowsOf(version, code), 'now', {}),
    note: `Kỳ trước ${numberWords(version, code, figuresBefore.total) ?? 'chưa có'}`,
    isLate: LATE.includes(code) && numberIn(figures.total, code) > 0,
  };
}

function balanceWords({ indicatorVersion, figures: { total } }: ReportEntity): string {
  const part = (code: string): string =>
    `${indicatorName(indicatorVersion, code).toLowerCase()} ${numberWords(indicatorVersion, code, total) ?? '0'}`;
  const words = `${CAME.map(part).join(' + ')} = ${WENT.map(part).join(' + ')}.`;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function tableView(reading: ReportReading): ReportTableView {
  const { report, dimension, unitId } = reading;
  const { indicatorVersion: version, figures, names } = report;
  const columns = COLUMNS.map((code) => indicatorName(version, code));
  const { heading } = DIMENSION_WORDS[unitId === null ? dimension : 'category'];
  const rowOf = ({ name, href, cell, place }: { name: string; href: string | null; cell: Cell; place: Place }) => ({
    name,
    href,
    isTotal: false,
    cells: COLUMNS.map((code) => numberView(report, code, { cell, span: 'now' as const, place })),
  });
  const named = partsOf(figures, reading)
    .map(({ value, cell, place, href }) => ({
      name: valueName(names, unitId === null ? dimension : 'category', value),
      href,
      cell,
      place,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'));
  const whole = {
    name: 'Tổng',
    href: null,
    cell: wholeOf(figures, reading),
    place: unitId === null ? {} : { unit: unitId },
  };
  return {
    heading: unitId === null ? DIMENSION_WORDS[dimension].label : `${valueName(names, 'unit', unitId)}, theo lĩnh vực`,
    columns: [heading, ...columns],
    rows: [...named.map(rowOf), ...(dimension === 'ground' ? [] : [{ ...rowOf(whole), isTotal: true }])],
  };
}

interface Part {
  readonly value: string;
  readonly cell: Cell;
  readonly place: Place;
  readonly href: string | null;
}

function partsOf({ by }: Figures, { report, dimension, unitId }: ReportReading): readonly Part[] {
  if (unitId !== null) {
    const prefix = `${unitId}|`;
    return Object.entries(by.unitCategory)
      .filter(([value]) => value.startsWith(prefix))
      .map(([value, cell]) => {
        const category = value.slice(prefix.length);
        return { value: category, cell, place: { unit: unitId, category }, href: null };
      });
  }
  const deeper = (value: string): string | null =>
    dimension === 'unit'
      ? `${reportHref(report.id)}?don-vi=${encodeURIComponent(value === '' ? NO_UNIT_WORD : value)}`
      : null;
  return Object.entries(by[dimension]).map(([value, cell]) => ({
    value,
    cell,
    href: deeper(value),
    place: { [dimension]: value },
  }));
}

function wholeOf({ total, by }: Figures, { unitId }: ReportReading): Cell {
  return unitId === null ? total : (by.unit[unitId] ?? {});
}

function indicatorViews(report: ReportEntity): readonly IndicatorView[] {
  const { indicatorVersion: version, figures, figuresBefore } = report;
  const set = indicatorsOf(version);
  return [...set.counts, ...set.derived].map(({ code, name, definition, source }) => ({
    code,
    name,
    definition,
    source,
    now: numberView(report, code, { cell: figures.total, span: 'now', place: {} }),
    before: numberView(report, code, { cell: figuresBefore.total, span: 'before', place: {} }),
    change: changeWords(version, code, figures.total, figuresBefore.total) ?? '–',
  }));
}

function factsOf({ report }: ReportReading): ReportView['facts'] {
  const { cutOff, cutAt, createdByName, createdAt, snapshotSha256, frozenHash, addressee, rules } = report;
  return [
    { label: 'Kính gửi', value: addressee },
    { label: 'Cách chốt kỳ', value: CUT_OFF_WORDS[cutOff] },
    { label: 'Tính đến trước', value: moment(cutAt) },
    { label: 'Lập', value: `${createdByName}, ${moment(createdAt)}` },
    { label: 'Bản chỉ tiêu', value: `bản ${String(rules.indicators)}` },
    {
      label: 'Bộ thời hạn',
      value: `bản ${String(rules.policy)} có hiệu lực cuối kỳ; phiếu tính theo ${rules.policiesOfTickets.map((version) => `bản ${String(version)}`).join(', ') || 'không có'}`,
    },
    { label: 'Lịch làm việc', value: `bản ${String(rules.calendar)}` },
    { label: 'Mã băm bản lưu', value: snapshotSha256 },
    { label: 'Mã chốt', value: frozenHash ?? 'Chưa chốt' },
  ];
}
