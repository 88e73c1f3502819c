import type { VNode } from 'preact';
import type { SignatureTone, SignatureWords } from './signatures.js';
import { Icon, type IconName } from '../kit/icon.js';

const MARKS: Readonly<Record<SignatureTone, { readonly icon: IconName; readonly tone?: 'ok' | 'bad' }>> = {
  ok: { icon: 'check', tone: 'ok' },
  bad: { icon: 'shieldx', tone: 'bad' },
  open: { icon: 'half' },
};

/** What the signatures of a file that came are worth; the words carry it, the mark only helps to find it. */
export function SignatureMark({ signature: { tone, words } }: { signature: SignatureWords }): VNode {
  const { icon, tone: colour } = MARKS[tone];
  return (
    <span class="ha-sub ha-whole">
      <Icon name={icon} tone={colour} /> {words}
    </span>
  );
}
