import type { CivilDate } from '../../../src/kernel/civil-date.js';
import type { DocumentReference, Organ, Staff } from '../../../src/exchange/ports/message.js';
import { LENGTHS } from './code-lists.js';
import { readDay, readMoment } from './edxml-time.js';
import type { Findings } from './findings.js';
import { present } from './part.js';
import type { Part } from './part.js';

const AGENCY_CODE = /^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/u;

/** The parts of one message, wherever in the file they stand. */
export interface MessageParts {
  readonly root: Part;
  readonly envelope: Part;
  readonly header: Part;
  readonly messageHeader: Part;
}

const NOBODY: Organ = { id: '', name: '' };

/** An agency; null when it has no identifier, without which nothing can be sent back to it. */
export function readOrgan(part: Part, findings: Findings): Organ | null {
  const id = part.line('OrganId');
  if (id === '' || id === 'null') return null;
  if (!AGENCY_CODE.test(id)) {
    findings.warn(
      'agency-code-form',
      `${part.path}/OrganId`,
      'Mã định danh cơ quan không đúng dạng nào trong hai thế hệ mã.',
    );
  }
  const name = part.line('OrganName');
  if (name === '') findings.warn('agency-name-missing', part.path, 'Cơ quan không có tên (OrganName).');
  warnOfLengths(part, ['OrganizationInCharge', 'OrganName', 'OrganAdd', 'Email', 'Telephone', 'Fax'], findings);
  return present({
    id,
    name,
    inCharge: part.maybe('OrganizationInCharge'),
    address: part.maybe('OrganAdd'),
    email: part.maybe('Email'),
    telephone: part.maybe('Telephone'),
    fax: part.maybe('Fax'),
    website: part.maybe('Website'),
  });
}

/** @returns an empty agency beside the error `from-missing` */
export function readSender(part: Part, findings: Findings): Organ {
  const from = part.one('From');
  const organ = from === null ? null : readOrgan(from, findings);
  if (organ === null)
    findings.refuse('from-missing', `${part.path}/From`, 'Không có cơ quan gửi (From) với mã định danh.');
  return organ ?? NOBODY;
}

/** Who can be asked; undefined when the sender named nobody. */
export function readStaff(part: Part | null): Staff | undefined {
  if (part === null) return undefined;
  const staff = present({
    department: part.maybe('Department'),
    name: part.maybe('Staff'),
    email: part.maybe('Email'),
    mobile: part.maybe('Mobile'),
  });
  return Object.keys(staff).length === 0 ? undefined : staff;
}

/** The document spoken of; null for the empty element that some writers leave behind. */
export function readReference(part: Part, findings: Findings): DocumentReference | null {
  const organId = part.line('OrganId');
  const code = part.line('Code');
  const documentId = part.line('DocumentId');
  if (organId === '' && code === '' && documentId === '') return null;
  return present({ organId, code, promulgationDate: readDayOf(part, 'PromulgationDate', findings), documentId });
}

/** A day, when there is one; a warning when there is something else. */
export function readDayOf(part: Part, name: string, findings: Findings): CivilDate | undefined {
  const text = part.line(name);
  if (text === '') return undefined;
  const day = readDay(text);
  const path = `${part.path}/${name}`;
  if (day === null) findings.warn('date-unreadable', path, 'Ngày không đọc được hoặc không có trong lịch.');
  else if (!day.standard) findings.warn('date-form', path, 'Ngày không viết theo dạng yyyy/MM/dd của quy chuẩn.');
  return day?.value;
}

/** A moment, when there is one; a warning when there is something else, or nothing. */
export function readMomentOf(part: Part, name: string, findings: Findings): Date | undefined {
  const moment = readMoment(part.line(name));
  const path = `${part.path}/${name}`;
  if (moment === null) findings.warn('time-unreadable', path, 'Thiếu thời điểm, hoặc thời điểm không đọc được.');
  else if (!moment.standard) {
    findings.warn('time-form', path, 'Thời điểm không viết theo dạng yyyy/MM/dd HH:mm:ss của quy chuẩn.');
  }
  return moment?.value;
}

export function warnOfLengths(part: Part, names: readonly (keyof typeof LENGTHS)[], findings: Findings): void {
  for (const name of names) {
    if (part.line(name).length > LENGTHS[name]) {
      findings.warn('too-long', `${part.path}/${name}`, `Dài quá ${LENGTHS[name]} ký tự mà quy chuẩn cho phép.`);
    }
  }
}
