import {
  HARMLESS_SENTENCES,
  HARMLESS_SENTENCES_2,
  HARMLESS_SENTENCES_3,
} from '../../../test/support/harmless-sentences.js';
import { HARMLESS_TEXTS_5 } from '../../../test/support/harmless-texts-5.js';
import { LEAKING_TEXTS_5 } from '../../../test/support/leaking-texts-5.js';
import { HARMLESS_SENTENCES_4 } from '../../../test/support/harmless-sentences-4.js';
import { LEAKING_SENTENCES_4 } from '../../../test/support/leaking-sentences-4.js';
import { LEAKING_SENTENCES_2, LEAKING_SENTENCES_3 } from '../../../test/support/leaking-sentences-2.js';
import { LEAKING_SENTENCES } from '../../../test/support/leaking-sentences.js';
import type { Finding } from './finding.js';
import { findPrivate, redact } from './find-private.js';

interface Detail {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

/** `Gọi {0912345678|phone}` as it was written, and where its details stand. */
function read(marked: string): { readonly text: string; readonly details: readonly Detail[] } {
  const details: Detail[] = [];
  let [text, last] = ['', 0];
  for (const match of marked.matchAll(/\{(?<words>.+?)\|(?<kind>\w+)\}/gsu)) {
    const { words = '', kind = '' } = match.groups ?? {};
    text += marked.slice(last, match.index);
    details.push({ from: text.length, to: text.length + words.length, kind });
    text += words;
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), details };
}

/** Found is what stands in the redacted text with no letter and no figure. */
function isFound(text: string, { from, to }: Detail, findings: readonly Finding[]): boolean {
  const covered = (at: number) => findings.some(({ offset, length }) => offset <= at && at < offset + length);
  return Array.from({ length: to - from }, (_, step) => from + step).every(
    (at) => !/[\p{L}\p{N}]/u.test(text.charAt(at)) || covered(at),
  );
}

const share = (some: number, all: number) => `${((100 * some) / all).toFixed(1)} %`;

describe.each([
  ['first', LEAKING_SENTENCES, HARMLESS_SENTENCES],
  ['second', LEAKING_SENTENCES_2, HARMLESS_SENTENCES_2],
  ['third', LEAKING_SENTENCES_3, HARMLESS_SENTENCES_3],
  ['fourth', LEAKING_SENTENCES_4, HARMLESS_SENTENCES_4],
  ['fifth', LEAKING_TEXTS_5, HARMLESS_TEXTS_5],
])('rule 20: sentences as citizens write them, %s table', (_which, leaking, harmless) => {
  const seen = leaking.map(read).map(({ text, details }) => ({ text, details, findings: findPrivate(text) }));
  const all = seen.flatMap(({ text, details, findings }) =>
    details.map((detail) => ({ detail, text, findings, found: isFound(text, detail, findings) })),
  );
  const missed = all.filter(({ found }) => !found).map(({ text, findings }) => redact(text, findings));
  const alarms = harmless.filter((text) => findPrivate(text).length > 0);
  const rightKind = all.filter(({ detail, findings }) =>
    findings.some(({ kind, offset }) => kind === detail.kind && offset < detail.to && offset >= detail.from - 6),
  );

  it(`rule 20: finds ${all.length - missed.length} of ${all.length} details, ${share(all.length - missed.length, all.length)}`, () => {
    expect(missed.length / all.length <= 0.02 ? [] : missed).toEqual([]);
  });

  it(`rule 20: takes ${alarms.length} of ${harmless.length} harmless sentences for private`, () => {
    for (const text of alarms) process.stdout.write(`false alarm: ${redact(text, findPrivate(text))}\n`);
    expect(alarms.length / harmless.length <= 0.02 ? [] : alarms).toEqual([]);
  });

  it(`rule 20: says of ${share(rightKind.length, all.length)} what they are`, () => {
    expect(rightKind.length / all.length).toBeGreaterThanOrEqual(0.95);
  });
});
