import { Injectable } from '@nestjs/common';
import { SigningAuthorities } from '../../delegation/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { unitSymbol, type AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
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
export interface DocumentContext {
  readonly facts: AgencyProfile;
  /** The unit that drafts it. */
  readonly unit: Unit;
  /** `Lưu: VT, VP.` */
  readonly filing: string;
}

/** A document that the agency is to write. */
export interface DocumentPlan {
  /** The name of its kind. */
  readonly template: string;
  /** The unit that drafts, or duties: the first of them that a unit holds today says which. */
  readonly drafters: readonly UnitFunction[] | { readonly unitId: string };
  /** What the agency does not fill in by itself. */
  readonly fieldsOf: (context: DocumentContext) => object;
}

/** A document as it is drafted: under which template, by which unit, for whose signature, and what it says. */
export interface DraftedDocument {
  readonly template: string;
  readonly templateVersion: string;
  readonly unitId: string;
  readonly signerId: string;
  readonly fields: object;
}

/** Writes documents of the agency that answer no ticket: as what a draft begins with, or as DOCX for the registry. */
@Injectable()
export class DocumentWriter {
  constructor(
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
    private readonly authorities: SigningAuthorities,
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
    private readonly files: FileStore,
  ) {}

  /** Writes a document and keeps it. @returns the file's sha256, in the store @throws DomainError as `write` */
  async make(plan: DocumentPlan): Promise<string> {
    return this.files.put(await this.write(plan));
  }

  /**
   * Writes a document that is kept nowhere here.
   *
   * @throws DomainError `signing-not-allowed` when nobody may sign it, `not-found` when no unit holds any of the duties, and as the renderer
   */
  async write(plan: DocumentPlan): Promise<Buffer> {
    const { template, templateVersion, fields } = await this.draft(plan);
    const file = await this.templates.file(template, templateVersion);
    return (await this.renderer.render(template, fields, file)).docx;
  }

  /** What a draft of it begins with. @throws DomainError `signing-not-allowed`, `not-found` as `write` */
  async draft({ template, drafters, fieldsOf }: DocumentPlan): Promise<DraftedDocument> {
    const today = civilDateOf(this.clock.now());
    const kind = requireKind(template);
    const [facts, unit] = await Promise.all([this.agencyProfiles.at(today), this.unitOf(drafters)]);
    const signer = await this.authorities.usualSigner({ template, unitId: unit.id });
    const known = knownFields(kind, { facts, unit, today, signer: { fullName: signer.name, lines: signer.lines } });
    const fields = { ...known, ...fieldsOf({ facts, unit, filing: filingLine(unitSymbol(facts, unit)) }) };
    const templateVersion = await this.templates.inForce(template, today);
    return { template, templateVersion, unitId: unit.id, signerId: signer.person.id, fields };
  }

  private async unitOf(drafters: DocumentPlan['drafters']): Promise<Unit> {
    return 'unitId' in drafters ? this.staff.unit(drafters.unitId) : this.holderOf(drafters);
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
