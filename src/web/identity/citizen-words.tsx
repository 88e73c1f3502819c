import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Files, type FileView } from '../ticket-files/files.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';

/** The link that shows the sender. */
export interface IdentityView {
  readonly form: ActFormView | null;
  /** Why this person does not learn more; null when they may. */
  readonly withheld: string | null;
}

/** What the citizen sent, word for word. */
export interface CitizenWordsView {
  readonly text: string;
  readonly files: readonly FileView[];
  /** Sender (initials when protected), channel, kind, received at, field, level. */
  readonly facts: readonly Fact[];
  /** Private details are left out for this reader. */
  readonly redacted?: boolean;
  /** The link that shows the sender, or why there is none. */
  readonly identity?: IdentityView;
}

export function CitizenWords({ words, csrf }: { words: CitizenWordsView; csrf: string }): VNode {
  return (
    <Panel
      id="t-loi"
      heading="Nội dung phản ánh, kiến nghị"
      aside={<span class="ha-small ha-mute">{words.redacted === true ? ASIDE.redacted : ASIDE.whole}</span>}
      footer={
        <>
          <Facts facts={words.facts} columns={2} />
          {words.identity !== undefined && <Identity identity={words.identity} csrf={csrf} />}
        </>
      }
    >
      <div class="ha-words">
        <Paragraphs text={words.text} />
      </div>
      <Files files={words.files} />
    </Panel>
  );
}

const ASIDE = { whole: 'nguyên văn, không sửa được', redacted: 'đã che chi tiết riêng tư' };

function Identity({ identity: { form, withheld }, csrf }: { identity: IdentityView; csrf: string }): VNode {
  return (
    <div class="ha-identity ha-no-print">
      {form !== null && <ActForm form={form} csrf={csrf} />}
      {withheld !== null && <p class="ha-small ha-mute">{withheld}</p>}
    </div>
  );
}
