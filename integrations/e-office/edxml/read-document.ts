import type { DocumentMessage, DocumentReference, Organ } from '../../../src/exchange/ports/message.js';
import { MAX_PRIORITY, typeNameOf } from './code-lists.js';
import { writeDay } from './edxml-time.js';
import type { Findings } from './findings.js';
import { oneLine, present } from './part.js';
import type { Part } from './part.js';
import { readAttachments } from './read-attachments.js';
import { readBusiness } from './read-business.js';
import type { MessageParts } from './read-shared.js';
import { readDayOf, readOrgan, readReference, readSender, warnOfLengths } from './read-shared.js';

/** A document message. Missing essentials go to `findings` as errors; the value returned with them is of no use. */
export function readDocument(parts: MessageParts, findings: Findings): DocumentMessage {
  const { messageHeader: part } = parts;
  const from = readSender(part, findings);
  const code = readCode(part, findings);
  const promulgation = part.one('PromulgationInfo');
  const promulgationDate = promulgation === null ? undefined : readDayOf(promulgation, 'PromulgationDate', findings);
  if (promulgationDate === undefined) {
    findings.warn('date-missing', `${part.path}/PromulgationInfo`, 'Không có ngày ban hành dùng được.');
  }
  return present({
    kind: 'document',
    from,
    to: readReceivers(part, findings),
    ...code,
    place: promulgation?.line('Place') ?? '',
    promulgationDate,
    typeName: readTypeName(part, findings),
    subject: readSubject(part, findings),
    content: part.maybeLines('Content'),
    signer: readSigner(part.one('SignerInfo')),
    dueDate: readDayOf(part, 'DueDate', findings),
    toPlaces: part
      .one('ToPlaces')
      ?.all('Place')
      .map((place) => oneLine(place.node.text))
      .filter(isSaid),
    priority: readPriority(part.one('OtherInfo'), findings),
    responseFor: part
      .all('ResponseFor')
      .map((reference) => readReference(reference, findings))
      .filter(isReference),
    documentId: readDocumentId(part, { from, code, date: promulgationDate, findings }),
    ...readBusiness(parts.header.one('TraceHeaderList'), parts.header.path, findings),
    attachments: readFiles(parts, findings),
  } satisfies DocumentMessage);
}

function readReceivers(part: Part, findings: Findings): readonly Organ[] {
  const organs = part.all('To').flatMap((to) => {
    const organ = readOrgan(to, findings);
    if (organ === null) findings.warn('to-without-code', to.path, 'Một cơ quan nhận không có mã định danh, bỏ qua.');
    return organ === null ? [] : [organ];
  });
  if (organs.length === 0) {
    findings.refuse('to-missing', `${part.path}/To`, 'Không có cơ quan nhận (To) nào với mã định danh.');
  }
  if (new Set(organs.map((organ) => organ.id)).size < organs.length) {
    findings.warn('to-twice', `${part.path}/To`, 'Một cơ quan nhận được ghi nhiều lần.');
  }
  return organs;
}

interface Code {
  readonly codeNumber: string;
  readonly codeNotation: string;
}

function readCode(part: Part, findings: Findings): Code {
  const code = part.one('Code');
  const codeNumber = code?.line('CodeNumber') ?? '';
  const codeNotation = code?.line('CodeNotation') ?? '';
  const path = `${part.path}/Code`;
  if (codeNumber === '' && codeNotation === '') {
    findings.refuse('code-missing', path, 'Không có số, ký hiệu văn bản (Code).');
  } else if (codeNumber === '' || codeNotation === '') {
    findings.warn('code-half', path, 'Thiếu số hoặc thiếu ký hiệu của văn bản.');
  }
  if (code !== null) warnOfLengths(code, ['CodeNumber', 'CodeNotation'], findings);
  return { codeNumber, codeNotation };
}

function readSubject(part: Part, findings: Findings): string {
  const subject = part.line('Subject');
  if (subject === '') findings.refuse('subject-missing', `${part.path}/Subject`, 'Không có trích yếu (Subject).');
  warnOfLengths(part, ['Subject', 'Content'], findings);
  return subject;
}

function readTypeName(part: Part, findings: Findings): string {
  const type = part.one('DocumentType');
  const said = type?.line('TypeName') ?? '';
  if (said !== '') return said;
  const path = `${part.path}/DocumentType`;
  findings.warn('type-name-missing', path, 'Không ghi tên loại văn bản; suy ra từ mã số nếu được.');
  return typeNameOf(Number(type?.line('Type') ?? 0), Number(type?.line('TypeDetail') ?? 0)) ?? '';
}

function readSigner(part: Part | null): DocumentMessage['signer'] {
  const fullName = part?.line('FullName') ?? '';
  if (part === null || fullName === '') return undefined;
  return present({ competence: part.maybe('Competence'), position: part.maybe('Position'), fullName });
}

function readPriority(part: Part | null, findings: Findings): number {
  const text = part?.line('Priority') ?? '';
  if (part === null || text === '') return 0;
  const priority = /^\d+$/u.test(text) ? Number(text) : -1;
  if (priority >= 0 && priority <= MAX_PRIORITY) return priority;
  findings.warn('priority-unknown', `${part.path}/Priority`, 'Độ khẩn không nằm trong khoảng 0 đến 4; coi là thường.');
  return 0;
}

interface Identity {
  readonly from: Organ;
  readonly code: Code;
  readonly date: DocumentMessage['promulgationDate'];
  readonly findings: Findings;
}

function readDocumentId(part: Part, { from, code, date, findings }: Identity): string {
  const given = part.line('DocumentId');
  if (given !== '') return given;
  findings.warn(
    'document-id-missing',
    part.path,
    'Không có mã văn bản (DocumentId); lập từ cơ quan, ngày, số và ký hiệu.',
  );
  return [from.id, date === undefined ? '' : writeDay(date), `${code.codeNumber}/${code.codeNotation}`].join(',');
}

function readFiles({ root, envelope }: MessageParts, findings: Findings): DocumentMessage['attachments'] {
  const files = (root.one('AttachmentEncoded') ?? envelope.one('AttachmentEncoded'))?.all('Attachment') ?? [];
  const references = envelope.one('edXMLBody')?.one('edXMLManifest')?.all('Reference') ?? [];
  return readAttachments(files, references, findings);
}

function isSaid(text: string): boolean {
  return text !== '';
}

function isReference(reference: DocumentReference | null): reference is DocumentReference {
  return reference !== null;
}
