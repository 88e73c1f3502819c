import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { Note, type NoteTone } from '../kit/note.js';
import { ProofLines, type ProofLineView } from './proof-lines.js';

/** The proof of one file, with what it rests on and what may be done about it. */
export interface ProofPanelView {
  readonly heading: string;
  /** Worst first; none where nothing was taken. */
  readonly lines: readonly ProofLineView[];
  /** `Ông Khánh cho phép dùng lúc …: …`, and what was found later. */
  readonly notes: readonly ProofNote[];
  /** `Kiểm tra lúc 09:26, 18/03/2026` and where the judgement can be taken out; the newest first. */
  readonly judgements: readonly ProofJudgement[];
  /** Each line with the text that it comes from. */
  readonly sources: readonly Fact[];
  /** For a person who may answer for what could not be told. */
  readonly override: ActFormView | null;
}

export interface ProofNote {
  readonly tone: NoteTone;
  readonly words: string;
}

export interface ProofJudgement {
  readonly words: string;
  /** Null for those who may see the proof and not take it out. */
  readonly href: string | null;
}

export function ProofPanel({ proof, csrf }: { proof: ProofPanelView; csrf: string }): VNode {
  return (
    <section aria-label={proof.heading}>
      <h3 class="ha-proof-h">{proof.heading}</h3>
      {proof.lines.length > 0 && <ProofLines lines={proof.lines} />}
      <div class="ha-panel-b ha-proof-end">
        {proof.notes.map(({ tone, words }) => (
          <Note key={words} tone={tone}>
            {words}
          </Note>
        ))}
        {proof.override !== null && <ActForm form={proof.override} csrf={csrf} />}
        {proof.judgements.length > 0 && <Judgements judgements={proof.judgements} />}
        {proof.sources.length > 0 && <Sources sources={proof.sources} />}
      </div>
    </section>
  );
}

function Judgements({ judgements }: { judgements: readonly ProofJudgement[] }): VNode {
  return (
    <ul class="ha-judged">
      {judgements.map(({ words, href }) => (
        <li key={words}>
          <span>{words}</span>
          {href !== null && (
            <a class="ha-no-print" href={href}>
              <Icon name="down" />
              Tải chứng cứ
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Sources({ sources }: { sources: readonly Fact[] }): VNode {
  return (
    <details class="ha-more ha-no-print">
      <summary>Căn cứ của từng mục</summary>
      <Facts facts={sources} />
    </details>
  );
}
