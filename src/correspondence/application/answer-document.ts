import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { typeAndCode } from '../../documents/domain/same-number.js';
import type { IncomingDocumentEntity } from '../../documents/index.js';
import { BeginDocument, requireKind, type DocumentPlan } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { beginningParts, requireKindFrom } from '../domain/begun-document.js';
import { SUBJECT_LENGTHS } from '../domain/subject.js';
import { personAddressed, personNamed } from '../../drafting/domain/letter/person-addressed.js';
import { WRITING_WORDS, type WritingPerson } from '../domain/writing-person.js';
import { Handlings, personWho, requireHandlingAbility, type HeldDocument } from './handlings.js';

/** A letter answers, other documents carry out what was asked. */
const LETTER = 'cong-van-trien-khai';

/**
 * Begins the document that answers another agency's, of any kind that may; released, it settles what it answers.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 24.
 */
@Injectable()
export class AnswerDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly handlings: Handlings,
    private readonly beginDocument: BeginDocument,
  ) {}

  /** @returns the id of the draft @throws DomainError `not-found`, `forbidden`, `input-invalid`, and as `BeginDocument` */
  async begin(actor: Actor, documentId: string, template: string): Promise<string> {
    requireKindFrom('incoming', template);
    const mayAnswer = async (tx: EntityManager): Promise<HeldDocument> => {
      const held = await this.handlings.forActor(tx, actor, documentId);
      requireHandlingAbility(held.may, 'answer');
      return held;
    };
    const { document, handling } = await this.uow.run(async (tx) => {
      const held = await mayAnswer(tx);
      await this.handlings.signFor(tx, actor, held.document);
      return held;
    });
    const parts = Object.keys(requireKind(template).labels);
    const person = personWho(handling);
    const named = nameOf(document, person);
    const isLetter = template === LETTER;
    const subject = (isLetter ? `phúc đáp ${named.short}` : asTitle(document.subject)).slice(
      0,
      SUBJECT_LENGTHS.longest,
    );
    const plan: DocumentPlan = {
      template,
      drafters: { unitId: handling.leadUnitId ?? '' },
      fieldsOf: ({ facts, filing }) => {
        const opening = isLetter
          ? `Phúc đáp ${named.whole}, ${facts.shortName} có ý kiến như sau:`
          : `Thực hiện ${named.whole}, ${facts.shortName} ${VERBS[template] ?? 'thông báo'} như sau:`;
        const receiver = person === null ? document.senderName : personAddressed(document.senderName, person);
        const given = { template, subject, receivers: [receiver] };
        return beginningParts(given, { parts, filing, opening });
      },
    };
    const toBegin = { caseKind: 'incoming' as const, caseId: documentId, template, stillAllowed: mayAnswer };
    return this.beginDocument.begin(actor, toBegin, () => plan);
  }
}

/** The abstract under the type of a document begins a line of its own. */
function asTitle(subject: string): string {
  return `${subject.slice(0, 1).toLocaleUpperCase('vi')}${subject.slice(1)}`;
}

const VERBS: Readonly<Record<string, string>> = {
  'ke-hoach': 'ban hành Kế hoạch',
  'bao-cao': 'báo cáo',
  'to-trinh': 'kính trình',
  'thong-bao': 'thông báo',
};

/** `Công văn số 41/SNV-CCHC ngày 16/3/2026 của Sở Nội vụ về việc …`; of a person with the way by which it came: `…, gửi qua bưu điện, về việc …` */
function nameOf(
  { typeName, code, issuedDate, senderName, subject }: IncomingDocumentEntity,
  person: WritingPerson | null,
): {
  readonly short: string;
  readonly whole: string;
} {
  const author = person === null ? senderName : personNamed(senderName);
  const short = `${typeAndCode({ typeName, code })} ngày ${shortDate(issuedDate)} của ${author}`;
  const came = person === null ? '' : `, ${WRITING_WORDS[person.wroteBy]},`;
  return { short, whole: `${short}${came} về việc ${subject.replace(/(?<![.\s])[.\s]+$/u, '')}` };
}
