import { z } from 'zod';

/**
 * GeoReport v2 as JSON Schema, written from the text of the standard (wiki.open311.org/GeoReport_v2) and of mySociety's extension; not from our own
 * shapes. What the standard lets a server leave out may be missing or null.
 */
const text = { type: 'string' } as const;
const maybe = { anyOf: [{ type: 'string' }, { type: 'null' }] } as const;
const number = { anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'null' }] } as const;
const filled = { type: 'string', minLength: 1 } as const;
/** W3C note on dates, with its zone. */
const w3 = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})$',
} as const;
const maybeW3 = { anyOf: [w3, { type: 'null' }] };
const status = { enum: ['open', 'closed'] } as const;

const object = (properties: object, required: readonly string[]) => ({ type: 'object', properties, required });
const list = (items: object) => ({ type: 'array', items });

const SCHEMAS = {
  discovery: object(
    {
      ...{ changeset: w3, contact: filled, key_service: filled },
      endpoints: list(
        object(
          {
            ...{ specification: filled, url: filled, changeset: w3 },
            type: { enum: ['production', 'test', 'dev'] },
            formats: list({ enum: ['text/xml', 'application/json'] }),
          },
          ['specification', 'url', 'changeset', 'type', 'formats'],
        ),
      ),
    },
    ['changeset', 'contact', 'key_service', 'endpoints'],
  ),
  services: list(
    object(
      {
        ...{ service_code: filled, service_name: filled, description: text, keywords: text, group: text },
        metadata: { enum: [true, false, 'true', 'false'] },
        type: { enum: ['realtime', 'batch', 'blackbox'] },
      },
      ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'],
    ),
  ),
  definition: object(
    {
      service_code: filled,
      attributes: list(
        object(
          {
            variable: { type: 'boolean' },
            code: filled,
            datatype: { enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] },
            required: { type: 'boolean' },
            datatype_description: maybe,
            order: { type: 'integer', minimum: 1 },
            description: text,
            values: list(object({ key: text, name: text }, ['key', 'name'])),
          },
          ['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description'],
        ),
      ),
    },
    ['service_code', 'attributes'],
  ),
  made: list(object({ service_request_id: filled, service_notice: maybe, account_id: maybe }, ['service_request_id'])),
  token: list(object({ service_request_id: filled, token: filled }, ['service_request_id', 'token'])),
  requests: list(
    object(
      {
        ...{ service_request_id: filled, status, status_notes: maybe, service_name: filled, service_code: filled },
        ...{
          description: { anyOf: [{ type: 'string', maxLength: 4000 }, { type: 'null' }] },
          agency_responsible: maybe,
        },
        ...{ service_notice: maybe, requested_datetime: w3, updated_datetime: w3, expected_datetime: maybeW3 },
        ...{ address: maybe, address_id: maybe, zipcode: number, lat: number, long: number, media_url: maybe },
      },
      [
        ...['service_request_id', 'status', 'service_name', 'service_code', 'description', 'requested_datetime'],
        ...['updated_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
      ],
    ),
  ),
  updates: list(
    object(
      {
        ...{ update_id: filled, service_request_id: filled, status, updated_datetime: w3, description: text },
        media_url: maybe,
      },
      ['update_id', 'service_request_id', 'status', 'updated_datetime', 'description'],
    ),
  ),
  madeUpdate: list(object({ update_id: filled }, ['update_id'])),
  errors: { ...list(object({ code: { type: 'integer' }, description: filled }, ['code', 'description'])), minItems: 1 },
} as const;

export type Open311Schema = keyof typeof SCHEMAS;

/** @throws where the answer is not what the standard says */
export function holdsStandard(name: Open311Schema, answer: unknown): void {
  z.fromJSONSchema(SCHEMAS[name] as Parameters<typeof z.fromJSONSchema>[0]).parse(answer);
}
