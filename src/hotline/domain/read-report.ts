import { DAY_MS } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Category } from '../../law/index.js';
import { ATTRIBUTE_LIST, type AttributeCode, type ReportAttribute } from './report-form.js';
import { w3Instant } from './w3-instant.js';

/** The fields of a report by name; those of the service definition stand as `attribute[code]`. Empty is the same as not there. */
export type ReportFields = ReadonlyMap<string, string>;

/** A report without flaws. */
export interface ReadReport {
  readonly hotlineCode: string;
  /** When the hotline took it; the legal clock starts when it reached us. */
  readonly takenAt: Date;
  readonly feedback: {
    readonly subject: string;
    readonly words: string;
    readonly place: string;
    readonly category: Category;
    readonly level: 'urgent' | 'normal';
    readonly kind: 'feedback' | 'petition';
    readonly senderName: string;
    readonly senderPhone: string;
    readonly senderEmail: string;
    readonly senderAddress: string;
    readonly keepSecret: boolean;
  };
}

export interface ReportFlaw {
  readonly field: string;
  readonly message: string;
}

const MAX_CODE_LENGTH = 100;
/** GeoReport v2: free text of a request. */
export const MAX_DESCRIPTION_LENGTH = 4000;
const OLDEST_DAYS = 366;
/** Clocks of two installations differ a little. */
const AHEAD_MS = 5 * 60_000;

/**
 * Reads a report, and says everything that is wrong with it at once.
 *
 * Source: GeoReport v2, POST Service Request; location is optional here, for feedback on schools may have none.
 *
 * @throws DomainError `input-invalid` with all `flaws`; `not-found` for a service that is not one of ours
 */
export function readReport(fields: ReportFields, services: ReadonlySet<string>, now: Date): ReadReport {
  const flaws = [...serviceFlaws(fields), ...textFlaws(fields), ...placeFlaws(fields), ...attributeFlaws(fields, now)];
  const [first] = flaws;
  if (first !== undefined) throw new DomainError('input-invalid', { ...first, flaws });
  const category = given(fields, 'service_code');
  if (!isService(category, services)) throw new DomainError('not-found', { what: 'service', field: 'service_code' });
  const attribute = (code: AttributeCode): string => given(fields, nameOf(code));
  return {
    hotlineCode: attribute('hotline_code'),
    takenAt: w3Instant(attribute('received_at')) ?? now,
    feedback: {
      subject: attribute('subject'),
      words: wordsOf(fields),
      place: placeOf(fields),
      category,
      level: attribute('urgent') === 'true' ? 'urgent' : 'normal',
      kind: attribute('kind') === 'petition' ? 'petition' : 'feedback',
      senderName: [given(fields, 'last_name'), given(fields, 'first_name')].filter((part) => part !== '').join(' '),
      senderPhone: given(fields, 'phone'),
      senderEmail: given(fields, 'email'),
      senderAddress: '',
      keepSecret: attribute('keep_secret') !== 'false',
    },
  };
}

export function nameOf(code: string): string {
  return `attribute[${code}]`;
}

function given(fields: ReportFields, name: string): string {
  return (fields.get(name) ?? '').trim();
}

function isService(code: string, services: ReadonlySet<string>): code is Category {
  return services.has(code);
}

function serviceFlaws(fields: ReportFields): readonly ReportFlaw[] {
  return given(fields, 'service_code') === '' ? [missing('service_code')] : [];
}

function textFlaws(fields: ReportFields): readonly ReportFlaw[] {
  const { length } = given(fields, 'description');
  if (length === 0) return [missing('description')];
  if (length <= MAX_DESCRIPTION_LENGTH) return [];
  return [{ field: 'description', message: `description dài quá ${String(MAX_DESCRIPTION_LENGTH)} ký tự.` }];
}

/** Latitude and longitude come together or not at all. */
function placeFlaws(fields: ReportFields): readonly ReportFlaw[] {
  const [lat, long] = [given(fields, 'lat'), given(fields, 'long')];
  if (lat === '' && long === '') return [];
  return [...degreeFlaws('lat', lat, 90), ...degreeFlaws('long', long, 180)];
}

function degreeFlaws(field: 'lat' | 'long', text: string, most: number): readonly ReportFlaw[] {
  if (/^-?\d{1,3}(?:\.\d{1,15})?$/u.test(text) && Math.abs(Number(text)) <= most) return [];
  return [{ field, message: `${field} phải là số từ -${String(most)} đến ${String(most)}; gửi cả lat và long.` }];
}

function attributeFlaws(fields: ReportFields, now: Date): readonly ReportFlaw[] {
  return ATTRIBUTE_LIST.flatMap((attribute) => {
    const field = nameOf(attribute.code);
    const value = given(fields, field);
    if (value === '') return attribute.required ? [missing(field)] : [];
    const message = valueFlaw(attribute, value, now);
    return message === null ? [] : [{ field, message: `${field} ${message}` }];
  });
}

function valueFlaw({ code, datatype, values }: ReportAttribute, value: string, now: Date): string | null {
  if (datatype === 'datetime') return momentFlaw(value, now);
  if (datatype === 'singlevaluelist') {
    const keys = values.map(({ key }) => key);
    return keys.includes(value) ? null : `phải là một trong: ${keys.join(', ')}.`;
  }
  if (/[\r\n]/u.test(value)) return 'phải nằm trên một dòng.';
  return code === 'hotline_code' && value.length > MAX_CODE_LENGTH ? `dài quá ${String(MAX_CODE_LENGTH)} ký tự.` : null;
}

function momentFlaw(value: string, now: Date): string | null {
  const moment = w3Instant(value);
  if (moment === null)
    return 'phải là thời điểm có thật, viết theo ISO 8601 có múi giờ, như 2026-03-12T16:52:00+07:00.';
  const age = now.getTime() - moment.getTime();
  if (age < -AHEAD_MS) return 'không thể sau lúc này; kiểm tra đồng hồ hoặc múi giờ.';
  return age > OLDEST_DAYS * DAY_MS ? 'đã quá một năm; kiểm tra lại năm.' : null;
}

function missing(field: string): ReportFlaw {
  return { field, message: `Thiếu ${field}.` };
}

/** A media URL is written down, never fetched. */
function wordsOf(fields: ReportFields): string {
  const [description, media] = [given(fields, 'description'), given(fields, 'media_url')];
  return media === '' ? description : `${description}\n\nTệp do Tổng đài dẫn: ${media}`;
}

function placeOf(fields: ReportFields): string {
  const address = given(fields, 'address_string');
  if (address !== '') return address;
  const [lat, long] = [given(fields, 'lat'), given(fields, 'long')];
  return lat === '' ? given(fields, 'address_id') : `${lat}, ${long}`;
}
