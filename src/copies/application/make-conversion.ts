import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { RegisterQueries } from '../../documents/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { conversionMark, newConversionCode, type ConversionKind } from '../domain/conversion.js';
import { requireCopied } from './require-copied.js';
import { ConversionEntity } from '../persistence/conversion.entity.js';
import { CopyPages } from '../ports/copy-pages.port.js';

/** A letter by its line in the register, or a file that came with an incoming document. */
export interface ConversionSource {
  readonly kind: ConversionKind;
  readonly id: string;
}

interface Original {
  readonly kind: ConversionKind;
  readonly documentId: string;
  readonly fileId: string | null;
  readonly originalSha256: string;
}

/** Makes a PDF to be printed of an electronic document, marked on every page; the original's bytes stay as they are. */
@Injectable()
export class MakeConversion {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly registers: RegisterQueries,
    private readonly names: NameQueries,
    private readonly pages: CopyPages,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /**
   * The caller has seen to it that this person may read the document.
   *
   * @returns the code under which anybody may look the copy up
   * @throws DomainError `not-found`, `document-not-released`, `pdf-not-copyable`
   *
   * Source: Luật Giao dịch điện tử số 20/2023/QH15, Điều 12; Nghị định số 137/2024/NĐ-CP, Điều 4 và Điều 5.
   */
  async make(actor: Actor, source: ConversionSource): Promise<string> {
    const original = await this.original(source);
    const madeAt = this.clock.now();
    const code = newConversionCode();
    const unitName = (await this.names.units([actor.unitId])).get(actor.unitId ?? '') ?? null;
    const mark = conversionMark({
      code,
      publicUrl: this.settings.http.publicUrl,
      owner: (await this.agencyProfiles.today()).name,
      madeAt,
      madeBy: actor.name,
      unit: unitName,
    });
    const bytes = await this.files.get(original.originalSha256);
    const { pdf } = requireCopied(await this.pages.marked(bytes, mark, madeAt));
    const copySha256 = await this.files.put(pdf);
    await this.uow.run(async (tx) => {
      const made = { code, madeAt, madeById: actor.id, madeByName: actor.name, unitName, copySha256 };
      await tx.insert(ConversionEntity, { ...original, ...made });
      const { kind, documentId, fileId, originalSha256 } = original;
      await this.journal.record(tx, actor, {
        action: 'document.convert',
        objectKind: `${kind}Document`,
        objectId: documentId,
        detail: { code, fileId, originalSha256, copySha256 },
      });
    });
    return code;
  }

  private original({ kind, id }: ConversionSource): Promise<Original> {
    return kind === 'outgoing' ? this.letter(id) : this.arrived(id);
  }

  private async letter(id: string): Promise<Original> {
    const letter = await this.registers.outgoingById(id);
    if (!letter) throw new DomainError('not-found', { what: 'outgoingDocument' });
    const { state, sealedSha256 } = letter;
    if (state !== 'released' || sealedSha256 === null) throw new DomainError('document-not-released', { id, state });
    return { kind: 'outgoing', documentId: id, fileId: null, originalSha256: sealedSha256 };
  }

  private async arrived(fileId: string): Promise<Original> {
    const file = await this.registers.fileById(fileId);
    if (!file || file.refusal !== null) throw new DomainError('not-found', { what: 'file' });
    if (file.contentType !== 'application/pdf') throw new DomainError('pdf-not-copyable', { refusal: 'notPdf' });
    return { kind: 'incoming', documentId: file.documentId, fileId, originalSha256: file.sha256 };
  }
}
