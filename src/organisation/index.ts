export { StaffDirectory, type Person, type Unit } from './application/staff-directory.js';
export { SignIn, passwordHash } from './application/sign-in.js';
export { NameQueries, type PersonName } from './persistence/name-queries.js';
export { FunctionHolderEntity, StaffEntity, UnitEntity } from './persistence/organisation.entities.js';
export { OrganisationModule } from './organisation.module.js';
