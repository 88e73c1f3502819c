import type { VNode } from 'preact';
import { Brand } from './shell/brand.js';
import { Document } from './shell/document.js';
import { Layout } from './shell/layout.js';
import type { PageFrame } from './shell/page-frame.js';
import { refusalWords } from './words/refusals.js';

/** A page that could not be given, in plain words, with the next step. */
export interface ErrorView {
  readonly status: number;
  /** Instead of the usual words of the status: what a rule refused, already worded. */
  readonly reason: string | null;
  /** To be told to an administrator; only where that helps. */
  readonly requestId: string | null;
  /** Where to go on: the page one came from, or one's own work. */
  readonly next: { readonly href: string; readonly label: string };
}

/** `frame` is null for somebody who has not signed in. */
export function ErrorPage({ frame, view }: { frame: PageFrame | null; view: ErrorView }): VNode {
  const { heading } = refusalWords(view.status);
  if (frame === null) {
    return (
      <Document title={heading} bare>
        <main class="ha-main ha-refusal" id="noi-dung" tabindex={-1}>
          <Brand href="/" />
          <Refusal view={view} />
        </main>
      </Document>
    );
  }
  return (
    <Layout frame={frame} title={heading} place={null}>
      <main class="ha-main ha-refusal" id="noi-dung" tabindex={-1}>
        <Refusal view={view} />
      </main>
    </Layout>
  );
}

function Refusal({ view }: { view: ErrorView }): VNode {
  const { heading, meaning } = refusalWords(view.status);
  return (
    <section class="ha-panel">
      <div class="ha-panel-b">
        <h1>{heading}</h1>
        <p class="ha-lead">{view.reason ?? meaning}</p>
        {view.requestId !== null && (
          <p class="ha-mute">
            Mã của lần này: <code>{view.requestId}</code>
          </p>
        )}
        <p>
          <a class="btn btn-primary" href={view.next.href}>
            {view.next.label}
          </a>
        </p>
      </div>
    </section>
  );
}
