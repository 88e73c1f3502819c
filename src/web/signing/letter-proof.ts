import { z } from 'zod';
import type { SignatureRequestEntity } from '../../signing/index.js';
import type { ProofLineView, ProofResult } from './proof-lines.js';
import { outOf } from '../kit/words/numbers.js';

const kept = z.object({
  lines: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      result: z.enum(['pass', 'fail', 'unknown', 'notChecked']),
      detail: z.string(),
    }),
  ),
  passed: z.boolean(),
  verdict: z.string(),
  override: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
  later: z.object({ result: z.enum(['confirmed', 'withdrawn']), at: z.iso.datetime(), why: z.string() }).optional(),
});

export type KeptProof = z.infer<typeof kept>;

/** The proof of the file that came back last; null before anything came back. A proof that cannot be read proves nothing. */
export function proofOf({ proof }: Pick<SignatureRequestEntity, 'proof'>): KeptProof | null {
  if (proof === null) return null;
  return kept.safeParse(proof).data ?? { lines: [], passed: false, verdict: 'unknown' };
}

const RESULTS: Readonly<Record<KeptProof['lines'][number]['result'], ProofResult>> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  notChecked: 'skip',
};

/** Worst first, otherwise in the order of the check. */
const RANK: Readonly<Record<ProofResult, number>> = { fail: 0, unknown: 1, pass: 2, skip: 3 };

export function proofLines({ lines }: KeptProof): readonly ProofLineView[] {
  return lines
    .map(({ title, result, detail }) => ({ result: RESULTS[result], name: title, finding: detail }))
    .sort((a, b) => RANK[a.result] - RANK[b.result]);
}

/** `9 trên 9 mục đạt`, `1 trên 9 mục không đạt`: of the lines that could be checked at this stage. */
export function proofCount({ lines }: KeptProof): string {
  const checked = lines.filter(({ result }) => result !== 'notChecked').length;
  const failed = lines.filter(({ result }) => result === 'fail').length;
  if (failed > 0) return `${outOf(failed, checked)} mục không đạt`;
  const unknown = lines.filter(({ result }) => result === 'unknown').length;
  if (unknown > 0) return `${outOf(unknown, checked)} mục chưa đủ căn cứ`;
  return `${outOf(checked, checked)} mục đạt`;
}
