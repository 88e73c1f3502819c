import type { VNode } from 'preact';
import { IssuedPasswordPage } from '../../../src/web/account/issued-password-page.js';
import { PasswordPage } from '../../../src/web/account/password-page.js';
import { PeoplePage } from '../../../src/web/people/people-page.js';
import { PeopleImportPage, PeopleImportReviewPage } from '../../../src/web/people/people-import-page.js';
import { StaffPersonPage } from '../../../src/web/people/staff-person-page.js';
import * as accounts from './samples/account.js';
import { officer } from './samples/frames.js';
import { administrator } from './samples/organisation.js';
import * as people from './samples/people.js';
import * as lists from './samples/people-import.js';

/** Pages of people and their passwords. */
export const PEOPLE_GALLERY: Readonly<Record<string, () => VNode>> = {
  'tai-khoan-mat-khau': () => PasswordPage({ frame: officer, form: accounts.passwordForm, isOwed: false }),
  'tai-khoan-mat-khau-tam': () => PasswordPage({ frame: officer, form: accounts.passwordForm, isOwed: true }),
  'to-chuc-nguoi': () => StaffPersonPage({ frame: administrator, view: people.staffPerson }),
  'to-chuc-nhung-nguoi': () => PeoplePage({ frame: administrator, view: people.people }),
  'to-chuc-nhung-nguoi-khong-co': () => PeoplePage({ frame: officer, view: people.peopleForAll }),
  'to-chuc-mat-khau-tam': () => IssuedPasswordPage({ frame: administrator, view: people.issuedPassword }),
  'to-chuc-nhap-nguoi': () => PeopleImportPage({ frame: administrator, view: lists.peopleImport }),
  'to-chuc-nhap-nguoi-xem': () => PeopleImportReviewPage({ frame: administrator, view: lists.peopleImportReview }),
  'to-chuc-nhap-nguoi-sua': () => PeopleImportReviewPage({ frame: administrator, view: lists.peopleImportFlawed }),
};
