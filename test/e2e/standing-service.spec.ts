import { MOST_PARTS } from '../../src/platform/http/posted-file.js';
import { TestApp, type Route } from '../support/test-app.js';

/** A form of more parts than any of ours, and far fewer bytes. */
const MANY_PARTS = Buffer.from(
  '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(MOST_PARTS + 1) + '--x--\r\n',
);
const TYPES = [
  'multipart/form-data; boundary=x',
  'Multipart/Form-Data; Boundary=x',
  'MULTIPART/FORM-DATA;boundary="x"',
];

/** Routes whose forms bring files; every other refuses such a form unread. */
const WITH_FILES = [
  '/api/v1/tickets/:ticket/acts/:act',
  '/du-thao/:id/nop-word',
  '/du-thao/:id/phu-luc',
  '/giam-sat/phieu/:id/ghi-nhan',
  '/kho-tin-cay/them',
  '/kiem-tra-chu-ky',
  '/kiem-tra-the-thuc',
  '/lich-lam-viec/tep',
  '/mau-van-ban/:kind',
  '/nhap-phieu',
  '/phieu-moi',
  '/phieu/:id/tai-lieu',
  '/quan-triet/:id/pho-bien',
  '/quan-triet/:id/sua',
  '/quan-triet/soan',
  '/so-van-ban/sao',
  '/tham-quyen-ky',
  '/to-chuc/nguoi/nhap',
  '/to-chuc/nhap',
  '/trao-doi/dang-cho/:seq/da-toi',
  '/trinh-ky/:id/dua-len',
  '/trinh-ky/:id/dua-phu-luc',
];

let house: TestApp;

beforeAll(async () => {
  house = await TestApp.open();
});
afterAll(() => house.close());

const addressOf = ({ url }: Route): string => url.replaceAll(/:\w+/gu, 'x');

describe('a form of hundreds of parts', () => {
  const written = (): readonly Route[] => house.routes.filter(({ method }) => method !== 'GET');

  const post = async (route: Route, type: string, headers: Record<string, string> = {}): Promise<number> => {
    const call = { method: route.method, url: addressOf(route), payload: MANY_PARTS };
    return (await house.app.inject({ ...call, headers: { 'content-type': type, ...headers } })).statusCode;
  };

  it.each(TYPES)('as %s is read of no stranger, on no route', async (type) => {
    const taken: string[] = [];
    const refused: string[] = [];
    for (const route of written()) {
      const status = await post(route, type);
      if (status === 401) refused.push(route.url);
      else if (status !== 415) taken.push(`${route.method} ${route.url}: ${String(status)}`);
    }
    expect(taken).toEqual([]);
    expect(refused.toSorted()).toEqual(WITH_FILES.toSorted());
  });

  it('is refused of a member of staff on routes that are not theirs before it is read, and as too large on those that are', async () => {
    const officer = await house.browserOf('ngoc');
    const cookie = [...officer.cookies].map((pair) => pair.join('=')).join('; ');
    const [type = ''] = TYPES;
    const at = (url: string): Promise<number> => post({ method: 'POST', url }, type, { cookie });
    expect([await at('/to-chuc/nhap'), await at('/kiem-tra-chu-ky')]).toEqual([403, 413]);
  });
});
