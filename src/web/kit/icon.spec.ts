import { readFileSync } from 'node:fs';
import { ICON_NAMES } from './icon.js';

describe('the symbols', () => {
  it('are in the served file, each of them and nothing else', () => {
    const file = readFileSync(new URL('../public/img/icons.svg', import.meta.url), 'utf8');
    const drawn = [...file.matchAll(/<symbol id="([a-z]+)"/gu)].map(([, name]) => name);
    expect(drawn.sort()).toEqual([...ICON_NAMES].sort());
  });
});
