import { Injectable } from '@nestjs/common';
import { RegisterQueries, type IncomingDocumentEntity } from '../../documents/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { seesEveryUnit } from '../../tickets/domain/deadlines/policy.js';
import { courseWords } from '../domain/course-words.js';
import { ROUTERS } from '../domain/policy.js';
import type { DocumentHandlingEntity } from '../persistence/correspondence.entities.js';
import { CorrespondenceQueries } from '../persistence/correspondence-queries.js';
import { Handlings, type HeldDocument } from './handlings.js';

/** A document in a list. */
export interface ListedDocument {
  readonly document: IncomingDocumentEntity;
  readonly handling: DocumentHandlingEntity;
}

/** What waits with one person: to be routed, handled by the own unit, or advised on; and what all units have open, for those who see it. */
export interface OpenDocuments {
  readonly toRoute: readonly ListedDocument[];
  readonly own: readonly ListedDocument[];
  readonly toAdvise: readonly ListedDocument[];
  readonly everywhere: readonly ListedDocument[];
}

/** Documents that are handled without a ticket, for those who may see them. */
@Injectable()
export class HandlingReader {
  constructor(
    private readonly database: Database,
    private readonly registers: RegisterQueries,
    private readonly queries: CorrespondenceQueries,
    private readonly handlings: Handlings,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it, and for a document of a ticket */
  one(actor: Actor, documentId: string): Promise<HeldDocument> {
    return this.handlings.forActor(this.database.reader.manager, actor, documentId);
  }

  /** Whether this person may read a document without a ticket, and its files. */
  async sees(actor: Actor, documentId: string): Promise<boolean> {
    const document = await this.registers.incomingById(documentId);
    if (document === null || !this.handlings.isOurs(document)) return false;
    const handling = await this.queries.byDocument(documentId);
    if (seesEveryUnit(actor)) return true;
    if (handling === null || actor.unitId === null) return false;
    if ((await this.leadOf(documentId)) === actor.unitId) return true;
    return (await this.queries.coordinationsOf([documentId])).some(({ unitId }) => unitId === actor.unitId);
  }

  /** The unit that leads on a document, or follows the one that did; null while none does. */
  async leadOf(documentId: string): Promise<string | null> {
    return this.staff.presentHolder((await this.queries.byDocument(documentId))?.leadUnitId ?? null);
  }

  /** What was said of a document while it was handled, in lines; null where nothing was, and for a document of a ticket. */
  async courseOf(documentId: string): Promise<string | null> {
    const handling = await this.queries.byDocument(documentId);
    if (handling === null) return null;
    const coordinations = await this.queries.coordinationsOf([documentId]);
    const units = await this.names.units(coordinations.map(({ unitId }) => unitId));
    const opinions = coordinations.map(({ unitId, opinion, givenAt }) => ({
      unit: units.get(unitId) ?? unitId,
      opinion,
      givenAt,
    }));
    return courseWords(Object.assign({}, handling, { opinions }));
  }

  /** When each of these documents was settled that are handled without a ticket; null while somebody works on it. */
  async settledAt(documentIds: readonly string[]): Promise<readonly (Date | null)[]> {
    const handlings = await this.queries.ofDocuments(documentIds);
    return handlings.map(({ state, settledAt }) => (state === 'settled' ? settledAt : null));
  }

  /** Which of these lines are handled here. */
  ofLines(lines: readonly IncomingDocumentEntity[]): ReadonlySet<string> {
    return new Set(lines.filter((line) => this.handlings.isOurs(line)).map(({ id }) => id));
  }

  async open(actor: Actor): Promise<OpenDocuments> {
    const unitId = actor.unitId;
    const [toRoute, own, toAdvise, everywhere] = await Promise.all([
      hasRole(actor, ...ROUTERS) ? this.queries.inState('received') : [],
      unitId === null ? [] : this.queries.inState('routed', unitId),
      unitId === null ? [] : this.queries.advisedBy(unitId),
      seesEveryUnit(actor) ? this.queries.inState('routed') : [],
    ]);
    const lists = [toRoute, own, toAdvise, everywhere];
    const ids = [...new Set(lists.flat().map(({ documentId }) => documentId))];
    const documents = new Map((await this.registers.incomingByIds(ids)).map((document) => [document.id, document]));
    const listed = (handlings: readonly DocumentHandlingEntity[]): readonly ListedDocument[] =>
      handlings.flatMap((handling) => {
        const document = documents.get(handling.documentId);
        return document === undefined ? [] : [{ document, handling }];
      });
    return {
      toRoute: listed(toRoute),
      own: listed(own),
      toAdvise: listed(toAdvise),
      everywhere: listed(everywhere.filter(({ leadUnitId }) => leadUnitId !== unitId)),
    };
  }

  /** How many wait with this person. */
  waiting(actor: Actor): Promise<number> {
    return this.queries.countWaiting({ routes: hasRole(actor, ...ROUTERS), unitId: actor.unitId });
  }
}
