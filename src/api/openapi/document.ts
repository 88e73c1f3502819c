import { z } from 'zod';
import { API_ROOT, type EndpointPlan } from '../http/endpoint-plan.js';
import { KEY_HEADER } from '../http/endpoint.interceptor.js';
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
  const paths: Record<string, Record<string, unknown>> = {};
  for (const plan of plans) {
    const path = `/${API_ROOT}/${plan.path}`;
    paths[path] = { ...paths[path], [plan.method]: operationOf(plan, schemaOf) };
  }
  return {
    openapi: '3.1.1',
    info: about,
    servers: [{ url: '/' }],
    paths,
    components: { schemas, responses: { Refusal: refusal }, securitySchemes: { session: SESSION, token: TOKEN } },
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

function operationOf(plan: EndpointPlan, schemaOf: SchemaOf): Json {
  const { summary, status, body, answer, media = 'application/json' } = plan;
  const content = answer && { content: { 'application/json': { schema: schemaOf(answer) } } };
  return {
    operationId: operationIdOf(plan),
    summary,
    security: [{ session: [] }, ...(plan.scope === undefined ? [] : [{ token: [plan.scope] }])],
    parameters: [...pathParameters(plan), ...queryParameters(plan, schemaOf), ...headerParameters(plan)],
    ...(body && { requestBody: { required: true, content: { [media]: { schema: schemaOf(body) } } } }),
    responses: {
      [status]: { description: 'Done.', ...content },
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
}

/** `getTicketsTicketCourse` */
function operationIdOf({ method, path }: EndpointPlan): string {
  const words = path.split(/[^A-Za-z0-9]+/u).filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function pathParameters({ path }: EndpointPlan): readonly Json[] {
  const names = [...path.matchAll(/\{(?<name>\w+)\}/gu)].map((found) => found.groups?.['name'] ?? '');
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
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

function headerParameters({ method, key }: EndpointPlan): readonly Json[] {
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
  return [...(method === 'get' ? [] : [token]), ...(key === undefined ? [] : [once])];
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
