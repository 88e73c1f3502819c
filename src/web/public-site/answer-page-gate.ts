import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import type { FormParts } from '../../platform/http/bodies/form-places.js';
import { FormGate } from '../../platform/http/bodies/posted-file.js';
import { AnswerPageReader } from '../../tickets/index.js';

/** Admits forms from the holder of an issued address, with files where the page takes an answer; else the texts, which are given back. */
@Injectable()
export class AnswerPageGate extends FormGate {
  constructor(private readonly reader: AnswerPageReader) {
    super();
  }

  /** @throws DomainError `not-found` for an address that was never given out */
  async admit({ params }: Pick<FastifyRequest, 'params'>): Promise<FormParts> {
    const { token = '' } = params as { readonly token?: string };
    const standing = await this.reader.standing(token);
    if (standing === null) throw new DomainError('not-found', { what: 'answerPage' });
    return standing === 'open' ? 'whole' : 'texts';
  }
}
