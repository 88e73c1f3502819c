import { Injectable } from '@nestjs/common';
import { sha256Of } from '../../../kernel/sha256.js';
import { Clock } from '../../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { readName } from '../../domain/certificates/names.js';
import { CrlSource } from '../../ports/crl-source.port.js';
import { nameWords } from '../domain/certificate-file.js';
import { isFresh, judgeOffered, speaksAt, type OfferedList } from '../domain/kept-list.js';
import { TrustRevocationListEntity } from '../persistence/revocation-list.entity.js';
import { RevocationListQueries } from '../persistence/revocation-list-queries.js';
import { TrustStore } from './trust-store.js';

const MAX_ADDRESS_LENGTH = 1000;
const MAX_WORDS_LENGTH = 500;

/** Lists that files from outside may have us keep; those of the store's own certificates always have their place. */
const MAX_LISTS = 200;

interface Asking {
  readonly kept: TrustRevocationListEntity | null;
  /** A certificate of the store names the address. */
  readonly isOurs: boolean;
}

type Refused = Extract<OfferedList, { readonly kind: 'refused' }>;
type Taken = Extract<OfferedList, { readonly kind: 'taken' }>;

/**
 * Lists of revoked certificates: the newest that an authority gave, kept, and served while it speaks though the authority is silent.
 * An older one than the kept one is refused, and so is one that the authority did not sign.
 */
@Injectable()
export class RevocationLists {
  constructor(
    private readonly source: CrlSource,
    private readonly store: TrustStore,
    private readonly queries: RevocationListQueries,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @param address as the certificate names it
   * @throws OutsideUnavailable when it is not available now and none that is kept still speaks · OutsideRefused when the host is not allowed
   */
  async fetch(address: string): Promise<Buffer> {
    const kept = await this.queries.byId(idOf(address));
    const now = this.clock.now();
    if (kept?.sha256 && isFresh(kept, now)) return this.files.get(kept.sha256);
    try {
      return await this.ask(address, { kept, isOurs: false });
    } catch (error) {
      const words = outsideWords(error);
      if (words === null || kept === null) throw error;
      await this.noteFailure(address, kept, words);
      if (error instanceof OutsideUnavailable && speaksAt(kept.nextUpdate, now))
        return this.files.get(kept.sha256 ?? '');
      throw error;
    }
  }

  /** Asks for a list that the agency will need; what fails is written down, and asked for again with the next turn. */
  async refresh(address: string): Promise<void> {
    const kept = await this.queries.byId(idOf(address));
    try {
      await this.ask(address, { kept, isOurs: true });
    } catch (error) {
      const words = outsideWords(error);
      if (words === null) throw error;
      await this.noteFailure(address, kept, words);
    }
  }

  private async ask(address: string, asking: Asking): Promise<Buffer> {
    const { kept } = asking;
    const der = await this.source.fetch(address);
    const now = this.clock.now();
    const { anchors, intermediates } = await this.store.inForce();
    const offered = judgeOffered(der, [...anchors, ...intermediates], { kept, now });
    switch (offered.kind) {
      case 'taken':
        if (await this.mayKeep(address, asking)) await this.keep(address, der, offered);
        return der;
      case 'issuerUnknown':
        await this.forget(kept);
        return der;
      case 'refused':
        return this.instead(address, asking, { offered, der });
    }
  }

  /** A worthless list is handed on where no better one is stored: the verification that uses it finds that it proves nothing. */
  private async instead(
    address: string,
    { kept, isOurs }: Asking,
    { offered, der }: { readonly offered: Refused; readonly der: Buffer },
  ): Promise<Buffer> {
    if (kept || isOurs) await this.noteFailure(address, kept, offered.why);
    if (kept?.sha256 && speaksAt(kept.nextUpdate, this.clock.now())) return this.files.get(kept.sha256);
    if (offered.isOlder) throw new OutsideUnavailable(offered.why);
    return der;
  }

  /** A file from outside may name addresses without end at a host that is allowed. */
  private async mayKeep(address: string, { kept, isOurs }: Asking): Promise<boolean> {
    if (address.length > MAX_ADDRESS_LENGTH) return false;
    return kept !== null || isOurs || (await this.queries.count()) < MAX_LISTS;
  }

  private async keep(address: string, der: Buffer, { list, number }: Taken): Promise<void> {
    const sha256 = await this.files.put(der);
    const now = this.clock.now();
    await this.write({
      id: idOf(address),
      address,
      issuer: nameWords(readName(list.issuer)).slice(0, MAX_WORDS_LENGTH),
      sha256,
      number,
      thisUpdate: list.thisUpdate,
      nextUpdate: list.nextUpdate,
      fetchedAt: now,
      triedAt: now,
      failingSince: null,
      failure: null,
    });
  }

  private async noteFailure(address: string, kept: TrustRevocationListEntity | null, failure: string): Promise<void> {
    if (address.length > MAX_ADDRESS_LENGTH) return;
    const now = this.clock.now();
    const none = { issuer: '', sha256: null, number: null, thisUpdate: null, nextUpdate: null, fetchedAt: null };
    const { issuer, sha256, number, thisUpdate, nextUpdate, fetchedAt } = kept ?? none;
    await this.write({
      id: idOf(address),
      address,
      issuer,
      sha256,
      number,
      thisUpdate,
      nextUpdate,
      fetchedAt,
      triedAt: now,
      failingSince: kept?.failingSince ?? now,
      failure: failure.slice(0, MAX_WORDS_LENGTH),
    });
  }

  /** When two processes ask at the same moment, both learn the same; the first one writes. */
  private async write({ id, ...row }: TrustRevocationListEntity): Promise<void> {
    try {
      await this.uow.run(async (tx) => {
        const { affected } = await tx.update(TrustRevocationListEntity, { id }, row);
        if (affected !== 1) await tx.insert(TrustRevocationListEntity, { id, ...row });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Its authority left the store. */
  private async forget(kept: TrustRevocationListEntity | null): Promise<void> {
    if (kept) await this.uow.run((tx) => tx.delete(TrustRevocationListEntity, { id: kept.id }));
  }
}

export function idOf(address: string): string {
  return sha256Of(address);
}

/** What the outside said; null for any other error. */
function outsideWords(error: unknown): string | null {
  if (error instanceof OutsideRefused) return error.reason;
  return error instanceof OutsideUnavailable ? error.message : null;
}
