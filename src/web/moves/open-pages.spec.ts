import type { PassThrough } from 'node:stream';
import { readSoFar } from '../../../test/support/read-so-far.js';
import { OpenPages, type OpenPage } from './open-pages.js';

const page = (id: string, sessionRow = id): OpenPage => ({
  actor: { id, name: id, unitId: null, roles: [] },
  sessionRow,
  ticketId: null,
});

describe('connections of open pages', () => {
  let pages: OpenPages;
  beforeEach(() => {
    pages = new OpenPages({ inAll: 3, aPerson: 2 });
  });
  afterEach(() => {
    pages.close();
  });

  const left = (stream: PassThrough | null): Promise<unknown> =>
    new Promise((resolve) => {
      stream?.once('close', resolve).destroy();
    });

  it('are so many a person and so many in all, until one is left', async () => {
    const first = pages.open(page('an'));
    expect(pages.open(page('an'))).not.toBeNull();
    expect(pages.open(page('an'))).toBeNull();
    expect(pages.open(page('binh'))).not.toBeNull();
    expect(pages.open(page('chi'))).toBeNull();
    await left(first);
    expect(pages.open(page('chi'))).not.toBeNull();
  });

  it('say when to come again, and then what each page is told', () => {
    const [an, binh] = [pages.open(page('an')), pages.open(page('binh'))];
    pages.tell(({ actor }) => (actor.id === 'an' ? [{ kind: 'list' }, { kind: 'ticket', id: 't-1', line: 7 }] : []));
    expect(readSoFar(an)).toMatch(
      /^retry: \d{4}\n\nevent: list\ndata: \{\}\n\nevent: ticket\ndata: \{"id":"t-1","line":7\}\n\n$/u,
    );
    expect(readSoFar(binh)).toMatch(/^retry: \d{4}\n\n$/u);
  });

  it('end with their session', () => {
    const [an, binh] = [pages.open(page('an', 'row-1')), pages.open(page('binh', 'row-2'))];
    pages.endOf(new Set(['row-1']));
    expect([an?.writableEnded, binh?.writableEnded]).toEqual([true, false]);
  });

  it('end all with their process, which opens none again', () => {
    const an = pages.open(page('an'));
    pages.close();
    expect(an?.writableEnded).toBe(true);
    expect(pages.open(page('binh'))).toBeNull();
  });

  it('are cut where nobody reads any more', () => {
    const an = pages.open(page('an'));
    for (let told = 0; told < 2000; told += 1) pages.tell(() => [{ kind: 'list' }]);
    expect(an?.destroyed).toBe(true);
  });
});
