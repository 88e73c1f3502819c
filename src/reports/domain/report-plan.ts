import { CUT_OFFS, PERIOD_KINDS, type CutOff, type PeriodKind } from './period.js';

/** A kind of report whose draft is made by itself when its period is over. */
export interface ScheduledReport {
  readonly kind: Exclude<PeriodKind, 'adHoc'>;
  readonly cutOff: CutOff;
}

/** `weekly:calendar,monthly:day15` as what it means; an empty text is nothing, and null what means nothing. */
export function readReportPlan(text: string): readonly ScheduledReport[] | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map(scheduledOf);
  return read.some((one) => one === null) ? null : read.filter((one) => one !== null);
}

function scheduledOf(part: string): ScheduledReport | null {
  const [kindText, cutOffText] = part.split(':');
  const kind = PERIOD_KINDS.find((one) => one === kindText);
  const cutOff = CUT_OFFS.find((one) => one === cutOffText);
  return kind === undefined || kind === 'adHoc' || cutOff === undefined ? null : { kind, cutOff };
}
