import { openTestAuthority } from '../../../../test/support/test-authority/authority.js';
import { timestampToken } from '../../../../test/support/test-authority/cms.js';
import { preparedLetter, signAsLeader } from '../../../../test/support/test-authority/letter.js';
import { verifyPdf } from './verify-pdf.js';

const authority = openTestAuthority();
const other = openTestAuthority('Nơi đóng dấu thời gian');
const NOW = new Date('2026-03-20T00:00:00Z');

const letter = signAsLeader(preparedLetter(), {
  signer: authority.leader,
  chain: [authority.sub],
  cms: {
    timestamp: (bytes) =>
      timestampToken(bytes, { authority: other.stamper, chain: [other.sub], at: new Date('2026-03-18T02:30:00Z') }),
  },
});

describe('a timestamp of a time that is still to come', () => {
  it.each([
    ['is believed while clocks may differ as much', '2026-03-18T02:25:00Z', 'valid', ['revocation-not-declared']],
    [
      'is not believed beyond that',
      '2026-03-18T02:24:59Z',
      'unknown',
      ['timestamp-in-future', 'revocation-not-declared'],
    ],
  ])('%s', (_what, now, verdict, codes) => {
    const options = { anchors: [authority.root.der], timestampAnchors: [other.root.der], crls: [], now: new Date(now) };
    const found = verifyPdf(letter, options);
    expect([found.verdict, found.reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
  });

  it('is measured by the clock, whatever time is asked about', () => {
    const options = { anchors: [authority.root.der], timestampAnchors: [other.root.der], crls: [], now: NOW };
    expect(verifyPdf(letter, { ...options, at: new Date('2026-03-01T00:00:00Z') }).verdict).toBe('valid');
  });
});

describe('an authority that is trusted for times', () => {
  it.each([
    ['stamps what another one signed', [authority.root.der], [other.root.der], []],
    ['is not believed about signatures', [other.root.der], [other.root.der], ['path-missing']],
    [
      'is the only one that is believed about times',
      [authority.root.der],
      [authority.root.der],
      ['timestamp-path-missing'],
    ],
  ])('%s', (_what, anchors, timestampAnchors, expected) => {
    const { reasons } = verifyPdf(letter, { anchors, timestampAnchors, crls: [], now: NOW });
    expect(reasons.map(({ code }) => code).filter((code) => code.endsWith('path-missing'))).toEqual(expected);
  });
});
