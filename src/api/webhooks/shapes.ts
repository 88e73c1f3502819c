import { z } from 'zod';
import type { HotlineMessage, NamedTicket } from '../../hotline/domain/read-message.js';
import { nameOf } from '../../hotline/domain/read-report.js';
import { ATTRIBUTE_LIST } from '../../hotline/domain/report-form.js';

const words = z.string().max(50_000);
const line = z.string().max(500).default('');

const named = {
  service_request_id: z.string().optional().meta({ description: 'Our code of the ticket.' }),
  hotline_code: z.string().optional().meta({ description: 'Your own number of it; one of the two.' }),
};

/** The same fields as a report by Open311, those of the service definition under their own names. */
const report = z.object({
  service_code: line,
  description: words.default(''),
  hotline_code: line,
  received_at: line,
  kind: line,
  urgent: line,
  keep_secret: line,
  subject: line,
  lat: line,
  long: line,
  address_string: line,
  address_id: line,
  media_url: line,
  email: line,
  first_name: line,
  last_name: line,
  phone: line,
});

const timestamp = z.string().optional();

/** Source: Standard Webhooks 1.0.0, "Payload structure". */
export const webhookMessage = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('request.created'), timestamp, data: report }),
    z.object({ type: z.literal('request.updated'), timestamp, data: z.object({ ...named, description: words }) }),
    z.object({ type: z.literal('request.withdrawn'), timestamp, data: z.object({ ...named, reason: words }) }),
    z.object({
      type: z.literal('request.rated'),
      timestamp,
      data: z.object({ ...named, stars: z.int().min(1).max(5), comment: words.default('') }),
    }),
  ])
  .meta({ id: 'HotlineMessage' });

export const webhookReceipt = z
  .object({
    service_request_id: z.string().nullable(),
    status: z.enum(['taken', 'known']).meta({ description: '`known`: it had been taken before; nothing was done.' }),
  })
  .meta({ id: 'WebhookReceipt' });

type Message = z.output<typeof webhookMessage>;

/** What a message says, as the hotline's use cases take it. */
export function said(message: Message): HotlineMessage {
  if (message.type === 'request.created') return { type: message.type, fields: fieldsOf(message.data) };
  const about = aboutOf(message.data);
  if (message.type === 'request.updated') return { type: message.type, about, words: message.data.description };
  if (message.type === 'request.withdrawn') return { type: message.type, about, reason: message.data.reason };
  const { stars, comment } = message.data;
  return { type: message.type, about, stars, comment };
}

interface Naming {
  readonly service_request_id?: string | undefined;
  readonly hotline_code?: string | undefined;
}

function aboutOf({ service_request_id: code, hotline_code: hotlineCode = '' }: Naming): NamedTicket {
  return code === undefined ? { hotlineCode } : { code };
}

function fieldsOf(data: z.output<typeof report>): ReadonlyMap<string, string> {
  const attributes = new Set(ATTRIBUTE_LIST.map(({ code }) => code));
  return new Map(Object.entries(data).map(([name, value]) => [attributes.has(name) ? nameOf(name) : name, value]));
}
