import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal, noteTampers, sealRecords, type JournalAction } from '../../../journal/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Certificate } from '../../domain/certificates/certificate.js';
import { nameWords } from '../domain/certificate-file.js';
import { TRUST_PURPOSES } from '../domain/trusted-certificate.js';
import { SEALED_TRUST } from '../persistence/sealed-trust.js';
import { TrustCertificateEntity } from '../persistence/trust.entities.js';
import { TrustStore } from './trust-store.js';

const BASIS = 'Từ tệp TRUST_ANCHORS của máy chủ.';
const MAX_SUBJECT_LENGTH = 500;

/**
 * Writes down what the server's file of anchors brings and takes away, so that a change there is seen, told and in the journal. It never
 * brings back what two people took out.
 */
@Injectable()
export class RecordConfiguredAnchors {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly store: TrustStore,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly journal: Journal,
  ) {}

  async record(): Promise<void> {
    if (await this.store.isFileRecorded()) return;
    const file = await this.store.configuredFingerprints();
    await this.uow.run(async (tx) => {
      for (const certificate of await this.store.unrecorded(tx)) await this.add(tx, certificate);
      const kept = await tx.findBy(TrustCertificateEntity, { origin: 'configuration', activeTo: IsNull() });
      for (const row of kept.filter(({ sha256 }) => !file.has(sha256))) await this.end(tx, row);
    });
  }

  private async add(tx: EntityManager, { der, sha256, name, fields }: Certificate): Promise<void> {
    const [id, subject] = [newId(), nameWords(name).slice(0, MAX_SUBJECT_LENGTH)];
    await tx.insert(TrustCertificateEntity, {
      id,
      sha256,
      subject,
      kind: 'anchor',
      origin: 'configuration',
      personId: null,
      der: der.toString('base64'),
      notBefore: fields.notBefore,
      notAfter: fields.notAfter,
      purposes: [...TRUST_PURPOSES],
      basis: BASIS,
      activeFrom: this.clock.now(),
      addedByName: SYSTEM.name,
      confirmedByName: null,
      activeTo: null,
      endedBecause: null,
      endedById: null,
    });
    await sealRecords(tx, SEALED_TRUST, [id]);
    await this.say(tx, { id, sha256, subject }, { action: 'trust.configured', words: 'được thêm vào' });
  }

  private async end(tx: EntityManager, { id, sha256, subject }: TrustCertificateEntity): Promise<void> {
    const endedBecause = 'Không còn trong tệp TRUST_ANCHORS của máy chủ.';
    await noteTampers(tx, SEALED_TRUST, [id]);
    await tx.update(TrustCertificateEntity, { id }, { activeTo: this.clock.now(), endedBecause });
    await sealRecords(tx, SEALED_TRUST, [id]);
    await this.say(tx, { id, sha256, subject }, { action: 'trust.unconfigured', words: 'bị bỏ khỏi' });
  }

  private async say(
    tx: EntityManager,
    { id, sha256, subject }: Pick<TrustCertificateEntity, 'id' | 'sha256' | 'subject'>,
    { action, words }: { readonly action: JournalAction; readonly words: string },
  ): Promise<void> {
    const detail = { sha256, subject };
    await this.journal.record(tx, SYSTEM, { action, objectKind: 'trust', objectId: id, detail });
    const said = `Chứng thư gốc “${subject}” ${words} tệp TRUST_ANCHORS của máy chủ. Nếu không phải do cơ quan thay, kiểm tra máy chủ ngay và đề nghị rút ở trang Chứng thư số tin cậy (/kho-tin-cay).`;
    const administrators = (await this.staff.peopleWith('administrator')).map((person) => person.id);
    await this.notices.tellEach(tx, administrators, { key: `${action}:${id}`, kind: 'news', words: said });
  }
}
