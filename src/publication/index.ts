export { LookUpTicket, type TicketQuestion } from './application/look-up-ticket.js';
export { PublicNews } from './application/public-news.js';
export {
  MAX_RESULTS,
  PublicSite,
  RESULTS_A_PAGE,
  type AskedResult,
  type PublicContact,
  type PublicResult,
} from './application/public-site.js';
export { WithdrawResult } from './application/withdraw-result.js';
export { CountFigures } from './jobs/count-figures.js';
export type { PublicFiguresEntity, PublicResultEntity } from './persistence/publication.entities.js';
export { PublicResultQueries } from './persistence/public-result-queries.js';
export { PublicationBackgroundModule } from './publication-background.module.js';
export { PublicationModule } from './publication.module.js';
