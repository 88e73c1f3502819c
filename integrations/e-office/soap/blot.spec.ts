import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutPasswords } from './blot.js';

const GOLDEN = join(import.meta.dirname, '../profiles/bkav-edoc/golden');

describe('what is kept of a message', () => {
  it.each(['GetDocument', 'SendDocument'])('%s of Bkav eDoc stays as it was but for its tokens', (action) => {
    const sent = readFileSync(join(GOLDEN, `${action}.request.http`));
    const kept = withoutPasswords(sent).toString('utf8');
    expect(kept).toContain('Token>***</');
    expect(kept).toBe(sent.toString('utf8').replaceAll(/Token(?: xmlns="[^"]*")?>ma-thu-nghiem/gu, 'Token>***'));
  });

  it.each([
    ['cut off within a tag', '<a><Password Type="x"', '<a><Password>***</Password>'],
    ['tags that never end', '<Password '.repeat(3), '<Password>***</Password>'.repeat(3)],
  ])('shows no secret of what is %s', (_what, sent, kept) => {
    expect(withoutPasswords(Buffer.from(sent)).toString('utf8')).toBe(kept);
  });
});
