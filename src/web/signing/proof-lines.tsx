import type { VNode } from 'preact';
import { Icon, type IconName } from '../kit/icon.js';

export type ProofResult = 'pass' | 'fail' | 'unknown' | 'skip';

/** One thing that was checked; a failed line shows both texts. */
export interface ProofLineView {
  readonly result: ProofResult;
  readonly name: string;
  readonly finding: string;
  /** Hashes, certificate numbers: for the eye that wants to compare. */
  readonly evidence?: string | null;
  readonly difference?: {
    readonly submitted: DifferingText;
    readonly returned: DifferingText;
  } | null;
}

/** A piece of text whose middle part is what differs. */
export interface DifferingText {
  readonly before: string;
  readonly different: string;
  readonly after: string;
}

const WORDS: Readonly<Record<ProofResult, { readonly words: string; readonly icon: IconName }>> = {
  pass: { words: 'Đạt', icon: 'check' },
  fail: { words: 'Không đạt', icon: 'x' },
  unknown: { words: 'Chưa đủ căn cứ', icon: 'half' },
  skip: { words: 'Chưa kiểm tra', icon: 'minus' },
};

/** Four results, no "nearly": Đạt, Không đạt, Chưa đủ căn cứ, Chưa kiểm tra. */
export function ProofLines({ lines }: { lines: readonly ProofLineView[] }): VNode {
  return (
    <ul class="ha-proof">
      {lines.map((line) => (
        <li key={line.name} class={line.result === 'pass' ? undefined : `is-${line.result}`}>
          <span class="ha-mark">
            <Icon name={WORDS[line.result].icon} />
            {WORDS[line.result].words}
          </span>
          <b>{line.name}</b>
          <div>
            {line.finding}
            {typeof line.evidence === 'string' && <span class="ha-mute"> {line.evidence}</span>}
            {line.difference && (
              <dl class="ha-diff">
                <Difference label="Bản đã trình:" text={line.difference.submitted} />
                <Difference label="Bản trả về:" text={line.difference.returned} />
              </dl>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Difference({ label, text }: { label: string; text: DifferingText }): VNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {text.before}
        <mark>{text.different}</mark>
        {text.after}
      </dd>
    </div>
  );
}
