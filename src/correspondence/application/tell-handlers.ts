import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { DocumentCoordinationEntity, DocumentHandlingEntity } from '../persistence/correspondence.entities.js';

/** What the people who handle a document are told, once for each key. */
export interface HandlingNews {
  readonly key: string;
  readonly words: string;
}

/** Tells those who handle a document without a ticket. */
@Injectable()
export class TellHandlers {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  /** The staff of the lead unit and of the coordinating units; none while no unit has the document. */
  async ofDocument(tx: EntityManager, documentId: string, news: HandlingNews): Promise<void> {
    const handling = await tx.findOneBy(DocumentHandlingEntity, { documentId });
    const lead = await this.staff.presentHolder(handling?.leadUnitId ?? null);
    const helping = await tx.findBy(DocumentCoordinationEntity, { documentId });
    const units = [...(lead === null ? [] : [lead]), ...helping.map(({ unitId }) => unitId)];
    for (const unitId of new Set(units)) await this.ofUnit(tx, unitId, news);
  }

  async ofUnit(tx: EntityManager, unitId: string, { key, words }: HandlingNews): Promise<void> {
    const found = await Promise.all(DRAFTERS.map((role) => this.staff.peopleWith(role, unitId)));
    const people = found.flat().map(({ id }) => id);
    await this.notices.tellEach(tx, people, { key, kind: 'news', words });
  }
}
