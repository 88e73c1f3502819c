import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { joinSql, sql } from '../../platform/database/sql.js';
import type { HandlingState } from '../domain/handling.js';
import { DocumentCoordinationEntity, DocumentHandlingEntity } from './correspondence.entities.js';

/** An agency has some hundreds open at a time. */
const LISTED = 200;

/** Reads of documents that are handled without a ticket. */
@Injectable()
export class CorrespondenceQueries {
  constructor(private readonly database: Database) {}

  byDocument(documentId: string): Promise<DocumentHandlingEntity | null> {
    return this.handlings.findOneBy({ documentId });
  }

  ofDocuments(documentIds: readonly string[]): Promise<readonly DocumentHandlingEntity[]> {
    return inPieces(documentIds, (some) => this.handlings.findBy({ documentId: In(some) }));
  }

  coordinationsOf(documentIds: readonly string[]): Promise<readonly DocumentCoordinationEntity[]> {
    if (documentIds.length === 0) return Promise.resolve([]);
    return this.coordinations.find({ where: { documentId: In([...documentIds]) }, order: { unitId: 'ASC' } });
  }

  /** In a state, those that are due first on top; of one lead unit where it is named. */
  inState(state: HandlingState, leadUnitId?: string): Promise<readonly DocumentHandlingEntity[]> {
    return cutList(
      { name: 'Văn bản đến đang giải quyết', how: 'Giải quyết các dòng đầu thì dòng sau hiện ra; sổ theo dõi có đủ.' },
      this.handlings.findAndCount({
        where: { state, ...(leadUnitId === undefined ? {} : { leadUnitId }) },
        order: { dueOn: 'ASC', documentId: 'ASC' },
        take: LISTED,
      }),
    );
  }

  /** How many wait: to be routed, for those who route; with a unit that leads; for the opinion of one that helps. */
  countWaiting({ routes, unitId }: { readonly routes: boolean; readonly unitId: string | null }): Promise<number> {
    const counts = [
      ...(routes ? [sql`(SELECT COUNT(*) FROM "document_handling" WHERE "state" = 'received')`] : []),
      ...(unitId === null
        ? []
        : [
            sql`(SELECT COUNT(*) FROM "document_handling" WHERE "leadUnitId" = ${unitId} AND "state" = 'routed')`,
            sql`(SELECT COUNT(*) FROM "document_coordination" asked WHERE asked."unitId" = ${unitId} AND asked."givenAt" IS NULL
              AND EXISTS (SELECT 1 FROM "document_handling" h WHERE h."documentId" = asked."documentId" AND h."state" = 'routed'))`,
          ]),
    ];
    if (counts.length === 0) return Promise.resolve(0);
    return countTogether(this.database, sql`SELECT ${joinSql(counts, ' + ')} AS "held"`);
  }

  /** Those on which a unit was asked and has said nothing. */
  async advisedBy(unitId: string): Promise<readonly DocumentHandlingEntity[]> {
    const asked = await this.coordinations.findBy({ unitId, givenAt: IsNull() });
    const handlings = await this.ofDocuments(asked.map(({ documentId }) => documentId));
    return handlings.filter(({ state }) => state === 'routed');
  }

  private get handlings() {
    return this.database.reader.getRepository(DocumentHandlingEntity);
  }

  private get coordinations() {
    return this.database.reader.getRepository(DocumentCoordinationEntity);
  }
}
