import { z } from 'zod';
import { nameOf } from '../../hotline/domain/read-report.js';
import { instant } from '../shapes/wire.js';

const text = z.string();
const none = z.null();

/** Source: Open311 Service Discovery; GeoReport v2. Every field of the standard is there, null where we have nothing for it. */
export const discovery = z
  .object({
    changeset: text,
    contact: text,
    key_service: text,
    endpoints: z.array(
      z.object({
        specification: text,
        url: text,
        changeset: text,
        type: z.enum(['production', 'test', 'dev']),
        formats: z.array(z.enum(['text/xml', 'application/json'])),
      }),
    ),
  })
  .meta({ id: 'Open311Discovery' });

export const service = z
  .object({
    service_code: text,
    service_name: text,
    description: text,
    metadata: z.boolean(),
    type: z.enum(['realtime', 'batch', 'blackbox']),
    keywords: text,
    group: text,
  })
  .meta({ id: 'Open311Service' });

export const serviceDefinition = z
  .object({
    service_code: text,
    attributes: z.array(
      z.object({
        variable: z.boolean(),
        code: text,
        datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
        required: z.boolean(),
        datatype_description: text.nullable(),
        order: z.int().positive(),
        description: text,
        values: z.array(z.object({ key: text, name: text })),
      }),
    ),
  })
  .meta({ id: 'Open311ServiceDefinition' });

export const madeRequest = z
  .object({ service_request_id: text, service_notice: text.nullable(), account_id: none })
  .meta({ id: 'Open311MadeRequest' });

export const tokenAnswer = z.object({ service_request_id: text, token: text }).meta({ id: 'Open311Token' });

export const serviceRequest = z
  .object({
    service_request_id: text,
    status: z.enum(['open', 'closed']),
    status_notes: text.nullable(),
    service_name: text,
    service_code: text,
    description: text,
    agency_responsible: text.nullable(),
    service_notice: text.nullable(),
    requested_datetime: instant,
    updated_datetime: instant,
    expected_datetime: instant.nullable(),
    address: text.nullable(),
    address_id: none,
    zipcode: none,
    lat: none,
    long: none,
    media_url: none,
  })
  .meta({ id: 'Open311Request' });

/** Source: mySociety’s extension, Service Request Updates. */
export const requestUpdate = z
  .object({
    update_id: text,
    service_request_id: text,
    status: z.enum(['open', 'closed']),
    updated_datetime: instant,
    description: text,
    media_url: none,
  })
  .meta({ id: 'Open311RequestUpdate' });

export const madeUpdate = z.object({ update_id: text }).meta({ id: 'Open311MadeUpdate' });

export const open311Errors = z
  .array(z.object({ code: z.int(), description: text.meta({ description: 'Vietnamese, for a person.' }) }))
  .meta({ id: 'Open311Errors' });

const anyone = {
  jurisdiction_id: text.optional().meta({ description: 'The code of our agency; the same where it is left out.' }),
  api_key: text.optional().meta({ description: 'A token of ours; may stand in `Authorization: Bearer` instead.' }),
};

const moment = text.optional().meta({ description: 'ISO 8601 with a zone.' });

export const openQuery = z.object(anyone);

export const requestsQuery = z.object({
  ...anyone,
  service_request_id: text.optional().meta({ description: 'Several with commas between; overrides all others.' }),
  service_code: text.optional().meta({ description: 'Several with commas between.' }),
  start_date: moment,
  end_date: moment,
  status: text.optional().meta({ description: '`open`, `closed`, or both with a comma between.' }),
});

export const updatesQuery = z.object({
  ...anyone,
  service_request_id: text.optional(),
  start_date: moment,
  end_date: moment,
});

export const requestForm = z.object({
  ...anyone,
  service_code: text,
  description: text,
  [nameOf('hotline_code')]: text,
  [nameOf('received_at')]: text,
  [nameOf('kind')]: text.optional(),
  [nameOf('urgent')]: text.optional(),
  [nameOf('keep_secret')]: text.optional(),
  [nameOf('subject')]: text.optional(),
  lat: text.optional(),
  long: text.optional(),
  address_string: text.optional(),
  address_id: text.optional(),
  email: text.optional(),
  first_name: text.optional(),
  last_name: text.optional(),
  phone: text.optional(),
  media_url: text.optional(),
});

export const updateForm = z.object({
  ...anyone,
  service_request_id: text,
  update_id: text.meta({ description: 'Your own id of the update: sent again, it is written once.' }),
  updated_datetime: text,
  description: text,
});
