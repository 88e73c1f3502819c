import { jest } from '@jest/globals';
import { PictureCache } from './picture-cache.js';

const PICTURE = Buffer.from('picture');

describe('pictures of pages', () => {
  it('are drawn once for all who ask at the same time, and kept', async () => {
    const draw = jest.fn(() => Promise.resolve(PICTURE));
    const cache = new PictureCache();
    await Promise.all([cache.picture('a', 1, draw), cache.picture('a', 1, draw)]);
    await cache.picture('a', 1, draw);
    await cache.picture('a', 2, draw);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it.each<[rule: string, first: () => Promise<Buffer | null>]>([
    ['are drawn anew where there was none', () => Promise.resolve(null)],
    ['are drawn anew after a fault', () => Promise.reject(new Error('no room'))],
  ])('%s', async (_rule, first) => {
    const cache = new PictureCache();
    await cache.picture('a', 1, first).catch(() => null);
    expect(await cache.picture('a', 1, () => Promise.resolve(PICTURE))).toBe(PICTURE);
  });

  it('give way to later ones', async () => {
    const draw = jest.fn(() => Promise.resolve(PICTURE));
    const cache = new PictureCache();
    for (let page = 1; page <= 61; page += 1) await cache.picture('a', page, draw);
    await cache.picture('a', 61, draw);
    await cache.picture('a', 1, draw);
    expect(draw).toHaveBeenCalledTimes(62);
  });
});
