import type { VNode } from 'preact';
import { IssuedPasswordPage } from '../../../src/web/account/issued-password-page.js';
import { PasswordPage } from '../../../src/web/account/password-page.js';
import { PeoplePage } from '../../../src/web/people/people-page.js';
import { PeopleImportPage, PeopleImportReviewPage } from '../../../src/web/people/people-import-page.js';
import { RoutingImportPage, RoutingImportReviewPage } from '../../../src/web/routing-table/routing-import-page.js';
import { RoutingTablePage } from '../../../src/web/routing-table/routing-table-page.js';
import { StaffPersonPage } from '../../../src/web/people/staff-person-page.js';
import * as accounts from './samples/account.js';
import { officer } from './samples/frames.js';
import { administrator } from './samples/organisation.js';
import * as people from './samples/people.js';
import * as routing from './samples/routing-table.js';
import * as lists from './samples/people-import.js';

/** Pages of people and their passwords. */
export const PEOPLE_GALLERY: Readonly<Record<string, () => VNode>> = {
  'tai-khoan-mat-khau': () =>
    PasswordPage({ frame: officer, form: accounts.passwordForm, isOwed: false, shortest: 12 }),
  'tai-khoan-mat-khau-tam': () =>
    PasswordPage({ frame: officer, form: accounts.passwordForm, isOwed: true, shortest: 14 }),
  'bang-phan-cong': () => RoutingTablePage({ frame: administrator, view: routing.routingTable }),
  'bang-phan-cong-nhap': () => RoutingImportPage({ frame: administrator, view: routing.routingImport }),
  'bang-phan-cong-nhap-xem': () => RoutingImportReviewPage({ frame: administrator, view: routing.routingImportReview }),
  'bang-phan-cong-trong': () => RoutingTablePage({ frame: officer, view: routing.routingTableEmpty }),
  'to-chuc-nguoi': () => StaffPersonPage({ frame: administrator, view: people.staffPerson }),
  'to-chuc-nhung-nguoi': () => PeoplePage({ frame: administrator, view: people.people }),
  'to-chuc-nhung-nguoi-khong-co': () => PeoplePage({ frame: officer, view: people.peopleForAll }),
  'to-chuc-mat-khau-tam': () => IssuedPasswordPage({ frame: administrator, view: people.issuedPassword }),
  'to-chuc-nhap-nguoi': () => PeopleImportPage({ frame: administrator, view: lists.peopleImport }),
  'to-chuc-nhap-nguoi-xem': () => PeopleImportReviewPage({ frame: administrator, view: lists.peopleImportReview }),
  'to-chuc-nhap-nguoi-sua': () => PeopleImportReviewPage({ frame: administrator, view: lists.peopleImportFlawed }),
};
