import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { MailPart } from '../domain/mail-letter.js';

/** A feature that can name what waits for a person. */
export interface DigestSource {
  /** @returns lines without a citizen's name, phone, address or words, always limited to what the actor may see */
  partsFor(actor: Actor, now: Date): Promise<readonly MailPart[]>;
}

/** What stands in the daily mail; each feature adds its own at start. */
@Injectable()
export class DigestSources {
  private readonly sources: DigestSource[] = [];

  add(source: DigestSource): void {
    this.sources.push(source);
  }

  async partsFor(actor: Actor, now: Date): Promise<readonly MailPart[]> {
    return (await Promise.all(this.sources.map((source) => source.partsFor(actor, now)))).flat();
  }
}
