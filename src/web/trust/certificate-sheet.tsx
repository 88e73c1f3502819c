import type { VNode } from 'preact';
import { Facts, type Fact } from '../kit/facts.js';
import { Note } from '../kit/note.js';
import { Panel } from '../kit/panel.js';

/** What a certificate says, what stands against it, and what to look at before one trusts it. */
export interface CertificateSheetProps {
  readonly facts: readonly Fact[];
  readonly flaws: readonly string[];
  readonly warnings: readonly string[];
}

export function CertificateSheet({ facts, flaws, warnings }: CertificateSheetProps): VNode {
  return (
    <>
      {flaws.length > 0 && (
        <Note tone="fail">
          <p>Chứng thư này không vào kho được:</p>
          <Sentences sentences={flaws} />
        </Note>
      )}
      {warnings.length > 0 && (
        <Note icon="alert">
          <p>Xem lại trước khi tin:</p>
          <Sentences sentences={warnings} />
        </Note>
      )}
      <Panel id="t-chung-thu" heading="Chứng thư">
        <Facts facts={facts} />
      </Panel>
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }): VNode {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
