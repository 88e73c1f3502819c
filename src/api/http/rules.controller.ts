import { Controller } from '@nestjs/common';
import { Calendars, deadline } from '../../calendar/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { limitWords } from '../../law/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Allow } from '../../platform/http/access.js';
import { Policies } from '../../policies/index.js';
import { counted } from '../shapes/life.js';
import { calendar, calendarHistory, deadlineQuery, policies, publishedPolicy } from '../shapes/rules.js';
import { Asked, Endpoint } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const CALENDAR = endpoint({
  method: 'get',
  path: 'calendar',
  status: 200,
  scope: 'rules.read',
  summary: 'The working calendar in force.',
  answer: calendar,
});

const CALENDARS = endpoint({
  method: 'get',
  path: 'calendar/versions',
  status: 200,
  scope: 'rules.read',
  summary: 'Every version of the calendar, newest first.',
  answer: calendarHistory,
});

const CALENDAR_VERSION = endpoint({
  method: 'get',
  path: 'calendar/versions/{version}',
  status: 200,
  scope: 'rules.read',
  summary: 'The calendar as it was in one version.',
  answer: calendar,
});

const POLICIES = endpoint({
  method: 'get',
  path: 'policies',
  status: 200,
  scope: 'rules.read',
  summary: 'Every version of the rules on time, oldest first.',
  answer: policies,
});

const POLICY = endpoint({
  method: 'get',
  path: 'policies/{version}',
  status: 200,
  scope: 'rules.read',
  summary: 'One version of the rules on time.',
  answer: publishedPolicy,
});

const DEADLINE = endpoint({
  method: 'get',
  path: 'deadline',
  status: 200,
  scope: 'rules.read',
  summary: 'When a limit ends by the calendar in force, with the lines by which a person counts it again.',
  query: deadlineQuery,
  answer: counted,
});

/** By what tickets are measured; everybody who has signed in may read it. */
@Controller(API_ROOT)
@Allow('signedIn')
export class ApiRulesController {
  constructor(
    private readonly calendars: Calendars,
    private readonly policies: Policies,
    private readonly directory: StaffDirectory,
  ) {}

  @Endpoint(CALENDAR)
  async inForce(): Promise<unknown> {
    return this.calendars.ofAgency();
  }

  @Endpoint(CALENDARS)
  async versions(): Promise<unknown> {
    return { versions: await this.calendars.history() };
  }

  @Endpoint(CALENDAR_VERSION)
  async version(@Asked(CALENDAR_VERSION) { path }: Asked<typeof CALENDAR_VERSION>): Promise<unknown> {
    return this.calendars.ofAgency(versionIn(path));
  }

  @Endpoint(POLICIES)
  async all(): Promise<unknown> {
    return { policies: await this.policies.history() };
  }

  @Endpoint(POLICY)
  async policy(@Asked(POLICY) { path }: Asked<typeof POLICY>): Promise<unknown> {
    return this.policies.published(versionIn(path));
  }

  @Endpoint(DEADLINE)
  async count(@Asked(DEADLINE) { query }: Asked<typeof DEADLINE>): Promise<unknown> {
    const { start, amount, unit, unitId } = query;
    if (unitId !== undefined) await this.directory.unit(unitId);
    const rule = await this.calendars.current(unitId);
    const { due, legalEnd, proof } = deadline(start, { amount, unit }, rule);
    const limit = { amount, unit, words: limitWords({ amount, unit }) };
    return { start, limit, calendar: { version: rule.version, name: rule.name }, due, legalEnd, proof };
  }
}

/** @throws DomainError `not-found` for what is no number of a version */
function versionIn(path: Readonly<Record<string, string>>): number {
  const text = path['version'] ?? '';
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new DomainError('not-found', { what: 'version' });
  return Number(text);
}
