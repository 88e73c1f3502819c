import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { FormGate } from '../../platform/http/bodies/posted-file.js';
import { AnswerPageReader } from '../../tickets/index.js';

/** Admits forms from the holder of an issued address, also of a page that is over: the typed text is given back. */
@Injectable()
export class AnswerPageGate extends FormGate {
  constructor(private readonly reader: AnswerPageReader) {
    super();
  }

  /** @throws DomainError `not-found` for an address that was never given out */
  async admit({ params }: FastifyRequest): Promise<void> {
    const { token = '' } = params as { readonly token?: string };
    if ((await this.reader.read(token)) === null) throw new DomainError('not-found', { what: 'answerPage' });
  }
}
