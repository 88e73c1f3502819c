import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import { DeskRefusal } from '../desks/desk-refusal.js';
import type { Desks } from '../desks/desks.js';
import type { PageContext } from '../pages/frame.js';
import { isNoticeKey } from '../pages/wording.js';
import type { SignatureRequest } from '../store/signature-book.js';
import type { VOfficeMode } from '../v-office/v-office-mode.js';
import type { FormToken } from './guard.js';

const query = z.object({ xong: z.string().optional() });
const pathId = z.object({ id: z.string() });

/** What the routes of the pages share. */
export class PageDesk {
  constructor(
    readonly desks: Desks,
    readonly token: FormToken,
    readonly baseUrl: () => string,
    /** Null where it does not speak the wire of vOffice. */
    readonly vOffice: VOfficeMode | null,
  ) {}

  context(search: unknown, refusal?: string): PageContext {
    const { xong } = query.parse(search);
    return { token: this.token.value, refusal, notice: isNoticeKey(xong) ? xong : undefined };
  }

  request(params: unknown): SignatureRequest {
    const request = this.desks.office.store.signatures.find(pathId.parse(params).id);
    if (!request) throw new DeskRefusal('unknown', 'Không có văn bản này.');
    return request;
  }
}

export function show(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToString(page)}`);
}
