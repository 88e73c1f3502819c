import type { VNode } from 'preact';
import { AllPagesPage } from '../../../src/web/guide/all-pages-page.js';
import { GuidePage } from '../../../src/web/guide/guide-page.js';
import { GUIDES, ownGuide } from '../../../src/web/guide/words/all.js';
import { faultsView } from '../../../src/web/my-work/administrators-home.js';
import { MyWorkPage, type MyWorkView } from '../../../src/web/my-work/my-work-page.js';
import { administrator, clerk, head, leader, officer, supervisor } from './samples/frames.js';
import { myWork } from './samples/my-work.js';
import { safetyReading } from './samples/safety.js';

const FRAMES = [clerk, officer, head, leader, supervisor, administrator];

/** One of each role, read by somebody who has it; the Office’s by somebody who has not. */
const guides = GUIDES.map((guide): readonly [string, () => VNode] => {
  const frame = FRAMES.find(({ viewer }) => viewer.roles.includes(guide.role)) ?? clerk;
  return [`huong-dan-${guide.address}`, () => GuidePage({ frame, guide })];
});

const administratorsHome: MyWorkView = {
  ...myWork,
  groups: [],
  heading: 'Việc của tôi',
  rows: [],
  pages: null,
  exportHref: null,
  preview: null,
};

/** The guide of each role, all pages, the first day, and the home of administrators. */
export const GUIDE_PAGES: Readonly<Record<string, () => VNode>> = {
  ...Object.fromEntries(guides),
  'cac-trang': () => AllPagesPage({ frame: clerk }),
  'viec-cua-toi-ngay-dau': () =>
    MyWorkPage({ frame: officer, view: { ...myWork, firstDay: ownGuide(['contactOfficer']) } }),
  'viec-cua-toi-quan-tri': () =>
    MyWorkPage({ frame: administrator, view: { ...administratorsHome, faults: faultsView(safetyReading) } }),
  'viec-cua-toi-quan-tri-yen': () =>
    MyWorkPage({
      frame: administrator,
      view: { ...administratorsHome, faults: faultsView({ working: [], safety: [] }) },
    }),
};
