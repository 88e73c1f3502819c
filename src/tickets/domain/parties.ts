/** In what capacity someone acts on one ticket; a person may have several. `house` = a job, or a message from outside. */
export const PARTIES = ['registry', 'leader', 'supervisor', 'officer', 'unitHead', 'coordinator', 'house'] as const;

export type Party = (typeof PARTIES)[number];
