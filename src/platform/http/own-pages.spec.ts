import { mayComeFromOurPages } from './own-pages.js';

const PUBLIC = 'https://hoi-am.haiphong.example';

describe('an act comes from our pages', () => {
  it.each([
    ['by what a browser says of its own site', { 'sec-fetch-site': 'same-origin', origin: PUBLIC }, true],
    ['under another name of ours that was called', { origin: 'http://10.1.2.3:8022' }, true],
    ['when the person opened it', { 'sec-fetch-site': 'none' }, true],
    ['when nothing is said, as programs do', {}, true],
    ['never from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://ke-xau.example' }, false],
    ['never from a sister of the same domain', { 'sec-fetch-site': 'same-site' }, false],
    [
      'never where the origin differs, whatever the site',
      { 'sec-fetch-site': 'same-origin', origin: 'https://x.example' },
      false,
    ],
    ['never out of a sandbox or a file', { origin: 'null' }, false],
    ['never by a name that only begins like ours', { origin: `${PUBLIC}.ke-xau.example` }, false],
    ['never by another port', { origin: 'http://10.1.2.3:9000' }, false],
    ['never by what is no origin', { origin: 'hoi-am' }, false],
  ])('%s', (_rule, headers, expected) => {
    expect(mayComeFromOurPages({ headers, host: '10.1.2.3:8022' }, PUBLIC)).toBe(expected);
  });
});
