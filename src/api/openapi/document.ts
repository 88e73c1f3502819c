import { z } from 'zod';
import { API_ROOT, type EndpointPlan } from '../http/endpoint-plan.js';
import { KEY_HEADER } from '../http/endpoint.interceptor.js';
import { open311Errors } from '../open311/shapes.js';
import { problem } from '../shapes/problem.js';

type Json = Readonly<Record<string, unknown>>;

/** Writes a shape down where it is used, and keeps the named ones in one place. */
type SchemaOf = (shape: z.ZodType) => Json;

/** What a description needs besides its endpoints. */
export interface About {
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

/**
 * The OpenAPI 3.1 description of some endpoints: paths, parameters, bodies and answers, out of the same shapes that read and write them.
 *
 * Source: OpenAPI Specification 3.1.1; JSON Schema 2020-12; RFC 9457 for refusals.
 */
export function openApiDocument(about: About, plans: readonly EndpointPlan[]): Json {
  const schemas: Record<string, unknown> = {};
  const schemaOf: SchemaOf = (shape) => {
    const { $defs = {}, ...schema } = z.toJSONSchema(shape, AS_SENT);
    Object.assign(schemas, withComponents($defs));
    return withComponents({ ...schema, $schema: undefined });
  };
  const refusal = {
    description: 'A refusal (RFC 9457).',
    content: { 'application/problem+json': { schema: schemaOf(problem) } },
  };
  const errors = {
    description: 'Errors in the form of GeoReport v2.',
    content: { 'application/json': { schema: schemaOf(open311Errors) }, 'text/xml': XML },
  };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const plan of plans) {
    const path = `/${plan.root ?? API_ROOT}/${plan.path}`;
    paths[path] = { ...paths[path], [plan.method]: operationOf(plan, schemaOf) };
  }
  return {
    openapi: '3.1.1',
    info: about,
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      responses: { Refusal: refusal, Open311Errors: errors },
      securitySchemes: { session: SESSION, token: TOKEN, apiKey: API_KEY, webhook: WEBHOOK },
    },
  };
}

/** Shapes as they are on the wire; what JSON Schema cannot say (a file) says so itself. */
const AS_SENT = { io: 'input', unrepresentable: 'any', override: plainFormat } as const;

const SESSION: Json = {
  type: 'apiKey',
  in: 'cookie',
  name: 'sid',
  description: 'The session of somebody who has signed in on the page; in production its name is `__Host-sid`.',
};

const TOKEN: Json = {
  type: 'http',
  scheme: 'bearer',
  description: 'A token of the program itself; calls with one need no `X-CSRF-Token`.',
};

const API_KEY: Json = {
  type: 'apiKey',
  in: 'query',
  name: 'api_key',
  description:
    'A token, as Open311 calls it; in a form it stands among the fields. `Authorization: Bearer` does as well.',
};

const WEBHOOK: Json = {
  type: 'apiKey',
  in: 'header',
  name: 'webhook-signature',
  description:
    'Standard Webhooks: `v1,` and the HMAC-SHA256 in base64 over `webhook-id`, `webhook-timestamp` and body with dots between, by the secret that both sides hold.',
};

/** The same names as elements; each item of a list has a name of its own. */
const XML: Json = { schema: { type: 'string', description: 'The same in XML.' } };

type Kind = NonNullable<EndpointPlan['kind']> | 'own';

const REFUSALS: Readonly<Record<Kind, string>> = {
  own: '#/components/responses/Refusal',
  webhook: '#/components/responses/Refusal',
  open311: '#/components/responses/Open311Errors',
};

/** Who may call. Everybody may read Open311; a caller with a key sees more. */
function securityOf({ kind, scope, method }: EndpointPlan): readonly Json[] {
  if (kind === 'webhook') return [{ webhook: [] }];
  if (kind === undefined) return [{ session: [] }, ...(scope === undefined ? [] : [{ token: [scope] }])];
  const key = scope === undefined ? [] : [{ apiKey: [scope] }, { token: [scope] }];
  return method === 'get' ? [{}, ...key] : key;
}

function operationOf(plan: EndpointPlan, schemaOf: SchemaOf): Json {
  const { summary, status, body, answer, kind = 'own', media = 'application/json' } = plan;
  const shape = answer && { 'application/json': { schema: schemaOf(answer) } };
  const content = shape && { content: kind === 'open311' ? { ...shape, 'text/xml': XML } : shape };
  return {
    operationId: operationIdOf(plan),
    summary,
    security: securityOf(plan),
    parameters: [...pathParameters(plan), ...queryParameters(plan, schemaOf), ...headerParameters(plan)],
    ...(body && { requestBody: { required: true, content: { [media]: { schema: schemaOf(body) } } } }),
    responses: {
      [status]: { description: 'Done.', ...content },
      default: { $ref: REFUSALS[kind] },
    },
  };
}

/** `getTicketsTicketCourse`; of other contracts with their name in it. */
function operationIdOf({ method, kind, path }: EndpointPlan): string {
  const words = `${kind ?? ''}/${path}`.split(/[^A-Za-z0-9]+/u).filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** A format is one of two. */
function pathParameters({ path }: EndpointPlan): readonly Json[] {
  const names = [...path.matchAll(/\{(?<name>\w+)\}/gu)].map((found) => found.groups?.['name'] ?? '');
  const format = { type: 'string', enum: ['json', 'xml'] };
  return names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'format' ? format : { type: 'string' },
  }));
}

function queryParameters({ query }: EndpointPlan, schemaOf: SchemaOf): readonly Json[] {
  if (query === undefined) return [];
  const { required = [] } = z.toJSONSchema(query, AS_SENT);
  const described = schemaOf(query)['properties'];
  return Object.entries(z.record(z.string(), z.unknown()).parse(described)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

const TOKEN_WORDS = 'From `GET session`; needed with a session, not with a token.';

function headerParameters({ method, key, kind }: EndpointPlan): readonly Json[] {
  const schema = { type: 'string' };
  const token = { name: 'X-CSRF-Token', in: 'header', required: false, description: TOKEN_WORDS, schema };
  const once = {
    name: KEY_HEADER,
    in: 'header',
    required: key === 'required',
    description:
      'Chosen by you, new for each thing to be done. The same request under the same key is answered again and not done again, for a day.',
    schema,
  };
  return [...(method === 'get' || kind !== undefined ? [] : [token]), ...(key === undefined ? [] : [once])];
}

/** A format says it; the pattern behind it fills a screen. */
function plainFormat({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

/** Named shapes stand among the components of the document. */
function withComponents(schema: object): Json {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as Json;
}
