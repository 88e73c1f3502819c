export { AcceptPetition } from './application/accept-petition.js';
export { CarryOutPetition, NOTE_LENGTHS, type CarryOutPetitionCommand } from './application/carry-out-petition.js';
export { ClosePetition } from './application/close-petition.js';
export { DecidePetition, DIRECTION_LENGTHS, type DecidePetitionCommand } from './application/decide-petition.js';
export {
  CONTACT_LENGTHS,
  EnterPetition,
  NAME_LENGTHS,
  SUMMARY_LENGTHS,
  type EnterPetitionCommand,
} from './application/enter-petition.js';
export { ExtendPetition, type ExtendPetitionCommand } from './application/extend-petition.js';
export { GiveBackPetition, type GiveBackPetitionCommand } from './application/give-back-petition.js';
export { handledPetitions } from './application/handled-petitions.js';
export { PetitionOfTicket, type JudgedTicket } from './application/petition-of-ticket.js';
export { KEPT_SECRET, PetitionRegisterExport } from './application/petition-register-export.js';
export { ReadPetition, type SeenPetition } from './application/read-petition.js';
export {
  AGENCY_LENGTHS,
  REASON_LENGTHS,
  ScreenPetition,
  type ScreenPetitionCommand,
} from './application/screen-petition.js';
export { RESULT_LENGTHS, SettlePetition, type SettlePetitionCommand } from './application/settle-petition.js';
export { noticeWords, WritePetitionNotice } from './application/write-petition-notice.js';
export { RemindOfPetitions } from './jobs/remind-of-petitions.js';
export { PetitionQueries, type PetitionFilter } from './persistence/petition-queries.js';
export type { PetitionDutyEntity, PetitionEntity, PetitionStepEntity } from './persistence/petition.entities.js';
export { PetitionsBackgroundModule } from './petitions-background.module.js';
export { PetitionsModule } from './petitions.module.js';
