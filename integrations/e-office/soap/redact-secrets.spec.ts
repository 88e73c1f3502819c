import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redactSecrets } from './redact-secrets.js';
import { cpuSeconds } from '../../../test/support/cpu-seconds.js';

const GOLDEN = join(import.meta.dirname, '../profiles/bkav-edoc/golden');

describe('what is kept of a message', () => {
  it.each(['GetDocument', 'SendDocument'])('%s of Bkav eDoc stays as it was but for its tokens', (action) => {
    const sent = readFileSync(join(GOLDEN, `${action}.request.http`));
    const kept = redactSecrets(sent).toString('utf8');
    expect(kept).toContain('Token>***</');
    expect(kept).toBe(sent.toString('utf8').replaceAll(/Token(?: xmlns="[^"]*")?>ma-thu-nghiem/gu, 'Token>***'));
  });

  it.each([
    ['cut off within a tag', '<a><Password Type="x"', '<a><Password>***</Password>'],
    ['tags that never end', '<Password '.repeat(3), '<Password>***</Password>'],
    [
      'an empty token before others',
      '<Token/><a>b</a><Token>c</Token>',
      '<Token>***</Token><a>b</a><Token>***</Token>',
    ],
  ])('shows no secret of what is %s', (_what, sent, kept) => {
    expect(redactSecrets(Buffer.from(sent)).toString('utf8')).toBe(kept);
  });

  it.each([
    ['a prefix with a byte that looks like a blank', '<à:Password>bí-mật</à:Password>'],
    ['a closing tag in a comment', '<a:Password><!-- </a:Password> -->bí-mật</a:Password>'],
    ['a closing tag in CDATA', '<a:Password><![CDATA[</a:Password>bí-mật]]></a:Password>'],
    ['a closing tag in an instruction', '<a:Password><?x </a:Password>?>bí-mật</a:Password>'],
    ['a closing tag in a quoted value', '<a:Password Type="</a:Password >">bí-mật</a:Password>'],
    ['the end of a tag in a quoted value', `<a:Password Type='/>'\n>bí-mật</a:Password>`],
    ['itself within itself', '<a:Password><a:Password>x</a:Password>bí-mật</a:Password>'],
    ['a tag that is not ended', '<a:Password Type="x" <b>bí-mật</b></a:Password>'],
  ])('shows no password behind %s', (_what, password) => {
    const kept = redactSecrets(Buffer.from(`<h>${password}</h>`)).toString('utf8');
    expect(kept).toMatch(/^<h><(.*:Password)>\*\*\*<\/\1><\/h>$/u);
  });

  it.each([0, 1])('shows no password of a part in UTF-16 behind %s bytes more of its head', (more) => {
    const xml = Buffer.from('<a:Password>bi-mat</a:Password>', 'utf16le');
    const kept = redactSecrets(Buffer.concat([Buffer.from(`--b\r\n\r\n${'x'.repeat(more)}`), xml])).toString('utf8');
    expect(kept).toMatch(/^--b\r\n\r\nx?<a:Password>\*\*\*<\/a:Password>$/u);
  });

  it('changes no byte of what holds no secret', () => {
    const sent = Buffer.from([0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x3e, 0]);
    expect(redactSecrets(sent)).toEqual(sent);
  });

  it.each(['<Password ', '<Password>', '<Password "', '<Password><!--', '<Password/>', '<'])(
    'takes no time that grows faster than its length for many of %s',
    (piece) => {
      const sent = Buffer.from(piece.repeat(200_000));
      expect(cpuSeconds(() => redactSecrets(sent))).toBeLessThan(5);
    },
  );
});
