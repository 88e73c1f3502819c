import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { MAX_DESCRIPTION_LENGTH } from '../../hotline/domain/read-report.js';
import { HotlineServices } from '../../hotline/index.js';
import { PublicSite, type PublicResult } from '../../publication/index.js';
import type { OutsideWish } from '../../tickets/index.js';
import type { serviceRequest } from './shapes.js';

type Request = z.output<typeof serviceRequest>;

/** Names a result of the public site; a ticket's own code is half of what opens the look-up, so nobody learns it here. */
const RESULT = /^KQ\.(\d{1,9})$/u;
const OTHER = 'other';

/** What anybody may have at once: so many of the newest, so many by their numbers. */
const MAX_LISTED = 200;
const MAX_NAMED = 100;

/** Published results as Open311 tells of requests: what the public site shows at this moment, and nothing of the ticket behind it. */
@Injectable()
export class PublishedRequests {
  constructor(
    private readonly services: HotlineServices,
    private readonly site: PublicSite,
  ) {}

  async find({ codes, ...wish }: OutsideWish): Promise<Request[]> {
    const results = codes === undefined ? await this.site.results(null, MAX_LISTED) : await this.named(codes);
    const services = new Map((await this.services.all()).map(({ code, name }) => [name, code]));
    return results
      .map((result) => requestOf(result, services.get(result.categoryName) ?? OTHER))
      .filter((request) => codes !== undefined || fits(request, wish));
  }

  private named(codes: readonly string[]): Promise<readonly PublicResult[]> {
    const numbers = codes.slice(0, MAX_NAMED).flatMap((code) => RESULT.exec(code)?.[1] ?? []);
    return this.site.resultsOf(numbers.map(Number));
  }
}

function fits(request: Request, { categories, from, to, open }: OutsideWish): boolean {
  const at = request.requested_datetime;
  if (categories !== undefined && !categories.includes(request.service_code)) return false;
  return open !== true && (from === undefined || at >= from) && (to === undefined || at <= to);
}

function requestOf({ number, categoryName, unitName, title, text, publishedAt }: PublicResult, code: string): Request {
  return {
    service_request_id: `KQ.${String(number)}`,
    status: 'closed',
    status_notes: 'Đã trả lời, đã công khai kết quả',
    service_name: categoryName,
    service_code: code,
    description: `${title}\n\n${text}`.slice(0, MAX_DESCRIPTION_LENGTH),
    agency_responsible: unitName,
    service_notice: null,
    requested_datetime: publishedAt,
    updated_datetime: publishedAt,
    expected_datetime: null,
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}
