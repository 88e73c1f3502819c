import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingFiles, ownName } from '../../files/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ANNEX_FIELD, requireAnnexFile, withAnnexes, withoutAnnex, type Annex } from '../domain/annexes.js';
import type { DraftEntity } from '../persistence/drafting.entities.js';
import { Drafts, requireAbility } from './drafts.js';
import { Revisions } from './revisions.js';

/** Over which version of the draft, and why. */
interface AnnexChange {
  readonly version: number;
  readonly reason: string;
}

/** Adds and removes the annexes of a letter that are files of their own; each change is a revision, and approvals of the one before are void. */
@Injectable()
export class ChangeAnnexes {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly revisions: Revisions,
    private readonly incoming: IncomingFiles,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `changed-meanwhile`, `input-invalid` naming the file and what stands against it */
  async add(
    actor: Actor,
    id: string,
    { files: given, ...change }: AnnexChange & { readonly files: readonly { name: string; content: Buffer }[] },
  ): Promise<void> {
    await this.editable(this.database.reader.manager, actor, id);
    const files = given.map(({ name, content }) => ({ name: ownName(name).normalize('NFC'), content }));
    files.forEach(requireAnnexFile);
    const kept = await this.incoming.keep(files, ANNEX_FIELD);
    const brought = kept.map(({ name, size, sha256 }): Annex => ({ name, size, sha256 }));
    await this.change(actor, id, change, (present) => withAnnexes(present, brought));
  }

  /** @param position 1 for the first @throws DomainError as `add` does */
  async remove(
    actor: Actor,
    id: string,
    { position, ...change }: AnnexChange & { readonly position: number },
  ): Promise<void> {
    await this.change(actor, id, change, (present) => withoutAnnex(present, position));
  }

  /** The text stays as it was written, in the form or in Word. */
  private async change(
    actor: Actor,
    id: string,
    { version, reason }: AnnexChange,
    annexesAfter: (present: readonly Annex[]) => readonly Annex[],
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const draft = await this.editable(tx, actor, id);
      const { source, fields, signerId, basedOn, reading, docxSha256, annexes } = await this.revisions.present(
        tx,
        draft,
      );
      const text = source === 'word' ? { source, basedOn, reading, docxSha256 } : {};
      const written = { fields, signerId, ...text, annexes: [...annexesAfter(annexes ?? [])] };
      await this.revisions.add(tx, actor, draft, { ...written, version, reason });
    });
  }

  private async editable(tx: EntityManager, actor: Actor, id: string): Promise<DraftEntity> {
    const { draft, may } = await this.drafts.forActor(tx, actor, id);
    requireAbility(may, 'edit');
    return draft;
  }
}
