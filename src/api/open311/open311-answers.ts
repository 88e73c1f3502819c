import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { askedRange, MAX_REQUESTS } from '../../hotline/domain/asked-range.js';
import { MAX_DESCRIPTION_LENGTH } from '../../hotline/domain/read-report.js';
import { ATTRIBUTE_LIST } from '../../hotline/domain/report-form.js';
import { HotlineServices } from '../../hotline/index.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideReader, type OutsideTicket, type OutsideWish } from '../../tickets/index.js';
import type { Sent } from './open311-callers.js';
import { OPEN311_ROOT } from './plans.js';
import { PublishedRequests } from './published-requests.js';
import type { discovery, requestUpdate, service, serviceDefinition, serviceRequest } from './shapes.js';

/** For whom is read: the hotline, its own tickets; anybody, published results. */
export type Audience = 'hotline' | 'anybody';

/** When the description of this door last changed. */
const CHANGESET = '2026-11-27T00:00:00+07:00';
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
const GROUP = 'Giáo dục và đào tạo';

type Request = z.output<typeof serviceRequest>;

/** What the hotline's door answers to readers. */
@Injectable()
export class Open311Answers {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly services: HotlineServices,
    private readonly tickets: OutsideReader,
    private readonly published: PublishedRequests,
  ) {}

  discovery(): z.output<typeof discovery> {
    const { http, production, agencyProfile } = this.settings;
    return {
      changeset: CHANGESET,
      contact: agencyProfile.name,
      key_service: `${agencyProfile.name} cấp mã truy cập (api_key) cho Tổng đài theo đề nghị bằng văn bản.`,
      endpoints: [
        {
          specification: SPECIFICATION,
          url: new URL(`/${OPEN311_ROOT}`, http.publicUrl).href,
          changeset: CHANGESET,
          type: production ? 'production' : 'test',
          formats: ['text/xml', 'application/json'],
        },
      ],
    };
  }

  async serviceList(): Promise<z.output<typeof service>[]> {
    return (await this.services.all()).map(({ code, name }) => ({
      service_code: code,
      service_name: name,
      description: `Phản ánh, kiến nghị về: ${name}`,
      metadata: true,
      type: 'realtime',
      keywords: name,
      group: GROUP,
    }));
  }

  /** @throws DomainError `not-found` */
  async definition(code: string): Promise<z.output<typeof serviceDefinition>> {
    const known = (await this.services.all()).some((one) => one.code === code);
    if (!known) throw new DomainError('not-found', { what: 'service', message: 'Không có service_code này.' });
    return {
      service_code: code,
      attributes: ATTRIBUTE_LIST.map((attribute, at) => ({
        variable: true,
        code: attribute.code,
        datatype: attribute.datatype,
        required: attribute.required,
        datatype_description: attribute.datatypeDescription === '' ? null : attribute.datatypeDescription,
        order: at + 1,
        description: attribute.description,
        values: attribute.values.map((value) => ({ ...value })),
      })),
    };
  }

  /** @throws DomainError `input-invalid` */
  async requests(audience: Audience, sent: Sent): Promise<Request[]> {
    const codes = listIn(sent, 'service_request_id');
    if (codes !== null) return this.found(audience, { codes });
    const states = listIn(sent, 'status');
    const wrong = states?.find((state) => state !== 'open' && state !== 'closed');
    if (wrong !== undefined)
      throw new DomainError('input-invalid', { field: 'status', message: 'status phải là open hoặc closed.' });
    const categories = listIn(sent, 'service_code');
    const range = askedRange(sent.get('start_date'), sent.get('end_date'), this.clock.now());
    return this.found(audience, {
      ...range,
      ...(categories === null ? {} : { categories }),
      ...(new Set(states).size === 1 ? { open: states?.[0] === 'open' } : {}),
    });
  }

  /** @throws DomainError `not-found` for what is not there, and in the same words for what is hidden */
  async request(audience: Audience, code: string): Promise<Request[]> {
    const found = await this.found(audience, { codes: [code] });
    if (found.length === 0)
      throw new DomainError('not-found', { what: 'ticket', message: 'Không có service_request_id này.' });
    return found;
  }

  /** The ticket of one of the hotline's own numbers. @throws DomainError `not-found` */
  async codeOf(hotlineCode: string): Promise<string> {
    const [found] = await this.tickets.ofHotline({ hotlineCode }, 1);
    if (!found) throw new DomainError('not-found', { what: 'ticket', message: 'Không có token này.' });
    return found.code;
  }

  /** @throws DomainError `input-invalid` */
  async updates(sent: Sent): Promise<z.output<typeof requestUpdate>[]> {
    const codes = listIn(sent, 'service_request_id');
    const range = askedRange(sent.get('start_date'), sent.get('end_date'), this.clock.now());
    const updates = await this.tickets.updates({ ...range, ...(codes === null ? {} : { codes }) }, MAX_REQUESTS);
    return updates.map(({ id, code, open, at, words }) => ({
      update_id: id,
      service_request_id: code,
      status: open ? 'open' : 'closed',
      updated_datetime: at,
      description: words,
      media_url: null,
    }));
  }

  private async found(audience: Audience, wish: OutsideWish): Promise<Request[]> {
    if (audience === 'anybody') return this.published.find(wish);
    const [tickets, services, { name }] = await Promise.all([
      this.tickets.ofHotline(wish, MAX_REQUESTS),
      this.services.all(),
      this.agencyProfiles.today(),
    ]);
    const names = new Map(services.map((one) => [one.code, one.name]));
    return tickets.map((ticket) => requestOf(ticket, names.get(ticket.category) ?? ticket.category, name));
  }
}

function requestOf(ticket: OutsideTicket, serviceName: string, agency: string): Request {
  const { code, open, standing, category, description, place, requestedAt, updatedAt, dueAt } = ticket;
  return {
    service_request_id: code,
    status: open ? 'open' : 'closed',
    status_notes: standing,
    service_name: serviceName,
    service_code: category,
    description: description.slice(0, MAX_DESCRIPTION_LENGTH),
    agency_responsible: agency,
    service_notice: null,
    requested_datetime: requestedAt,
    updated_datetime: updatedAt,
    expected_datetime: dueAt,
    address: place === '' ? null : place,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}

/** `a,b` as a list; null by default. */
function listIn(sent: Sent, name: string): readonly string[] | null {
  const items = (sent.get(name) ?? '').split(',').map((item) => item.trim());
  const said = items.filter((item) => item !== '').slice(0, MAX_REQUESTS);
  return said.length === 0 ? null : said;
}
