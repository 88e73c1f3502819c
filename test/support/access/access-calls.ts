import type { LightMyRequestResponse } from 'fastify';
import type { Expectation } from '../../e2e/access-matrix/expectation.js';
import type { AccessApp } from './access-app.js';
import type { OwnUnit, Standing } from './access-people.js';
import type { Body } from './caller.js';
import { REHEARSED } from './rehearsing-unit-of-work.js';

/** An id that no object has. */
export const NOBODYS = '11111111-1111-4111-8111-111111111111';

const NUMBERS = ['seq', 'version', 'number', 'page', 'position', 'revision'];

export interface Call {
  /** `GET /phieu/:id` */
  readonly route: string;
  readonly expectation: Expectation;
  readonly unit: OwnUnit;
  readonly standing: Standing;
}

/** Calls routes of an app as expectations describe them, and counts. */
export class AccessCalls {
  made = 0;

  constructor(private readonly access: AccessApp) {}

  async ask({ route, expectation: { at, body }, unit, standing }: Call): Promise<LightMyRequestResponse> {
    const [method = '', path = ''] = route.split(' ');
    this.made += 1;
    this.access.rehearse(method !== 'GET');
    this.access.plans.route = method === 'GET' ? route : null;
    return this.access
      .caller(standing, unit)
      .ask(method, this.address(path, at, unit), this.filled(body, unit))
      .finally(() => {
        this.access.plans.route = null;
      });
  }

  /** What is wrong with the answer to a call; nothing as a rule. A denied call has written nothing either. */
  async wrongAt(call: Call): Promise<readonly string[]> {
    const { route, expectation, unit, standing } = call;
    const before = await this.access.state();
    const { statusCode, body } = await this.ask(call);
    const wanted = expectedOf(call);
    const told = `${route} of ${unit} for ${standing}`;
    const wrong = isAnswered(statusCode, wanted) ? [] : [`${told}: ${statusCode} ${body.slice(0, 120)}, not ${wanted}`];
    const isDenied = !expectation.yes.includes(standing);
    return isDenied && (await this.access.state()) !== before ? [...wrong, `${told}: something was written`] : wrong;
  }

  /** The same call for an object that is not there. */
  withoutObject(call: Call): Call {
    const { at = {} } = call.expectation;
    const nothing = Object.entries(at).map(([name, object]): [string, string] => [
      name,
      object in this.access.objects.gdtrh ? NOBODYS : object,
    ]);
    return { ...call, expectation: { ...call.expectation, at: Object.fromEntries<string>(nothing) } };
  }

  address(path: string, at: Expectation['at'] = {}, unit: OwnUnit): string {
    return path.replace(/:(\w+)/gu, (_all, name: string) => {
      const object = at[name];
      if (object === undefined) return NUMBERS.includes(name) ? '999999' : NOBODYS;
      return this.access.objects[unit][object] ?? this.fill(object, unit);
    });
  }

  /** `{answer}` is an object of the unit, `{other:answer}` the same of the other unit. */
  private fill(text: string, unit: OwnUnit): string {
    const other: OwnUnit = unit === 'gdtrh' ? 'nui-voi' : 'gdtrh';
    return text.replace(/\{(other:)?(\w+)\}/gu, (all, foreign: string | undefined, name: string) => {
      return this.access.objects[foreign === undefined ? unit : other][name] ?? all;
    });
  }

  filled(body: Body = {}, unit: OwnUnit): Body {
    const fields = Object.entries(body.fields ?? {}).map(([name, values]): [string, string[]] => [
      name,
      [values].flat().map((value) => this.fill(value, unit)),
    ]);
    return { ...body, fields: Object.fromEntries<string[]>(fields) };
  }
}

function isAnswered(statusCode: number, wanted: number | 'pastTheDoor'): boolean {
  return wanted === 'pastTheDoor' ? ![401, 403].includes(statusCode) && statusCode < 500 : statusCode === wanted;
}

function expectedOf({
  route,
  expectation: { yes, hidden = '', barred = '', answer },
  standing,
}: Call): number | 'pastTheDoor' {
  if (standing === 'n') return 401;
  if (yes.includes(standing)) return answer ?? (route.startsWith('GET ') ? 200 : REHEARSED);
  if (barred.includes(standing)) return 422;
  return hidden.includes(standing) ? 404 : 403;
}
