import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CertificateSheet } from './certificate-sheet.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TrustCrumb } from './trust-crumb.js';

/** GET `/kho-tin-cay/de-nghi/:id`. POST `…/xac-nhan` (nothing), `…/tu-choi` (`reason`). */
export interface TrustProposalView {
  readonly heading: string;
  readonly subject: string;
  readonly facts: readonly Fact[];
  readonly certificate: readonly Fact[];
  readonly flaws: readonly string[];
  readonly warnings: readonly string[];
  /** Why the person who proposed it cannot decide. */
  readonly ownWords: string | null;
  readonly confirm: string | null;
  readonly refuse: ActFormView | null;
}

export function TrustProposalPage({ frame, view }: { frame: PageFrame; view: TrustProposalView }): VNode {
  const { heading, subject, facts, certificate, flaws, warnings, ownWords, confirm, refuse } = view;
  return (
    <PageShell frame={frame} title={heading} place={null}>
      <TrustCrumb />
      <PageHead
        heading={heading}
        acts={
          confirm === null ? undefined : (
            <ActButton action={confirm} csrf={frame.csrf} label="Xác nhận đề nghị" primary />
          )
        }
      >
        <p>{subject}</p>
      </PageHead>
      <div class="ha-stack">
        {ownWords !== null && (
          <Note>
            <p>{ownWords}</p>
          </Note>
        )}
        <Panel id="t-de-nghi" heading="Đề nghị">
          <Facts facts={facts} />
          {refuse !== null && <ActForm form={refuse} csrf={frame.csrf} />}
        </Panel>
        <CertificateSheet facts={certificate} flaws={flaws} warnings={warnings} />
      </div>
    </PageShell>
  );
}
