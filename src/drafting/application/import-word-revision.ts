import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { IncomingFiles } from '../../files/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { signedFields } from '../../../templates/document-fields.js';
import { formatErrors, wordFileErrors } from '../domain/word/word-file-errors.js';
import type { WordFile } from '../domain/word/word-reading.js';
import type { DraftEntity } from '../persistence/drafting.entities.js';
import { WordLetters } from '../word/word-letters.js';
import { Drafts, requireAbility } from './drafts.js';
import { Revisions } from './revisions.js';

/** A file that was downloaded, edited in Word and uploaded again. */
export interface BroughtFile {
  readonly name: string;
  readonly content: Buffer;
  /** The revision that the file is based on, as the person chose it; null to take it from the file. */
  readonly base: number | null;
  readonly reason: string;
  /** Row version of the draft, as the page showed it. */
  readonly version: number;
}

/** The result: a new revision, or nothing, because the draft has a newer revision than the file is based on. */
export type TakenFile =
  | { readonly kind: 'saved'; readonly revision: number; readonly errors: number }
  | { readonly kind: 'movedOn'; readonly base: number; readonly present: number };

const FIELD = 'file';

/** Imports a letter edited in Word as a new revision, after it was inspected, read, and compared with the form and the downloaded revision. */
@Injectable()
export class ImportWordRevision {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly revisions: Revisions,
    private readonly incoming: IncomingFiles,
    private readonly letters: WordLetters,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `changed-meanwhile`, `input-invalid` naming all that is wrong with the file */
  async import(
    actor: Actor,
    id: string,
    { base: chosen, reason, version, ...brought }: BroughtFile,
  ): Promise<TakenFile> {
    const draft = await this.editable(this.database.reader.manager, actor, id);
    await this.incoming.require([brought], FIELD);
    const { titlesBeforeNames } = await this.agencyProfiles.today();
    const file = await this.letters.read(brought.content, { titlesAllowed: titlesBeforeNames });
    const base = chosen ?? originOf(file, draft);
    requireOwn(file, draft);
    if (base !== draft.revision) return { kind: 'movedOn', base, present: draft.revision };
    requireSound(wordFileErrors(file, z.object(signedFields).parse(draft.fields), base));
    const { sha256 } = await this.incoming.keepOne(brought, FIELD);
    const { head, agency, paragraphs, findings } = file;
    const revision = await this.uow.run(async (tx) => {
      const present = await this.editable(tx, actor, id);
      const { fields, signerId } = present;
      const written = {
        fields,
        signerId,
        basedOn: base,
        docxSha256: sha256,
        reading: { head, agency, paragraphs, findings },
      };
      return this.revisions.add(tx, actor, present, { ...written, source: 'word', version, reason });
    });
    return { kind: 'saved', revision, errors: formatErrors(findings).length };
  }

  /** Continues with the form; the revision from Word stays, but is no longer the present one. @throws DomainError as `import` does */
  async leave(actor: Actor, id: string, { version, reason }: Pick<BroughtFile, 'version' | 'reason'>): Promise<void> {
    await this.uow.run(async (tx) => {
      const draft = await this.editable(tx, actor, id);
      const { source, fields, signerId } = await this.revisions.present(tx, draft);
      if (source !== 'word') throw new DomainError('changed-meanwhile', { what: 'draft', id });
      await this.revisions.add(tx, actor, draft, { fields, signerId, version, reason });
    });
  }

  private async editable(tx: EntityManager, actor: Actor, id: string): Promise<DraftEntity> {
    const { draft, may } = await this.drafts.forActor(tx, actor, id);
    requireAbility(may, 'edit');
    return draft;
  }
}

function originOf({ origin }: WordFile, { revision }: DraftEntity): number {
  if (origin) return origin.revision;
  throw refused(
    `Tệp không ghi sửa từ bản nào. Tải bản ${revision} về để sửa; hoặc, nếu tệp đã có mọi thay đổi đến bản ${revision}, chọn bản ấy ở ô “Tệp sửa từ”.`,
  );
}

function requireOwn({ origin }: WordFile, { id }: DraftEntity): void {
  if (origin && origin.draftId !== id)
    throw refused(
      'Tệp này tải về từ một công văn khác. Mở đúng công văn đó rồi nộp, hoặc tải bản của công văn này về để sửa.',
    );
}

function requireSound(faults: readonly string[]): void {
  if (faults.length > 0) throw refused(`Chưa nhận được bản sửa. ${faults.join(' ')}`);
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: FIELD, message });
}
