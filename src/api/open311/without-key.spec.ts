import { withoutKey } from './without-key.js';

describe('a form that is kept', () => {
  it.each([
    ['api_key=hoiam_bi-mat&a=1', 'api_key=&a=1'],
    ['a=%C4%91&api%5Fkey=hoiam_bi-mat=&b=2', 'a=%C4%91&api%5Fkey=&b=2'],
    ['api_key=hoiam_bi-mat\n&api_key=hoiam_bi-mat', 'api_key=&api_key='],
    ['my_api_key=1&api_key', 'my_api_key=1&api_key'],
  ])('%s holds no key, and else every byte', (sent, kept) => {
    expect(withoutKey(Buffer.from(sent)).toString()).toBe(kept);
  });

  it('keeps bytes that are no text', () => {
    const bytes = Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0x26, 0x62]);
    expect(withoutKey(bytes)).toEqual(bytes);
  });
});
