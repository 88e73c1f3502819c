import { Injectable } from '@nestjs/common';
import { DecisionAuthorities, WriteDecisionAuthority } from '../../delegation/index.js';
import { mayEditAuthorities } from '../../delegation/domain/authority-flaws.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { KeptFile } from '../ticket-files/kept-files.js';

/** Reads the table of who decides in a leader's place, for its page. */
@Injectable()
export class DecisionAuthoritiesPageQuery {
  constructor(
    private readonly authorities: DecisionAuthorities,
    private readonly write: WriteDecisionAuthority,
    private readonly names: NameQueries,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor) {
    const [table, people] = await Promise.all([this.authorities.all(), this.write.candidates()]);
    const named = await this.names.people(table.map(({ personId }) => personId));
    const names = new Map([...named].map(([id, { fullName }]) => [id, fullName]));
    return { table, people, names, today: civilDateOf(this.clock.now()), mayEdit: mayEditAuthorities(actor) };
  }

  /** The written authorisation of a line. @throws DomainError `not-found` */
  async file(id: string): Promise<KeptFile> {
    const line = (await this.authorities.all()).find((one) => one.id === id);
    if (!line?.fileSha256) throw new DomainError('not-found', { what: 'file' });
    const name = line.fileName ?? 'uy-quyen';
    return { content: await this.files.get(line.fileSha256), name, type: 'application/octet-stream' };
  }
}

/** The data for the table of who decides in a leader's place. */
export type DecisionAuthoritiesReading = Awaited<ReturnType<DecisionAuthoritiesPageQuery['read']>>;
