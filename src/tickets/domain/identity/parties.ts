/** In what capacity someone acts on one ticket; a person may have several. `system` = a job, or a message from outside. */
export const PARTIES = ['registry', 'leader', 'supervisor', 'officer', 'unitHead', 'coordinator', 'system'] as const;

export type Party = (typeof PARTIES)[number];
