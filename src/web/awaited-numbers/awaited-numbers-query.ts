import { Injectable } from '@nestjs/common';
import { GivenNumberQueries, RegisterQueries, SecretLines } from '../../documents/index.js';
import { awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import { MessageTransport } from '../../exchange/ports/message-transport.port.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Reads the lines of the incoming register that wait for the number of the e-office's book. */
@Injectable()
export class AwaitedNumbersQuery {
  constructor(
    private readonly given: GivenNumberQueries,
    private readonly registers: RegisterQueries,
    private readonly secret: SecretLines,
    private readonly transport: MessageTransport,
  ) {}

  async list() {
    const documents = await this.secret.withheld(await this.given.awaiting());
    return { documents, isGivenOverWire: this.isGivenOverWire };
  }

  /** @throws DomainError `not-found`, also for a line whose number this system gave */
  async one(id: string) {
    const [document] = await this.secret.withheld(await this.registers.incomingByIds([id]));
    if (document === undefined || !(awaitsNumber(document) || document.givenBy !== null)) {
      throw new DomainError('not-found', { what: 'incomingDocument' });
    }
    return { document, isGivenOverWire: this.isGivenOverWire };
  }

  private get isGivenOverWire(): boolean {
    return this.transport.abilities.has('numberIncoming');
  }
}

export type AwaitedNumbersReading = Awaited<ReturnType<AwaitedNumbersQuery['list']>>;

export type AwaitedNumberReading = Awaited<ReturnType<AwaitedNumbersQuery['one']>>;
