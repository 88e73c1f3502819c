import { Injectable } from '@nestjs/common';
import { SigningAuthorities } from '../../delegation/index.js';
import { House } from '../../house/index.js';
import { unitSymbol, type HouseFacts } from '../../house/domain/house-facts.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory, type Unit } from '../../organisation/index.js';
import type { UnitFunction } from '../../organisation/domain/functions.js';
import { FileStore } from '../../platform/files/file-store.js';
import { knownFields } from '../../../templates/known-fields.js';
import { filingLine } from '../domain/letter/addressees.js';
import { requireKind, TemplateRenderer } from '../rendering/template-renderer.js';
import { Templates } from './templates.js';

/** What a document that answers no ticket is written with. */
export interface DocumentGround {
  readonly facts: HouseFacts;
  /** The unit that drafts it. */
  readonly unit: Unit;
  /** `Lưu: VT, VP.` */
  readonly filing: string;
}

/**
 * Makes documents of the house that answer no ticket, as DOCX for the registry: they are entered, signed and sent like every document that was written
 * outside the house, for drafts belong to tickets.
 */
@Injectable()
export class HouseDocuments {
  constructor(
    private readonly clock: Clock,
    private readonly house: House,
    private readonly staff: StaffDirectory,
    private readonly authorities: SigningAuthorities,
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
    private readonly files: FileStore,
  ) {}

  /** Writes a document and keeps it. @returns the file's sha256, in the store @throws DomainError as `write` */
  async make(
    kindName: string,
    duties: readonly UnitFunction[],
    fieldsOf: (ground: DocumentGround) => object,
  ): Promise<string> {
    return this.files.put(await this.write(kindName, duties, fieldsOf));
  }

  /**
   * Writes a document that is kept nowhere here.
   *
   * @param kindName the kind of document
   * @param duties the first of them that a unit holds today says who drafts
   * @param fieldsOf what the house does not fill in by itself
   * @throws DomainError `signing-not-allowed` when nobody may sign it, `not-found` when no unit holds any of the duties, and as the renderer
   */
  async write(
    kindName: string,
    duties: readonly UnitFunction[],
    fieldsOf: (ground: DocumentGround) => object,
  ): Promise<Buffer> {
    const today = civilDateOf(this.clock.now());
    const kind = requireKind(kindName);
    const [signer, facts, unit] = await Promise.all([
      this.authorities.usualSigner(kindName),
      this.house.at(today),
      this.holderOf(duties),
    ]);
    const known = knownFields(kind, { facts, unit, today, signer: { fullName: signer.name, lines: signer.lines } });
    const fields = { ...known, ...fieldsOf({ facts, unit, filing: filingLine(unitSymbol(facts, unit)) }) };
    const file = await this.templates.file(kindName, await this.templates.inForce(kindName, today));
    return (await this.renderer.render(kindName, fields, file)).docx;
  }

  private async holderOf(duties: readonly UnitFunction[]): Promise<Unit> {
    const today = civilDateOf(this.clock.now());
    for (const duty of duties) {
      const holder = await this.staff.holderOf(duty, today);
      if (holder !== null) return holder;
    }
    throw new DomainError('not-found', { what: 'unit' });
  }
}
