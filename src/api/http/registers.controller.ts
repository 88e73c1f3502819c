import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { DocumentSearch, GivenNumberQueries, RegisterQueries, SecretLines } from '../../documents/index.js';
import { STAFF } from '../../kernel/actor.js';
import { Allow } from '../../platform/http/access.js';
import { incomingLineOf, incomingLineShape, outgoingLineOf, outgoingLineShape } from '../shapes/documents.js';
import { cursorText, next, number, text } from '../shapes/wire.js';
import { readCursor, writeCursor } from './cursor.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const PAGE = 50;

const page = z.strictObject({ year: number, cursor: cursorText });
const place = z.int().positive();

const OUTGOING = endpoint({
  method: 'get',
  path: 'registers/outgoing',
  status: 200,
  scope: 'registers.read',
  summary: 'The outgoing register of a year, highest number first.',
  query: page,
  answer: z.object({ lines: z.array(outgoingLineShape), next }),
});

const INCOMING = endpoint({
  method: 'get',
  path: 'registers/incoming',
  status: 200,
  scope: 'registers.read',
  summary:
    'The incoming register of a year, highest number first; the first page begins with the lines, 50 at most, that wait for the number of the e-office.',
  query: page,
  answer: z.object({ lines: z.array(incomingLineShape), next }),
});

const FIND = endpoint({
  method: 'get',
  path: 'registers/search',
  status: 200,
  scope: 'registers.read',
  summary: 'Lines of both registers by words and codes, newest first; accents may be left out.',
  query: z.strictObject({ words: text }),
  answer: z.object({ incoming: z.array(incomingLineShape), outgoing: z.array(outgoingLineShape) }),
});

/** The registers, as everybody reads them who works on letters. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiRegistersController {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly given: GivenNumberQueries,
    private readonly search: DocumentSearch,
    private readonly secret: SecretLines,
  ) {}

  @Endpoint(OUTGOING)
  async outgoing(@Asked(OUTGOING) { query }: Asked<typeof OUTGOING>): Promise<Answer<typeof OUTGOING>> {
    const { year, cursor } = query;
    const found = await this.registers.outgoingPage(year, readCursor(place, cursor) ?? undefined, PAGE + 1);
    return { lines: found.slice(0, PAGE).map(outgoingLineOf), next: nextAfter(found.map((line) => line.number)) };
  }

  @Endpoint(INCOMING)
  async incoming(@Asked(INCOMING) { query }: Asked<typeof INCOMING>): Promise<Answer<typeof INCOMING>> {
    const { year, cursor } = query;
    const found = await this.registers.incomingPage(year, readCursor(place, cursor) ?? undefined, PAGE + 1);
    const numbers = found.map(({ arrivalNumber }) => arrivalNumber);
    const waiting = cursor === undefined ? await this.given.awaitingPage(year, PAGE) : [];
    const lines = await this.secret.withheld([...waiting, ...found.slice(0, PAGE)]);
    return { lines: lines.map(incomingLineOf), next: nextAfter(numbers) };
  }

  @Endpoint(FIND)
  async find(@Asked(FIND) { query }: Asked<typeof FIND>): Promise<Answer<typeof FIND>> {
    const { words } = query;
    const { incoming, outgoing } = await this.search.find(words, (lines) => this.secret.found(words, lines));
    return { incoming: incoming.map(incomingLineOf), outgoing: outgoing.map(outgoingLineOf) };
  }
}

/** @param numbers of a page and one line more, where there is one */
function nextAfter(numbers: readonly number[]): string | null {
  const last = numbers[PAGE - 1];
  return numbers.length > PAGE && last !== undefined ? writeCursor(last) : null;
}
