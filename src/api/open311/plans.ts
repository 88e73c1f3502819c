import { z } from 'zod';
import { endpoint } from '../http/endpoint-plan.js';
import {
  discovery,
  madeRequest,
  madeUpdate,
  openQuery,
  requestForm,
  requestsQuery,
  requestUpdate,
  service,
  serviceDefinition,
  serviceRequest,
  tokenAnswer,
  updateForm,
  updatesQuery,
} from './shapes.js';

export const OPEN311_ROOT = 'open311/v2';

const door = { kind: 'open311', root: OPEN311_ROOT } as const;
const reading = { ...door, method: 'get', status: 200 } as const;
const writing = { ...door, method: 'post', status: 201, media: 'application/x-www-form-urlencoded' } as const;

export const DISCOVERY = endpoint({
  ...reading,
  path: 'discovery.{format}',
  summary: 'Where the door stands and what it speaks.',
  query: openQuery,
  answer: discovery,
});

export const SERVICES = endpoint({
  ...reading,
  path: 'services.{format}',
  summary: 'What may be reported.',
  query: openQuery,
  answer: z.array(service),
});

export const DEFINITION = endpoint({
  ...reading,
  path: 'services/{name}',
  summary: 'Further fields of a report: `services/fees.json`.',
  query: openQuery,
  answer: serviceDefinition,
});

export const REPORT = endpoint({
  ...writing,
  path: 'requests.{format}',
  scope: 'hotline.send',
  summary: 'Reports: a ticket the first time, the same ticket each time after that.',
  body: requestForm,
  answer: z.array(madeRequest),
  key: 'accepted',
});

export const REQUESTS = endpoint({
  ...reading,
  path: 'requests.{format}',
  scope: 'hotline.read',
  summary:
    'Tickets, newest first: with a key those that the hotline sent, 1,000 at most, without one published results, 200 at most.',
  query: requestsQuery,
  answer: z.array(serviceRequest),
});

export const REQUEST = endpoint({
  ...reading,
  path: 'requests/{name}',
  scope: 'hotline.read',
  summary: 'One ticket: `requests/PAKN.20260318.0001.json`.',
  query: openQuery,
  answer: z.array(serviceRequest),
});

export const TOKEN = endpoint({
  ...reading,
  path: 'tokens/{name}',
  scope: 'hotline.read',
  summary: 'The ticket of one of the hotline’s own numbers: `tokens/1022-HP-0001.json`.',
  query: openQuery,
  answer: z.array(tokenAnswer),
});

export const UPDATES = endpoint({
  ...reading,
  path: 'servicerequestupdates.{format}',
  scope: 'hotline.read',
  summary: 'What citizens may read of the courses of the hotline’s tickets, oldest first, 1,000 at most.',
  query: updatesQuery,
  answer: z.array(requestUpdate),
});

export const UPDATE = endpoint({
  ...writing,
  path: 'servicerequestupdates.{format}',
  scope: 'hotline.send',
  summary: 'Adds what the citizen said further.',
  body: updateForm,
  answer: z.array(madeUpdate),
});
