import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { yearOf } from '../../kernel/civil-date.js';
import { entriesForDocuments, type FilePlanEntry } from '../domain/file-plan.js';
import { mayKeepOfUnit } from '../domain/keeping.js';
import { RecordQueries } from '../persistence/record-queries.js';
import type { RecordFileEntity } from '../persistence/records.entities.js';
import { FilePlans } from './file-plans.js';
import { PapersOfDocument, type RegisteredDocument } from './papers-of-document.js';
import { RecordFiles } from './record-files.js';

/** Where a document lies, and where this person may put it. */
export interface FilesOfDocument {
  /** Those that this person may see. */
  readonly lies: readonly RecordFileEntity[];
  /** Open files of its unit in which it does not lie; none where it is not this person's to file. */
  readonly open: readonly RecordFileEntity[];
  /** Headings of its unit under which no file is open. */
  readonly headings: readonly FilePlanEntry[];
}

/** Reads in which files a document lies, with a ticket or without, and into which it may be put. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly files: RecordFiles,
    private readonly queries: RecordQueries,
    private readonly papers: PapersOfDocument,
    private readonly plans: FilePlans,
  ) {}

  async of(actor: Actor, document: RegisteredDocument): Promise<FilesOfDocument> {
    const lies = await this.seenOf(actor, document.documentId);
    const matter = await this.papers.matterOf(document);
    const filed = await this.papers.of(matter);
    if (filed === null || !mayKeepOfUnit(actor, filed.unitId)) return { lies, open: [], headings: [] };
    const year = yearOf(filed.startedOn);
    const [open, plan] = await Promise.all([this.queries.openOf(filed.unitId), this.plans.of(year)]);
    const begun = new Set(open.filter((file) => file.year === year).map(({ entry }) => entry));
    return {
      lies,
      open: open.filter(({ id }) => lies.every((file) => file.id !== id)),
      headings: entriesForDocuments(plan, filed.unitId).filter(({ notation }) => !begun.has(notation)),
    };
  }

  private async seenOf(actor: Actor, documentId: string): Promise<readonly RecordFileEntity[]> {
    const seen: RecordFileEntity[] = [];
    for (const file of await this.queries.holding(documentId)) {
      if ((await this.files.seen(actor, file)) !== null) seen.push(file);
    }
    return seen;
  }
}
