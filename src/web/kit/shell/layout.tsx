import type { ComponentChildren, VNode } from 'preact';
import { ActsFor } from '../../tickets/acts-for.js';
import { Crumb, type CrumbProps } from '../crumb.js';
import { CutLists } from '../cut-lists.js';
import { Document } from './document.js';
import { KeySheet } from '../../account/key-sheet.js';
import { Notice, Toast } from '../notice.js';
import type { PageFrame, Place } from './page-frame.js';
import { OutageNotice } from '../../system/outage-notice.js';
import { PhoneTabs } from './phone-tabs.js';
import { QuickFindDialog } from '../../quick-find/quick-find-dialog.js';
import { TopBar } from './top-bar.js';

export interface LayoutProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly place: Place | null;
  readonly children: ComponentChildren;
}

/** A page inside the app: top bar, content, tabs for the thumb, the sheet of keys. */
export function Layout({ frame, title, place, children }: LayoutProps): VNode {
  return (
    <Document title={title}>
      <TopBar frame={frame} place={place} />
      <ActsFor frame={frame} />
      <OutageNotice outage={frame.outage} />
      {frame.takenForm !== undefined && <template data-taken={frame.takenForm} />}
      {children}
      <PhoneTabs viewer={frame.viewer} place={place} />
      <Toast notice={frame.notice} csrf={frame.csrf} />
      <KeySheet />
      <QuickFindDialog />
    </Document>
  );
}

/** The main part of an ordinary page; refusals of the last act stand at its top. */
export function Main({
  frame,
  class: more,
  children,
}: {
  frame: PageFrame;
  class?: string;
  children: ComponentChildren;
}): VNode {
  return (
    <main class={more === undefined ? 'ha-main' : `ha-main ${more}`} id="noi-dung" tabindex={-1}>
      <Notice notice={frame.notice} />
      <CutLists cut={frame.cut ?? []} />
      {children}
    </main>
  );
}

export interface PageShellProps extends LayoutProps {
  readonly class?: string | undefined;
  /** The way back to the page above. */
  readonly crumb?: CrumbProps;
}

/** An ordinary page: all that it shows is its main part. */
export function PageShell({ class: more, crumb, children, ...layout }: PageShellProps): VNode {
  return (
    <Layout {...layout}>
      <Main frame={layout.frame} {...(more !== undefined && { class: more })}>
        {crumb && <Crumb {...crumb} />}
        {children}
      </Main>
    </Layout>
  );
}
