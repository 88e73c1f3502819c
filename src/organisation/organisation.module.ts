import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { AccountKeys } from './application/account-keys.js';
import { AddAdministrator } from './application/add-administrator.js';
import { AddPerson } from './application/add-person.js';
import { CommandedWork } from './application/commanded-work.js';
import { ChangePerson } from './application/change-person.js';
import { Authentication } from './application/authentication.js';
import { EndSessions } from './application/end-sessions.js';
import { FirstDays } from './application/first-days.js';
import { KnownDevices } from './application/known-devices.js';
import { LocalPasswords } from './application/local-passwords.js';
import { NoteSignIn } from './application/note-sign-in.js';
import { SecondFactors } from './application/second-factors.js';
import { FilesModule } from '../files/index.js';
import { AssignDuty } from './application/assign-duty.js';
import { AssignRoles } from './application/assign-roles.js';
import { ImportPeople } from './application/import-people.js';
import { ImportUnits } from './application/import-units.js';
import { KeepUpToDate } from './application/keep-up-to-date.js';
import { SignIn } from './application/sign-in.js';
import { DirectoryTries } from './application/directory-tries.js';
import { SlowDown } from './application/slow-down.js';
import { PasswordAge } from './application/password-age.js';
import { UnusedAccounts } from './application/unused-accounts.js';
import { StaffDirectory } from './application/staff-directory.js';
import { PersonActivation } from './application/person-activation.js';
import { WriteUnits } from './application/write-units.js';
import { WorkInHand } from './application/work-in-hand.js';
import { NameQueries } from './persistence/name-queries.js';
import { OrganisationQueries } from './persistence/organisation-queries.js';

/** What other features, pages and commands use. */
const EXPORTED = [
  AccountKeys,
  StaffDirectory,
  SignIn,
  NameQueries,
  Authentication,
  SlowDown,
  FirstDays,
  KnownDevices,
  NoteSignIn,
  UnusedAccounts,
  SecondFactors,
  LocalPasswords,
  EndSessions,
  AddAdministrator,
  AddPerson,
  ChangePerson,
  PersonActivation,
  OrganisationQueries,
  WriteUnits,
  AssignDuty,
  AssignRoles,
  ImportUnits,
  ImportPeople,
  KeepUpToDate,
  WorkInHand,
  CommandedWork,
];

@Module({
  imports: [FilesModule, JournalModule],
  providers: [...EXPORTED, DirectoryTries, PasswordAge],
  exports: EXPORTED,
})
export class OrganisationModule {}
