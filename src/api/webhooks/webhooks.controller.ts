import { Controller, HttpCode, Post, Req, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReceiveWebhook } from '../../hotline/index.js';
import { Allow } from '../../platform/http/access.js';
import { requireBytes } from '../../platform/http/bodies/kept-bytes.js';
import { endpoint, PLAN, pathIn } from '../http/endpoint-plan.js';
import { readShape } from '../http/read-shape.js';
import { fieldsAsSent } from './fields-as-sent.js';
import { said, webhookMessage, webhookReceipt } from './shapes.js';

const WEBHOOKS_ROOT = 'webhooks';

export const TELL = endpoint({
  kind: 'webhook',
  root: WEBHOOKS_ROOT,
  method: 'post',
  path: 'hotline',
  status: 200,
  summary:
    'What the hotline tells us, in the form of Standard Webhooks; sent again within the window it is answered again and done once.',
  body: webhookMessage,
  answer: webhookReceipt,
});

/** Webhooks of the hotline. Only the signature authenticates it, and it is checked before the body is parsed. */
@Controller(WEBHOOKS_ROOT)
@Allow('machine')
export class WebhooksController {
  constructor(private readonly receiveWebhook: ReceiveWebhook) {}

  @Post(pathIn(TELL.path))
  @HttpCode(TELL.status)
  @SetMetadata(PLAN, TELL)
  async tell(@Req() request: FastifyRequest): Promise<unknown> {
    const raw = requireBytes(request);
    const call = await this.receiveWebhook.require({ head: headOf(request), raw });
    const message = said(readShape(webhookMessage, request.body));
    const { ticketCode, outcome } = await this.receiveWebhook.receive(call, message).catch((error: unknown) => {
      throw fieldsAsSent(error, message.type);
    });
    return z.encode(webhookReceipt, { service_request_id: ticketCode, status: outcome });
  }
}

function headOf({ headers }: FastifyRequest) {
  const text = (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  return { id: text('webhook-id'), timestamp: text('webhook-timestamp'), signature: text('webhook-signature') };
}
