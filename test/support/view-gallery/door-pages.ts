import type { VNode } from 'preact';
import { LoginCodePage } from '../../../src/web/account/login-code-page.js';
import { LoginPage } from '../../../src/web/account/login-page.js';
import { ResumePage } from '../../../src/web/kit/resume-page.js';
import * as doors from './samples/doors.js';
import { officer } from './samples/frames.js';

/** Signing in, and going on with a form afterwards. */
export const DOOR_PAGES: Readonly<Record<string, () => VNode>> = {
  'dang-nhap': () => LoginPage({ view: doors.login }),
  'dang-nhap-trinh-dien': () => LoginPage({ view: doors.loginDemonstration }),
  'dang-nhap-cham': () => LoginPage({ view: doors.loginSlowedDown }),
  'dang-nhap-danh-ba': () => LoginPage({ view: doors.loginDirectoryAway }),
  'dang-nhap-nguoi-la': () => LoginPage({ view: doors.loginStranger }),
  'dang-nhap-gui-tiep': () => LoginPage({ view: doors.loginToGoOn }),
  'gui-tiep': () => ResumePage({ frame: officer, view: doors.resume }),
  'gui-tiep-lam-thay': () =>
    ResumePage({
      frame: officer,
      view: { kind: 'otherPlace', texts: doors.resume.kind === 'ready' ? doors.resume.texts : [] },
    }),
  'dang-nhap-ma': () => LoginCodePage({ view: { csrf: 'mau-thu', error: null } }),
};
