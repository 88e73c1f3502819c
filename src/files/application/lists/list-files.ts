import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager, type Repository } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { ListFile } from '../../persistence/list-file.js';
import { IncomingFiles } from '../incoming-files.js';
import { unreadableList } from './list-table.js';

const MEGABYTE = 1024 * 1024;
const FILE_NAME = 200;
const LATEST = 20;

/** A table of lists, and what is counted of each once it is confirmed: nothing while it is reviewed. */
export interface ListKind<List extends ListFile> {
  readonly entity: new () => List;
  readonly nothingYet: Omit<List, keyof ListFile>;
  readonly mostMegabytes: number;
}

/** Stores uploaded workbooks of rows, each confirmed once. What the rows mean is their feature's. */
@Injectable()
export class ListFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly incoming: IncomingFiles,
  ) {}

  /**
   * Stores a list that can be read, for review. No row is imported.
   *
   * @param requireReadable throws where the rows cannot be read
   * @returns the id of the list
   * @throws DomainError `input-invalid` saying why the file cannot be read
   */
  async bring<List extends ListFile>(
    { entity, nothingYet, mostMegabytes }: ListKind<List>,
    actor: Actor,
    { name, content }: { readonly name: string; readonly content: Buffer },
    requireReadable: (content: Buffer) => Promise<unknown>,
  ): Promise<string> {
    if (content.length > mostMegabytes * MEGABYTE)
      throw unreadableList(`Tệp lớn hơn ${String(mostMegabytes)} MB. Chia thành nhiều tệp rồi nhập từng tệp.`);
    const { sha256 } = await this.incoming.keepOne({ name, content }, 'file');
    await requireReadable(content);
    const list = {
      ...nothingYet,
      id: newId(),
      name: name.normalize('NFC').slice(-FILE_NAME),
      sha256,
      uploadedById: actor.id,
      uploadedAt: this.clock.now(),
      confirmedById: null,
      confirmedAt: null,
    };
    await this.uow.run((tx) => tx.insert<ListFile>(entity, list));
    return list.id;
  }

  /** Lists that were brought, newest first. */
  latest<List extends ListFile>(entity: new () => List): Promise<List[]> {
    const order = { uploadedAt: 'DESC', id: 'ASC' } as const;
    return this.rows(entity).find({ order, take: LATEST }) as Promise<List[]>;
  }

  /** @throws DomainError `not-found` */
  async required<List extends ListFile>(entity: new () => List, id: string, tx?: EntityManager): Promise<List> {
    const list = await this.rows(entity, tx).findOneBy({ id });
    if (list === null) throw new DomainError('not-found', { what: 'import' });
    return list as List;
  }

  contentOf({ sha256 }: ListFile): Promise<Buffer> {
    return this.files.get(sha256);
  }

  /**
   * Marks a list confirmed, then has its rows written down in the same transaction: who confirms it at the same moment waits, and what is written is judged
   * by what stands then.
   *
   * @param write judges the rows and writes them; its counts are kept with the list
   * @returns false where it was confirmed before @throws what `write` throws
   */
  async confirm<List extends ListFile>(
    tx: EntityManager,
    actor: Actor,
    { entity, id }: { readonly entity: new () => List; readonly id: string },
    write: () => Promise<Partial<Omit<List, keyof ListFile>>>,
  ): Promise<boolean> {
    const confirmed = { confirmedById: actor.id, confirmedAt: this.clock.now() };
    const { affected } = await this.rows(entity, tx).update({ id, confirmedAt: IsNull() }, confirmed);
    if (affected !== 1) return false;
    await this.rows(entity, tx).update({ id }, await write());
    return true;
  }

  private rows(entity: new () => ListFile, tx = this.database.reader.manager): Repository<ListFile> {
    return tx.getRepository(entity);
  }
}
