import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { FILE_DOCUMENT, IncomingDocumentEntity, indexIncoming } from '../../documents/index.js';
import { receiptWords } from '../../documents/domain/delivery/receipt.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { Unit } from '../../organisation/index.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { requireHandlingStep } from '../domain/handling.js';
import { handlingAbilities, isOfTickets, type HandlingAbilities } from '../domain/policy.js';
import type { WritingPerson } from '../domain/writing-person.js';
import { DocumentCoordinationEntity, DocumentHandlingEntity } from '../persistence/correspondence.entities.js';

/** A document with how it is handled, as one person may act on it. */
export interface HeldDocument {
  readonly document: IncomingDocumentEntity;
  readonly handling: DocumentHandlingEntity;
  readonly coordinations: readonly DocumentCoordinationEntity[];
  readonly may: HandlingAbilities;
}

type Change = Partial<Omit<DocumentHandlingEntity, 'documentId' | 'version'>>;

/** Loads and moves documents that are handled without a ticket: every move is guarded by version and leaves a line in the journal. */
@Injectable()
export class Handlings {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
  ) {}

  /** Whether a document of this sender is handled here. */
  isOurs({ senderCode }: Pick<IncomingDocumentEntity, 'senderCode'>): boolean {
    return !isOfTickets(senderCode, this.settings.hotline.code);
  }

  /** From now on it waits to be routed; opened twice, it is opened once. @param person who wrote it; null for a document of an agency */
  async open(tx: EntityManager, document: IncomingDocumentEntity, person: WritingPerson | null = null): Promise<void> {
    if (!this.isOurs(document)) return;
    if (await tx.existsBy(DocumentHandlingEntity, { documentId: document.id })) return;
    const wrote = person === null ? {} : { personWroteBy: person.wroteBy, personAddress: person.address };
    await tx.insert(DocumentHandlingEntity, { ...NOTHING_YET, ...wrote, documentId: document.id });
    await indexIncoming(tx, document);
  }

  /** @throws DomainError `not-found`, also for those who may not see it, and for a document of a ticket */
  async forActor(tx: EntityManager, actor: Actor, documentId: string): Promise<HeldDocument> {
    const document = await tx.findOneBy(IncomingDocumentEntity, { id: documentId });
    if (document === null || !this.isOurs(document)) throw notFound();
    const [handling, coordinations] = [
      await tx.findOneBy(DocumentHandlingEntity, { documentId }),
      await tx.find(DocumentCoordinationEntity, { where: { documentId }, order: { unitId: 'ASC' } }),
    ];
    // What was entered before documents were handled here has no row until it is routed.
    const held = handling ?? Object.assign(new DocumentHandlingEntity(), { ...NOTHING_YET, documentId, version: 0 });
    const coordinators = coordinations.map(({ unitId }) => unitId);
    const { state, leadUnitId, officerId } = held;
    const may = handlingAbilities(actor, { state, leadUnitId, officerId, coordinators });
    if (!may.see) throw notFound();
    return { document, handling: held, coordinations, may };
  }

  /** @throws DomainError `handling-transition-refused`, `changed-meanwhile` */
  async change(
    tx: EntityManager,
    actor: Actor,
    { documentId, version, state: from }: Pick<DocumentHandlingEntity, 'documentId' | 'version' | 'state'>,
    { change, action, detail }: HandlingStep,
  ): Promise<void> {
    if (change.state !== undefined) requireHandlingStep(from, change.state);
    const isChanged =
      version === 0
        ? await isInserted(tx, { ...NOTHING_YET, ...change, documentId })
        : (await tx.update(DocumentHandlingEntity, { documentId, version }, change)).affected === 1;
    if (!isChanged) throw new DomainError('changed-meanwhile', { what: 'incomingDocument', id: documentId });
    if (change.state === 'settled')
      await this.outbox.enqueue(tx, FILE_DOCUMENT.of({ book: 'incoming', documentId }, version));
    await this.record(tx, actor, documentId, { action, detail });
  }

  /** The first of the lead unit who does something with a document has taken it over: the incoming register says who, and when. */
  async signFor(tx: EntityManager, actor: Actor, document: IncomingDocumentEntity): Promise<void> {
    if (document.receipt !== null) return;
    const receipt = receiptWords(actor.name, civilDateOf(this.clock.now()));
    await tx.update(IncomingDocumentEntity, { id: document.id, receipt: IsNull() }, { receipt });
  }

  record(
    tx: EntityManager,
    actor: Actor,
    objectId: string,
    { action, detail }: Pick<HandlingStep, 'action' | 'detail'>,
  ): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'incomingDocument', objectId, detail });
  }
}

const MAX_HANDLER_LENGTH = 200;

/** As the incoming register shows to whom a document went, and on which day; not yet signed for. */
export function handedOn(
  { name }: Pick<Unit, 'name'>,
  routedOn: CivilDate,
): Pick<IncomingDocumentEntity, 'handler' | 'routedOn' | 'receipt'> {
  return { handler: name.slice(0, MAX_HANDLER_LENGTH), routedOn, receipt: null };
}

/** A change of a document's handling, as the journal tells it. */
interface HandlingStep {
  readonly change: Change;
  readonly action: JournalAction;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Nobody of the lead unit has named who handles it. */
export const NOT_DIRECTED_IN_UNIT = { unitDirection: null, unitDirectedByName: null, unitDirectedOn: null };

const NOTHING_YET = {
  state: 'received' as const,
  direction: null,
  directedById: null,
  directedByName: null,
  directedOn: null,
  routedByName: null,
  routedAt: null,
  leadUnitId: null,
  officerId: null,
  ...NOT_DIRECTED_IN_UNIT,
  dueOn: null,
  settlement: null,
  result: null,
  settledByName: null,
  settledAt: null,
  personWroteBy: null,
  personAddress: null,
};

/** @returns false where another has written the row in the meantime */
async function isInserted(tx: EntityManager, row: Omit<DocumentHandlingEntity, 'version'>): Promise<boolean> {
  try {
    await tx.insert(DocumentHandlingEntity, row);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** @throws DomainError `forbidden` */
export function requireHandlingAbility(may: HandlingAbilities, ability: keyof HandlingAbilities): void {
  if (!may[ability]) throw new DomainError('forbidden', { ability });
}

function notFound(): DomainError {
  return new DomainError('not-found', { what: 'incomingDocument' });
}

/** The person who wrote a document; null where an agency did. */
export function personWho({
  personWroteBy: wroteBy,
  personAddress,
}: Pick<DocumentHandlingEntity, 'personWroteBy' | 'personAddress'>): WritingPerson | null {
  return wroteBy === null ? null : { wroteBy, address: personAddress ?? '' };
}
