import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { verifyPdf } from '../../../src/signing/domain/verification/verify-pdf.js';
import { Dice } from '../dice.js';
import { SIGNED_FILES } from '../signed-files/catalogue.js';
import { testAuthority, NOW, REVOCATION_LISTS } from '../signed-files/signing-authority.js';
import { BYTE_MUTATIONS } from './byte-mutations.js';
import { INCREMENTS, REARRANGEMENTS } from './structural-mutations.js';
import { isUntouched } from './untouched.js';

/** Larger files would only make the run longer. */
const MAX_BYTES = 100_000;
const MAX_MILLISECONDS = 2000;
const MAX_BYTES_MORE = 256 * 1024 * 1024;

/** What became of many mutations. */
export interface MutationFigures {
  readonly tried: number;
  /** Mutations that left the bytes as they were. */
  readonly same: number;
  readonly accepted: number;
  readonly slowestMs: number;
  /** What must not be: one sentence each, with the file kept for looking at. */
  readonly faults: readonly string[];
}

interface Mutant {
  readonly name: string;
  readonly originals: readonly Buffer[];
  readonly pdf: Buffer;
}

function goodFiles(): Buffer[] {
  return SIGNED_FILES.filter((file) => file.class === 'good')
    .map((file) => file.make())
    .filter(({ length }) => length < MAX_BYTES);
}

/** Mutations of bytes first, then of structure; the same seed makes the same ones, but for the keys. */
function* mutants(seed: number, counts: { readonly bytes: number; readonly structures: number }): Generator<Mutant> {
  const dice = new Dice(seed);
  const files = goodFiles();
  for (let at = 0; at < counts.bytes; at += 1) {
    const [name, mutate] = dice.oneOf(Object.entries(BYTE_MUTATIONS));
    const original = dice.oneOf(files);
    yield { name: `${name} ${seed}/${at}`, originals: [original], pdf: mutate(original, dice) };
  }
  for (let at = 0; at < counts.structures; at += 1) {
    const [name, mutate] = dice.oneOf(Object.entries(dice.chance(0.5) ? INCREMENTS : REARRANGEMENTS));
    const [original, other] = [dice.oneOf(files), dice.oneOf(files)];
    yield {
      name: `${name} ${seed}/${counts.bytes + at}`,
      originals: [original, other],
      pdf: mutate(original, other, dice),
    };
  }
}

/** Judges each mutant: nothing may throw, take long or much, or be accepted that is not what somebody signed. */
export async function runMutations(
  seed: number,
  counts: { readonly bytes: number; readonly structures: number },
): Promise<MutationFigures> {
  const options = { anchors: [testAuthority.root.der], crls: REVOCATION_LISTS, now: NOW };
  const figures = { tried: 0, same: 0, accepted: 0, slowestMs: 0 };
  const faults: string[] = [];
  for (const { name, originals, pdf } of mutants(seed, counts)) {
    figures.tried += 1;
    if (originals.some((original) => original.equals(pdf))) {
      figures.same += 1;
      continue;
    }
    const fault = (what: string): void => {
      faults.push(`${name}: ${what}, see ${kept(name, pdf)}`);
    };
    const [started, before] = [process.hrtime.bigint(), process.memoryUsage.rss()];
    let isAccepted = false;
    try {
      isAccepted = verifyPdf(pdf, options).accept;
    } catch (error) {
      fault(`threw ${String(error)}`);
    }
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    figures.slowestMs = Math.max(figures.slowestMs, milliseconds);
    if (milliseconds > MAX_MILLISECONDS) fault(`took ${milliseconds.toFixed(0)} ms`);
    if (process.memoryUsage.rss() - before > MAX_BYTES_MORE) fault('took too much memory');
    if (!isAccepted) continue;
    figures.accepted += 1;
    if (!(await isUntouched(originals, pdf))) fault('was accepted');
  }
  return { ...figures, faults };
}

function kept(name: string, pdf: Buffer): string {
  const directory = join(tmpdir(), 'hoi-am-mutations');
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${name.replace(/\W+/gu, '-')}.pdf`);
  writeFileSync(path, pdf);
  return path;
}
