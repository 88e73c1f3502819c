import type { CivilDate } from '../../../src/kernel/civil-date.js';
import type { DocumentReference, Organ, Staff } from '../../../src/exchange/ports/message.js';
import type { XmlContent, XmlPiece } from '../xml/xml-writing.js';
import { writeDay } from './edxml-time.js';
import { EDXML_NAMESPACE, manyLines, oneLine } from './part.js';

/**
 * An element of the envelope. Its prefix, and the missing one of the attachments, are those of the standard's samples:
 * the same namespace either way, and some receivers compare the prefix.
 */
export function el(name: string, content: XmlContent): XmlPiece {
  return { name: `edXML:${name}`, content };
}

export function line(name: string, text: string | undefined): XmlPiece {
  return el(name, oneLine(text ?? ''));
}

export function lines(name: string, text: string | undefined): XmlPiece {
  return el(name, manyLines(text ?? ''));
}

/** Left out when there is nothing to say. */
export function maybeLine(name: string, text: string | undefined): XmlPiece | null {
  return text === undefined || oneLine(text) === '' ? null : line(name, text);
}

export function day(name: string, date: CivilDate | undefined): XmlPiece | null {
  return date === undefined ? null : el(name, writeDay(date));
}

/** An agency with all eight elements, empty ones too: one vendor's check refuses an agency that lacks any of them. */
export function organ(name: 'From' | 'To', value: Organ): XmlPiece {
  return el(name, [
    line('OrganId', value.id),
    line('OrganizationInCharge', value.inCharge),
    line('OrganName', value.name),
    line('OrganAdd', value.address),
    line('Email', value.email),
    line('Telephone', value.telephone),
    line('Fax', value.fax),
    line('Website', value.website),
  ]);
}

export function reference(value: DocumentReference): XmlPiece {
  return el('ResponseFor', [
    line('OrganId', value.organId),
    line('Code', value.code),
    day('PromulgationDate', value.promulgationDate),
    line('DocumentId', value.documentId),
  ]);
}

export function staffInfo(staff: Staff | undefined): XmlPiece | null {
  if (staff === undefined) return null;
  return el('StaffInfo', [
    maybeLine('Department', staff.department),
    maybeLine('Staff', staff.name),
    maybeLine('Email', staff.email),
    maybeLine('Mobile', staff.mobile),
  ]);
}

export function edXml(envelope: readonly (XmlPiece | null)[], attachments: XmlPiece | null): XmlPiece {
  const declared = { 'xmlns:edXML': EDXML_NAMESPACE };
  return {
    name: 'edXML',
    attributes: { xmlns: EDXML_NAMESPACE },
    content: [{ name: 'edXML:edXMLEnvelope', attributes: declared, content: envelope }, attachments],
  };
}
