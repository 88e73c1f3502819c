import type { DocumentOutline } from '../../../../src/exchange/ports/message-codec.port.js';
import type { BusinessType, DocumentReference, StatusMessage } from '../../../../src/exchange/ports/message.js';
import type { Office } from '../office.js';

/** What recipients do with recalls and changes that reach them. */
export const RECALL_ANSWERS = ['accept', 'refuse', 'silent'] as const;

export type RecallAnswer = (typeof RECALL_ANSWERS)[number];

const STATUS = { accept: '15', refuse: '16' } as const;

const WORDS: Readonly<Record<keyof typeof STATUS, string>> = {
  accept: 'Đã xóa văn bản theo yêu cầu của nơi gửi.',
  refuse: 'Văn bản đã được sử dụng để trả lời người phản ánh, không lấy lại được.',
};

/** The desks of the agencies that the department writes to: a document that its sender takes back or changes is marked there, and answered. */
export class RecallDesk {
  /** How recalls and changes are answered from now on. */
  answer: RecallAnswer = 'accept';

  constructor(private readonly office: Office) {}

  /** Within the transaction that takes the message. */
  receive(message: DocumentOutline): void {
    if (message.business === 'new' || this.answer === 'silent') return;
    for (const { id, name } of message.to)
      for (const document of documentsOf(message)) this.reply({ id, name }, document, this.answer);
  }

  /** Whether a recipient has given the document up. */
  isGivenUp(documentId: string): boolean {
    return this.office.store.ledger.statesOf([documentId]).some(({ status }) => status === '15');
  }

  private reply(from: StatusMessage['from'], document: DocumentReference, answer: keyof typeof STATUS): void {
    const { store, clock, codec } = this.office;
    const at = clock.now();
    const [status, description] = [STATUS[answer], WORDS[answer]];
    store.ledger.noteState(document.documentId, from.id, { status, at, description });
    const bytes = codec.write({ kind: 'status', from, responseFor: document, status, description, at });
    const queued = store.mailbox.queue({
      kind: 'status',
      fromAgency: from.id,
      toAgency: this.office.parties.department.id,
      bytes,
      queuedAt: at,
      documentId: document.documentId,
    });
    this.office.tellOfMessage(queued.id);
  }
}

/** The documents that a message takes back, changes or lets fall away. */
function documentsOf(message: DocumentOutline): readonly DocumentReference[] {
  const { from, business, responseFor, businessDetail = {} } = message;
  const named: Readonly<Record<Exclude<BusinessType, 'new'>, readonly (string | undefined)[]>> = {
    revoke: responseFor.map(({ documentId }) => documentId),
    update: [businessDetail.documentId],
    replace: (businessDetail.replaces ?? []).map(({ documentId }) => documentId),
  };
  if (business === 'new') return [];
  return named[business].flatMap((documentId) =>
    documentId === undefined ? [] : [{ organId: from.id, code: codeIn(documentId), documentId }],
  );
}

/** `513/SGDĐT-VP` of `000.00.03.H24,2026/03/20,513/SGDĐT-VP`; the whole name where it has another form. */
function codeIn(documentId: string): string {
  return documentId.split(',').at(-1) ?? documentId;
}
