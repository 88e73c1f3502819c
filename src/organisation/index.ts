export { AccountKeys } from './application/account-keys.js';
export { StaffDirectory, type LetterReceiver, type Person, type Unit } from './application/staff-directory.js';
export { AddAdministrator, type NewAdministrator } from './application/add-administrator.js';
export { AddPerson } from './application/add-person.js';
export { ChangePerson, type PersonChange } from './application/change-person.js';
export { PersonActivation } from './application/person-activation.js';
export { Authentication, type AuthenticationResult } from './application/authentication.js';
export { EndSessions } from './application/end-sessions.js';
export { FirstDays } from './application/first-days.js';
export { DEVICE_KEPT_DAYS, KnownDevices } from './application/known-devices.js';
export { UnusedAccounts } from './application/unused-accounts.js';
export { NoteSignIn } from './application/note-sign-in.js';
export { LocalPasswords, type IssuedPassword } from './application/local-passwords.js';
export { SecondFactors, type NewSecondFactor, type SecondFactorStanding } from './application/second-factors.js';
export { SlowDown, type Knock } from './application/slow-down.js';
export { AssignDuty } from './application/assign-duty.js';
export { AssignRoles, type RoleChange } from './application/assign-roles.js';
export { ImportPeople, type PeopleListReview } from './application/import-people.js';
export { ImportUnits, type UnitListReview } from './application/import-units.js';
export { KeepUpToDate } from './application/keep-up-to-date.js';
export { CommandedWork } from './application/commanded-work.js';
export { WriteUnits, type Renaming } from './application/write-units.js';
export {
  WorkInHand,
  type HandOver,
  type WorkCount,
  type WorkHolder,
  type WorkSource,
  type WorkTaker,
} from './application/work-in-hand.js';
export { SignIn, passwordHash, type SignInAnswer } from './application/sign-in.js';
export { AccountQueries, type OpenAccount } from './persistence/account-queries.js';
export { NameQueries, type PersonName } from './persistence/name-queries.js';
export {
  FunctionHolderEntity,
  StaffEntity,
  StaffImportEntity,
  StaffRoleEntity,
  UnitEntity,
  UnitImportEntity,
  UnitNameEntity,
} from './persistence/organisation.entities.js';
export { SEALED_ACCOUNT, SEALED_ROLE } from './persistence/sealed-accounts.js';
export { OrganisationQueries, type ListedPerson } from './persistence/organisation-queries.js';
export { DirectoryRuns } from './application/directory-runs.js';
export { SyncDirectory, type RunWish } from './application/sync-directory.js';
export { DirectoryBackgroundModule, DirectorySyncModule } from './directory-sync.module.js';
export { SyncOnSchedule } from './jobs/sync-on-schedule.js';
export { DirectoryRunEntity } from './persistence/directory-run.entity.js';
export { OrganisationModule } from './organisation.module.js';
export { OrganisationBackgroundModule } from './organisation-background.module.js';
export { TELL_OF_DIRECTORY } from './jobs/jobs.js';
